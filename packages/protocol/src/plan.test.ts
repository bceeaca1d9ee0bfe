import { expect, test } from 'vitest';
import { newRecord, type OutboxDraft, planCommit } from './plan.js';
import type { HandoffSettings } from './settings.js';
import {
  ada,
  ben,
  byAgent,
  byBot,
  bySystem,
  byVisitor,
  contact,
  noon,
  saying,
  soon,
  visit,
  wish,
} from './testing/people.js';
import {
  active,
  after,
  commitOf,
  formFirst,
  over,
  pending,
  settings,
  stages,
  started,
} from './testing/stages.js';

const says = (id: string, text: string) => byVisitor(id, { type: 'send-message', parts: saying(text) });
const asks = byVisitor('h-1', { type: 'request-handoff', reason: 'button' });
const ends = byVisitor('x', { type: 'end-handoff' });
const leaves = byVisitor('x', { type: 'leave-contact', contact, keepWaiting: true });

const outboxOf = (...of: Parameters<typeof commitOf>): OutboxDraft[] => commitOf(...of).outbox;
const botTurn = (seq: number, turn: string, ownership: number, dueInMs = 0) => ({
  seq,
  dueInMs,
  kind: 'bot-turn',
  target: 'bot',
  body: { turn, ownership },
});
const deskOpen = (seq: number, handoffId = 'h-1') => ({
  seq,
  dueInMs: 0,
  kind: 'desk-open',
  target: 'desk',
  body: { handoffId },
});

test('events have the id of their command with a count, its time, and a number in their own log', () => {
  const { events, record } = commitOf(started, { ...says('m-1', 'talk to a human'), at: soon });
  expect(events.map(({ seq, id, v, at, causedBy, type }) => [seq, id, v, at, causedBy, type])).toEqual([
    [2, 'm-1', 1, soon, 'm-1', 'message-added'],
    [3, 'm-1.1', 1, soon, 'm-1', 'handoff-requested'],
    [2, 'm-1.2', 1, soon, 'm-1', 'handoff-briefed'],
  ]);
  expect(record.heads).toEqual({ shared: { seq: 3, id: 'm-1.1' }, desk: { seq: 2, id: 'm-1.2' } });
});

test('a record of nothing stands before the first event of both logs', () => {
  expect(newRecord('c-1', 'main')).toMatchObject({
    id: 'c-1',
    siteId: 'main',
    heads: { shared: { seq: 0, id: '' }, desk: { seq: 0, id: '' } },
    state: { owner: { kind: 'bot' }, ownership: 0, handoff: null },
  });
});

test('a refused command leaves no commit', () => {
  const outcome = planCommit(started, byVisitor('x', { type: 'accept-offer' }), settings);
  expect(outcome).toEqual({
    refusal: { code: 'nothing-offered', message: 'There is no offer to accept.' },
  });
});

test('a conversation that starts, and a visitor who speaks to the bot, call the bot', () => {
  const start = bySystem('start', { type: 'start', visitorId: 'v-1', context: visit });
  expect(outboxOf(newRecord('c-1', 'main'), start)).toEqual([botTurn(1, 'started', 0)]);
  expect(outboxOf(started, says('m-1', 'Hello'))).toEqual([botTurn(2, 'message', 0)]);
  expect(outboxOf(stages.resolved, says('m-1', 'Hello'))).toEqual([
    botTurn(stages.resolved.heads.shared.seq + 1, 'message', 3),
  ]);
});

test('a visitor who speaks while waiting calls the bot only where the site wants that', () => {
  const answers: HandoffSettings = { ...settings, botWhilePending: 'answers' };
  expect(outboxOf(pending, says('m-1', 'Hello'))).toEqual([]);
  expect(outboxOf(pending, says('m-1', 'Hello'), answers)).toEqual([botTurn(3, 'message', 1)]);
  expect(outboxOf(active, says('m-1', 'Hello'), answers)).toEqual([]);
});

test('whoever asks for a human, an agent is alerted in the same commit', () => {
  expect(outboxOf(started, asks)).toEqual([deskOpen(2)]);
  expect(outboxOf(stages.offered, byVisitor('x', { type: 'accept-offer' }))).toEqual([deskOpen(3)]);
  expect(outboxOf(started, byBot('h-1', { handoff: wish('handoff') }))).toEqual([deskOpen(2)]);
});

test('the words that ask for a human alert an agent, and are not answered by the bot as well', () => {
  expect(outboxOf(started, says('h-1', 'talk to a human'))).toEqual([deskOpen(3)]);
  expect(outboxOf(started, says('h-1', 'talk to a human'), formFirst)).toEqual([]);
});

test('agents are alerted after the form where the form comes first', () => {
  expect(outboxOf(started, asks, formFirst)).toEqual([]);
  expect(outboxOf(stages.collecting, leaves, formFirst)).toEqual([deskOpen(3)]);
  expect(outboxOf(pending, leaves)).toEqual([]);
});

test('agents are alerted again when the one who had it lets go, and not when another takes it', () => {
  expect(outboxOf(active, byAgent(ada, 'x', { type: 'release' }))).toEqual([deskOpen(4)]);
  expect(outboxOf(active, byAgent(ada, 'x', { type: 'transfer', agent: ben }))).toEqual([]);
  expect(outboxOf(pending, byAgent(ada, 'x', { type: 'reject' }))).toEqual([]);
  expect(outboxOf(pending, byAgent(ada, 'x', { type: 'claim', handoffId: 'h-1' }))).toEqual([]);
  expect(outboxOf(started, byAgent(ada, 'x', { type: 'claim', handoffId: null }))).toEqual([]);
});

test('the bot is told that a handoff is over: at once, or when a resolve can no longer be undone', () => {
  expect(outboxOf(pending, ends)).toEqual([botTurn(3, 'handoff-ended', 2)]);
  expect(outboxOf(active, ends)).toEqual([botTurn(4, 'handoff-ended', 3)]);
  expect(outboxOf(active, byAgent(ada, 'x', { type: 'resolve' }))).toEqual([
    botTurn(4, 'handoff-ended', 3, settings.undoWindowMs),
  ]);
});

test('an undone resolve leaves the bot turn that waits for it under an owner who is gone', () => {
  const { record, outbox } = commitOf(active, byAgent(ada, 'x', { type: 'resolve' }));
  const resumed = after(record, byAgent(ada, 'y', { type: 'resume' }, soon));
  expect(resumed.state.ownership).not.toBe(outbox[0]?.kind === 'bot-turn' && outbox[0].body.ownership);
  expect(resumed.state).toMatchObject({
    owner: { kind: 'agent', agent: ada },
    handoff: { status: 'active', endReason: null, resolvedAt: null, requestedAt: noon },
  });
});

test('a bot, an agent and a declined offer call nobody', () => {
  expect(outboxOf(started, byBot('x', { parts: saying('Hello') }))).toEqual([]);
  expect(outboxOf(active, byAgent(ada, 'x', { type: 'send-message', parts: saying('Hello') }))).toEqual([]);
  expect(outboxOf(stages.offered, byVisitor('x', { type: 'decline-offer' }))).toEqual([]);
  expect(outboxOf(over['wait-expired'], leaves)).toEqual([]);
});
