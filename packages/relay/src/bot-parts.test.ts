import { type AgentPart, type Answer, textOf } from '@batonchat/protocol';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BotTurn } from './bot.js';
import { sayable } from './bot-sayable.js';
import { readEventsAfter } from './store/conversations.js';
import type { Store } from './store/open-store.js';
import { closedGate } from './testing/gate.js';
import { type OpenBot, openBot } from './testing/open-bot.js';
import { onEachStore, type Place } from './testing/places.js';
import { quietLog } from './testing/quiet-log.js';

const colours: AgentPart = {
  type: 'choices',
  choices: [
    { id: 'red', label: 'Red' },
    { id: 'blue', label: 'Blue' },
  ],
};
const rating: AgentPart = { type: 'rating', scale: 5, kind: 'stars', hasComment: true };
const form: AgentPart = { type: 'form', fields: [{ id: 'email', label: 'Email', kind: 'email' }] };

onEachStore((makePlace) => {
  let place: Place;
  let store: Store;
  let opened: OpenBot | undefined;
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
  });
  afterEach(async () => {
    await opened?.close();
    await store.db.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const untilDone = () =>
    expect
      .poll(() => store.db.selectFrom('outbox').select('seq').where('deadAt', 'is', null).execute())
      .toEqual([]);

  /** A bot that asks when the conversation begins, and what the visitor may answer to. */
  async function asking(part: AgentPart) {
    opened = openBot(store);
    const { bot, begin, hub } = opened;
    bot.answer = function* (turn) {
      if (turn.type === 'started') yield { type: 'message', text: 'Hello.', parts: [part] };
    };
    const { conversationId, visitor } = await begin();
    await untilDone();
    const messages = async () =>
      (await readEventsAfter(store.db, conversationId, 'shared', 0)).flatMap((event) =>
        event.type === 'message-added' ? [event.body.message] : [],
      );
    const messageId = (await messages())[0]?.id ?? '';
    const answer = (parts: Answer, id?: string) =>
      hub.submit('main', conversationId, visitor.issue({ type: 'send-message', parts: [parts] }, id));
    const said = async () => (await messages()).map(textOf);
    const turns = (): BotTurn[] => bot.turns.slice(1);
    return { bot, hub, visitor, conversationId, messages, messageId, answer, said, turns };
  }

  test('what a bot says is a message of its text and its parts', async () => {
    const { messages } = await asking(colours);
    expect((await messages()).map(({ parts }) => parts)).toEqual([
      [{ type: 'text', text: 'Hello.' }, colours],
    ]);
  });

  test('a choice is a turn that says what was chosen, and is taken once', async () => {
    const { messageId, answer, said, turns } = await asking(colours);
    const chosen: Answer = { type: 'choice', messageId, choiceIds: ['blue'], label: 'Blue' };
    expect(await answer(chosen)).toHaveProperty('events');
    await untilDone();
    expect(turns()).toEqual([{ type: 'choice', messageId, choiceIds: ['blue'], text: 'Blue' }]);
    expect(await answer({ ...chosen, choiceIds: ['red'], label: 'Red' })).toMatchObject({
      refusal: { code: 'already-answered' },
    });
    expect((await said()).at(-1)).toBe('Blue');
  });

  test('so are a form that was filled in and a rating', async () => {
    const filled = await asking(form);
    const values = [{ id: 'email', label: 'Email', value: 'v@mail.example' }];
    await filled.answer({ type: 'form-answer', messageId: filled.messageId, values });
    await untilDone();
    expect(filled.turns()).toEqual([
      { type: 'form', messageId: filled.messageId, values, text: 'Email: v@mail.example' },
    ]);
    await opened?.close();
    const rated = await asking(rating);
    const { messageId } = rated;
    await rated.answer({ type: 'rating-answer', messageId, kind: 'stars', score: 2, comment: 'Slow' });
    await untilDone();
    expect(rated.turns()).toEqual([{ type: 'rating', messageId, score: 2, comment: 'Slow' }]);
  });

  test('an answer joins no other message, nor does any join it', async () => {
    const { bot, hub, visitor, conversationId, messageId, answer, turns } = await asking(rating);
    const gate = closedGate();
    bot.answer = async function* (turn) {
      if (turn.type === 'message' && turn.text === 'first') await gate.wait();
      yield { type: 'message', text: 'Hm.' };
    };
    await hub.submit('main', conversationId, visitor.say('first'));
    await expect.poll(() => turns()).toHaveLength(1);
    await hub.submit('main', conversationId, visitor.say('a'));
    await hub.submit('main', conversationId, visitor.say('b'));
    await answer({ type: 'rating-answer', messageId, kind: 'stars', score: 5, comment: '' });
    await hub.submit('main', conversationId, visitor.say('c'));
    gate.open();
    await untilDone();
    expect(turns()).toEqual([
      { type: 'message', text: 'first' },
      { type: 'message', text: 'a\n\nb' },
      { type: 'rating', messageId, score: 5, comment: '' },
      { type: 'message', text: 'c' },
    ]);
  });
});

test('a part that is wrong is left out, and the log names it and says why', () => {
  const log = quietLog();
  const evil: AgentPart = {
    type: 'card',
    title: 'A card',
    actions: [{ type: 'link', label: 'Go', href: 'javascript:alert(1)' }],
  };
  expect(sayable({ type: 'message', text: 'Hi', parts: [evil, colours, rating] }, log)).toEqual([
    { type: 'text', text: 'Hi' },
    colours,
  ]);
  expect(log.lines.map(({ text }) => text)).toEqual([
    "The bot's message lost its part 0: actions.0.href: Is no http, https, mailto or tel address.",
    "The bot's message lost its part 2: A message asks for one answer; say the other one in a message of its own.",
  ]);
  expect(sayable({ type: 'message', text: '', parts: [evil] }, log)).toBeNull();
});
