import type { InboxRow } from '@batonchat/protocol';
import { describe, expect, it } from 'vitest';
import { inboxRow } from '../testing/inbox-row.js';
import { queueOf, waitingSince } from './queue-of.js';

const ada = { id: 'ada', name: 'Ada', avatarUrl: null };
const ben = { id: 'ben', name: 'Ben', avatarUrl: null };
const inboxOf = (...rows: InboxRow[]) => Object.fromEntries(rows.map((row) => [row.conversationId, row]));
const ids = (rows: readonly InboxRow[]) => rows.map((row) => row.conversationId);

describe('queueOf', () => {
  it('lists who has waited longest first', () => {
    const queue = queueOf(
      inboxOf(
        inboxRow({ conversationId: 'late', requestedAt: 300 }),
        inboxRow({ conversationId: 'early', requestedAt: 100 }),
      ),
      'ada',
    );
    expect(ids(queue.pending)).toEqual(['early', 'late']);
  });

  it('hides what this agent passed on, from nobody else', () => {
    const inbox = inboxOf(inboxRow({ conversationId: 'passed', rejectedBy: ['ada'] }));
    expect(ids(queueOf(inbox, 'ada').pending)).toEqual([]);
    expect(ids(queueOf(inbox, 'ben').pending)).toEqual(['passed']);
  });

  it("lists the agent's own conversations before the others', newest claim first", () => {
    const queue = queueOf(
      inboxOf(
        inboxRow({ conversationId: 'bens', status: 'active', agent: ben, claimedAt: 900 }),
        inboxRow({ conversationId: 'older', status: 'active', agent: ada, claimedAt: 100 }),
        inboxRow({ conversationId: 'newer', status: 'active', agent: ada, claimedAt: 200 }),
      ),
      'ada',
    );
    expect(ids(queue.active)).toEqual(['newer', 'older', 'bens']);
  });

  it('lists the latest end first, and nothing that never reached an agent', () => {
    const queue = queueOf(
      inboxOf(
        inboxRow({ conversationId: 'first', status: 'resolved', resolvedAt: 1 }),
        inboxRow({ conversationId: 'last', status: 'resolved', resolvedAt: 2 }),
        inboxRow({ conversationId: 'offered', status: 'offered' }),
        inboxRow({ conversationId: 'form', status: 'collecting' }),
        inboxRow({ conversationId: 'bot', status: null }),
      ),
      'ada',
    );
    expect(ids(queue.resolved)).toEqual(['last', 'first']);
    expect([...queue.pending, ...queue.active]).toEqual([]);
  });
});

describe('waitingSince', () => {
  const said = (authorKind: 'visitor' | 'agent') => ({ authorKind, text: 'Hello', at: 500 });

  it('counts from the request until somebody claims it', () => {
    expect(waitingSince(inboxRow({ requestedAt: 100, lastMessage: said('visitor') }))).toBe(100);
  });

  it('then counts from what the visitor said last, until it is answered', () => {
    expect(waitingSince(inboxRow({ status: 'active', lastMessage: said('visitor') }))).toBe(500);
    expect(waitingSince(inboxRow({ status: 'active', lastMessage: said('agent') }))).toBeNull();
    expect(waitingSince(inboxRow({ status: 'resolved', lastMessage: said('visitor') }))).toBeNull();
  });
});
