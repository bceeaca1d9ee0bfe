import { expect, test } from 'vitest';
import { inboxRowOf } from './inbox.js';
import { ada, byAgent, byVisitor, contact, noon, saying, visit } from './testing/people.js';
import { active, after, started } from './testing/stages.js';

test('a row says who waits, since when, for what, and who has it', () => {
  const record = after(
    active,
    byVisitor('m-1', { type: 'send-message', parts: saying('Hello Ada') }),
    byAgent(ada, 'end', { type: 'resolve' }),
  );
  expect(inboxRowOf(record)).toEqual({
    conversationId: 'c-1',
    version: record.heads.shared.seq + record.heads.desk.seq,
    visitorName: null,
    isVerified: false,
    status: 'resolved',
    handoffId: 'h-1',
    agent: ada,
    reason: 'button',
    summary: 'The visitor has not said anything yet.',
    endReason: 'resolved-by-agent',
    rejectedBy: [],
    startedAt: noon,
    requestedAt: noon,
    claimedAt: noon,
    resolvedAt: noon,
    lastMessage: { authorKind: 'visitor', text: 'Hello Ada', at: noon },
    channel: 'web',
    page: visit.page,
  });
});

test('a conversation without a handoff has a row without a status', () => {
  expect(inboxRowOf(started)).toMatchObject({
    status: null,
    handoffId: null,
    agent: null,
    requestedAt: null,
  });
});

test('a visitor is named once a name was left, and not by white space', () => {
  const left = (name: string) =>
    inboxRowOf(
      after(
        started,
        byVisitor('h-1', { type: 'request-handoff', reason: 'button' }),
        byVisitor('x', { type: 'leave-contact', contact: { ...contact, name }, keepWaiting: true }),
      ),
    ).visitorName;
  expect(left('Vera')).toBe('Vera');
  expect(left('  ')).toBeNull();
});

test('every commit raises the version of the row', () => {
  let version = inboxRowOf(started).version;
  const steps = [
    byVisitor('h-1', { type: 'request-handoff', reason: 'button' }),
    byAgent(ada, 'x', { type: 'reject' }),
    byAgent(ada, 'y', { type: 'claim', handoffId: 'h-1' }),
  ];
  for (const [index] of steps.entries()) {
    const row = inboxRowOf(after(started, ...steps.slice(0, index + 1)));
    expect(row.version).toBeGreaterThan(version);
    version = row.version;
  }
});
