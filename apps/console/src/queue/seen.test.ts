import { describe, expect, it } from 'vitest';
import { inboxRow } from '../testing/inbox-row.js';
import { createSeenMarks, isUnread, markSeen } from './seen.js';

const ada = { id: 'ada', name: 'Ada', avatarUrl: null };
const saidAt = (at: number) => ({ authorKind: 'visitor' as const, text: 'Hello', at });

describe('a pending row', () => {
  it('is unread until it is opened, and again when the visitor writes', () => {
    const marks = createSeenMarks(null);
    const row = inboxRow({ requestedAt: 100 });
    const unread = (changed = row) => isUnread(changed, 'ada', marks.getState()[row.conversationId]);
    expect(unread()).toBe(true);
    markSeen(marks, row);
    expect(unread()).toBe(false);
    expect(unread({ ...row, lastMessage: saidAt(200) })).toBe(true);
  });
});

describe('an active row', () => {
  const row = inboxRow({ status: 'active', agent: ada, lastMessage: saidAt(200) });

  it('is unread for its agent alone', () => {
    expect(isUnread(row, 'ada', 150)).toBe(true);
    expect(isUnread(row, 'ben', 150)).toBe(false);
  });

  it("is read when the last word is the agent's", () => {
    expect(
      isUnread({ ...row, lastMessage: { authorKind: 'agent', text: 'Hi', at: 200 } }, 'ada', undefined),
    ).toBe(false);
  });
});

describe('marks', () => {
  it('never go back', () => {
    const marks = createSeenMarks(null);
    markSeen(marks, inboxRow({ requestedAt: 300 }));
    markSeen(marks, inboxRow({ requestedAt: 100 }));
    expect(marks.getState()).toEqual({ 'conversation-1': 300 });
  });

  it('work all the same when the storage refuses or holds something else', () => {
    const refusing = {
      getItem: () => '"not marks',
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    } as unknown as Storage;
    const marks = createSeenMarks(refusing);
    markSeen(marks, inboxRow({ requestedAt: 300 }));
    expect(marks.getState()).toEqual({ 'conversation-1': 300 });
  });
});
