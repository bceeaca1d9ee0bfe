import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.js';
import type { ConversationRecord } from './plan.js';
import { newRecord, planCommit } from './plan.js';
import { questionIn, questionsAfter } from './question.js';
import { defaultHandoffSettings } from './settings.js';
import { ada, byAgent, byBot, bySystem, byVisitor, saying, visit } from './testing/people.js';
import { cardOf, choicesOf, formOf, ratingOf } from './testing/questions.js';
import { commitOf } from './testing/stages.js';

const settings = defaultHandoffSettings;
const begun = () =>
  commitOf(
    newRecord('c-1', 'main'),
    bySystem('start', { type: 'start', visitorId: 'v-1', context: visit }),
    settings,
  ).record;
const after = (record: ConversationRecord, ...given: Parameters<typeof byBot>[]) =>
  given.reduce((before, each) => commitOf(before, byBot(...each), settings).record, record);
const answering = (id: string, answer: Answer) => byVisitor(id, { type: 'send-message', parts: [answer] });
const choose = (messageId: string, label = 'Red'): Answer => ({
  type: 'choice',
  messageId,
  choiceIds: ['red'],
  label,
});
const rate = (messageId: string): Answer => ({
  type: 'rating-answer',
  messageId,
  kind: 'stars',
  score: 4,
  comment: '',
});
const openIn = ({ state }: ConversationRecord) => state.questions?.map(({ messageId }) => messageId) ?? [];
const codeOf = (outcome: ReturnType<typeof planCommit>) =>
  'refusal' in outcome ? outcome.refusal.code : 'accepted';

describe('what is asked', () => {
  test('is choices, a form, a rating, or a card that offers a choice', () => {
    expect(questionIn([choicesOf('red')])).toBe('choices');
    expect(questionIn([...saying('Hello'), formOf('email')])).toBe('form');
    expect(questionIn([ratingOf('stars')])).toBe('rating');
    expect(questionIn([cardOf('A bag', 'red')])).toBe('choices');
    expect(questionIn([cardOf('A bag')])).toBeNull();
    expect(questionIn(saying('Red or blue?'))).toBeNull();
  });

  test('stays open until it is answered; choices are over with whatever the visitor says next', () => {
    let record = after(
      begun(),
      ['b-1', { parts: [ratingOf('stars')] }],
      ['b-2', { parts: [choicesOf('red')] }],
    );
    expect(openIn(record)).toEqual(['b-1', 'b-2']);
    record = commitOf(
      record,
      byVisitor('m-1', { type: 'send-message', parts: saying('Hm') }),
      settings,
    ).record;
    expect(openIn(record)).toEqual(['b-1']);
    record = commitOf(record, answering('m-2', rate('b-1')), settings).record;
    expect(record.state).not.toHaveProperty('questions');
  });

  test('never grows beyond four', () => {
    const record = after(
      begun(),
      ...['1', '2', '3', '4', '5'].map((id): Parameters<typeof byBot> => [id, { parts: [formOf('email')] }]),
    );
    expect(openIn(record)).toEqual(['2', '3', '4', '5']);
  });

  test('is the very same array where a message changes nothing', () => {
    const { state } = after(begun(), ['b-1', { parts: [formOf('email')] }]);
    const message = {
      id: 'm',
      author: { kind: 'bot', id: 'b', name: null, avatarUrl: null },
      parts: saying('Hi'),
    } as const;
    expect(questionsAfter(state.questions ?? [], { ...message, parts: [...message.parts] })).toBe(
      state.questions,
    );
  });
});

describe('an answer', () => {
  test('is taken once', () => {
    const asked = after(begun(), ['b-1', { parts: [choicesOf('red')] }]);
    const taken = commitOf(asked, answering('m-1', choose('b-1')), settings);
    expect(taken.events).toMatchObject([
      { type: 'message-added', body: { message: { parts: [choose('b-1')] } } },
    ]);
    expect(codeOf(planCommit(taken.record, answering('m-2', choose('b-1')), settings))).toBe(
      'already-answered',
    );
  });

  test('to what nobody asked, or of another kind, is refused', () => {
    const asked = after(begun(), ['b-1', { parts: [choicesOf('red')] }]);
    expect(codeOf(planCommit(asked, answering('m-1', choose('b-2')), settings))).toBe('already-answered');
    expect(codeOf(planCommit(asked, answering('m-1', rate('b-1')), settings))).toBe('already-answered');
    expect(codeOf(planCommit(begun(), answering('m-1', choose('b-1')), settings))).toBe('already-answered');
  });

  test('is a turn of the bot by itself, which no other message joins', () => {
    const asked = after(begun(), ['b-1', { parts: [choicesOf('red')] }]);
    const { outbox } = commitOf(asked, answering('m-1', choose('b-1')), settings);
    expect(outbox).toMatchObject([{ kind: 'bot-turn', body: { turn: 'answer' } }]);
  });

  test('asks for a human by the label that was chosen, not by what stands in a form', () => {
    const asked = after(
      begun(),
      ['b-1', { parts: [formOf('email')] }],
      ['b-2', { parts: [choicesOf('red')] }],
    );
    const filled = answering('m-1', {
      type: 'form-answer',
      messageId: 'b-1',
      values: [{ id: 'email', label: 'Email', value: 'I want to talk to a human' }],
    });
    expect(commitOf(asked, filled, settings).record.state.handoff).toBeNull();
    const chosen = answering('m-2', choose('b-2', 'Talk to a human'));
    expect(commitOf(asked, chosen, settings).record.state.handoff?.status).toBe('pending');
  });

  test('reaches an agent too', () => {
    let { record } = commitOf(begun(), byAgent(ada, 'k', { type: 'claim', handoffId: null }), settings);
    record = commitOf(
      record,
      byAgent(ada, 'a-1', { type: 'send-message', parts: [choicesOf('red')] }),
      settings,
    ).record;
    const { outbox } = commitOf(record, answering('m-1', choose('a-1')), settings);
    expect(outbox).toEqual([]);
  });
});
