import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { deskEvent, type LogEvent, sharedEvent } from './event.js';
import { applyEvents, emptyConversation } from './fold.js';
import { isOfDesk, logOf } from './log.js';
import { part } from './message.js';
import { type ConversationState, type DeskState, evolveDesk, initialDeskState } from './state.js';
import { ada } from './testing/people.js';
import { type StoredEvent, upcast } from './upcast.js';

/**
 * A log as version 1 stored it. Logs outlive the code that wrote them, so no line of the file may ever change:
 * a new type adds a line at the end, a new shape gets a file of its own and `upcast` lifts this one.
 */
const stored = readFileSync(new URL('./testing/events-v1.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): StoredEvent & { log: string } => JSON.parse(line));

const lifted: LogEvent[] = stored.map(({ log: _, ...event }) => upcast(event));

const state: ConversationState = {
  startedAt: 1767614400000,
  visitorId: 'v-1',
  channel: 'web',
  locale: 'en-GB',
  owner: { kind: 'bot' },
  ownership: 8,
  handoff: {
    id: 'm-3',
    status: 'resolved',
    agent: ada,
    endReason: 'ended-by-visitor',
    requestedAt: 1767614420000,
    claimedAt: 1767614440000,
    resolvedAt: 1767614480000,
    hasContact: true,
  },
  contact: { name: 'Vera', email: 'vera@mail.example', message: '' },
  lastMessage: { authorKind: 'visitor', text: '★★★★☆ Quick', at: 1767614580000 },
  asks: [
    'Can I return a bag that I have used?',
    'A sling',
    'Email: vera@mail.example Size: M It was a gift: ✓',
    '★★★★☆ Quick',
  ],
  questions: [{ messageId: 'turn-22', type: 'rating' }],
};

const desk: DeskState = {
  handoffId: 'm-3',
  reason: 'keyword',
  summary: 'Can I return a bag that I have used? → talk to a human',
  follows: null,
  rejectedBy: ['ben'],
  context: {
    sessionId: 's-1',
    startedAt: 1767614399000,
    ip: '203.0.113.7',
    userAgent: 'Firefox',
    channel: 'web',
    page: 'https://shop.example/bags',
    pageTitle: 'Bags',
    referrer: null,
    locale: 'en-GB',
  },
};

test('a log of version 1 folds to the same conversation for ever', () => {
  const shared = lifted.filter((event) => !isOfDesk(event));
  const folded = applyEvents(emptyConversation('c-1', 'e-1'), shared);
  expect(folded.state).toEqual(state);
  expect(folded.position).toEqual({ epoch: 'e-1', seq: 26, id: 'm-23' });
  expect(
    folded.entries.map((entry) => `${entry.seq} ${entry.kind === 'notice' ? entry.notice.type : entry.id}`),
  ).toEqual([
    '2 m-1',
    '3 turn-1',
    '4 handoff-offered',
    '5 handoff-declined',
    '6 m-3',
    '7 handoff-requested',
    '8 contact-left',
    '9 handoff-claimed',
    '10 m-7',
    '11 handoff-transferred',
    '12 handoff-requeued',
    '13 handoff-claimed',
    '14 handoff-resolved',
    '15 handoff-resumed',
    '16 handoff-resolved',
    '17 m-14',
    '18 turn-15',
    '19 m-16',
    '20 turn-17',
    '21 turn-18',
    '22 turn-19',
    '23 m-20',
    '24 turn-21',
    '25 turn-22',
    '26 m-23',
  ]);
});

test('the desk log of version 1 folds to the same state for ever', () => {
  expect(lifted.filter(isOfDesk).reduce(evolveDesk, initialDeskState)).toEqual(desk);
});

test('every event of version 1 passes the schema of today unchanged', () => {
  for (const event of lifted)
    expect(v.parse(isOfDesk(event) ? deskEvent : sharedEvent, event)).toEqual(event);
});

test('every event stands in the log that it was stored in, and every type of event and part stands there', () => {
  for (const { log, type } of stored) expect(logOf(type)).toBe(log);
  const parts = lifted.flatMap((event) =>
    event.type === 'message-added' ? event.body.message.parts.map(({ type }) => type) : [],
  );
  expect(new Set(parts)).toEqual(new Set(part.options.map(({ entries }) => entries.type.literal)));
  const types = [...sharedEvent.options, ...deskEvent.options].map(({ entries }) => entries.type.literal);
  expect(new Set(stored.map(({ type }) => type))).toEqual(new Set<string>(types));
});
