import type { AgentPart, Answer } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import type { ChatClient } from '../chat-client.js';
import { createMeeting, shownTo } from '../testing/meeting.js';
import { rowsOf } from './rows.js';

const colours: AgentPart = {
  type: 'choices',
  prompt: 'Which colour?',
  choices: [
    { id: 'red', label: 'Red' },
    { id: 'blue', label: 'Blue' },
  ],
};
const rating: AgentPart = { type: 'rating', scale: 5, kind: 'stars', hasComment: false };

const questionOf = (chat: ChatClient) => {
  const row = rowsOf(chat.store.getState(), 'visitor').find(
    (each) => each.kind === 'message' && each.author.kind === 'bot',
  );
  if (row?.kind !== 'message') throw new Error('Nothing was asked.');
  return row;
};
const choose = (chat: ChatClient, choiceId: string, label: string): Answer => ({
  type: 'choice',
  messageId: questionOf(chat).messageId,
  choiceIds: [choiceId],
  label,
});

async function asked(part: AgentPart = colours) {
  const heard: (Answer | null)[] = [];
  const meeting = createMeeting({
    greeting: [part],
    bot: async function* (text, _history, answer) {
      heard.push(answer);
      yield { type: 'message', text: `You said: ${text}` };
    },
  });
  const chat = meeting.visitor('v');
  chat.connect();
  await meeting.clock.advance(200);
  return { ...meeting, chat, heard };
}

test('a question is open until it is answered, and never asked twice', async () => {
  const { chat, clock, heard } = await asked();
  expect(questionOf(chat)).toMatchObject({ isAsking: true, answer: null });
  const answer = choose(chat, 'blue', 'Blue');
  expect(chat.answer(answer)).toHaveProperty('commandId');
  // At once, before any relay has said so.
  expect(questionOf(chat)).toMatchObject({ isAsking: false, answer });
  expect(chat.answer(choose(chat, 'red', 'Red'))).toBeNull();
  await clock.advance(200);
  expect(questionOf(chat)).toMatchObject({ isAsking: false, answer });
  expect(shownTo(chat)).toEqual(['Which colour?\n- Red\n- Blue', 'Blue', 'You said: Blue']);
  expect(heard).toEqual([answer]);
});

test('another tab, and a reload, agree', async () => {
  const { chat, clock, visitor } = await asked();
  const answer = choose(chat, 'red', 'Red');
  chat.answer(answer);
  const tab = visitor('v');
  tab.connect();
  await clock.advance(200);
  expect(questionOf(tab)).toMatchObject({ isAsking: false, answer });
  expect(tab.answer(choose(tab, 'blue', 'Blue'))).toBeNull();
});

test('of two tabs that answer at the same time one is heard, and the other is told', async () => {
  const { chat, clock, relay, visitor } = await asked();
  const tab = visitor('v');
  tab.connect();
  await clock.advance(200);
  relay.setLatency(50);
  chat.answer(choose(chat, 'red', 'Red'));
  tab.answer(choose(tab, 'blue', 'Blue'));
  await clock.advance(1000);
  for (const each of [chat, tab]) expect(questionOf(each).answer).toMatchObject({ choiceIds: ['red'] });
  expect(tab.store.getState().outbox).toMatchObject([
    { status: 'failed', refusal: { code: 'already-answered' } },
  ]);
});

test('whatever is said closes choices, but neither a form nor a rating', async () => {
  const choices = await asked();
  choices.chat.sendMessage('Neither.');
  expect(questionOf(choices.chat)).toMatchObject({ isAsking: false, answer: null });
  const rated = await asked(rating);
  rated.chat.sendMessage('Wait.');
  expect(questionOf(rated.chat).isAsking).toBe(true);
  await rated.clock.advance(200);
  expect(questionOf(rated.chat).isAsking).toBe(true);
});

test('an answer that is taken back can be given again', async () => {
  const { chat, clock, relay } = await asked();
  relay.refuseNext('invalid');
  const given = chat.answer(choose(chat, 'red', 'Red'));
  await clock.advance(200);
  expect(questionOf(chat)).toMatchObject({ isAsking: false, answer: { choiceIds: ['red'] } });
  chat.discard(given?.commandId ?? '');
  expect(questionOf(chat)).toMatchObject({ isAsking: true, answer: null });
  expect(chat.answer(choose(chat, 'blue', 'Blue'))).not.toBeNull();
});

test('an answer is a turn by itself, which the messages around it do not join', async () => {
  const { chat, clock, heard } = await asked(rating);
  const answer: Answer = {
    type: 'rating-answer',
    messageId: questionOf(chat).messageId,
    kind: 'stars',
    score: 4,
    comment: '',
  };
  chat.sendMessage('a');
  chat.answer(answer);
  chat.sendMessage('b');
  await clock.advance(2000);
  expect(heard).toEqual([null, answer, null]);
});

test('an agent sees what is asked and what was answered', async () => {
  const { chat, clock, agent } = await asked();
  const answer = choose(chat, 'red', 'Red');
  chat.answer(answer);
  const desk = agent();
  desk.connect();
  const id = chat.store.getState().conversation?.id ?? '';
  desk.openConversation(id);
  await clock.advance(200);
  const followed = desk.store.getState().conversations[id];
  expect(followed && rowsOf(followed, 'agent')[0]).toMatchObject({ isAsking: false, answer });
  expect(desk.store.getState().inbox?.[id]?.lastMessage?.text).toBe('You said: Red');
});
