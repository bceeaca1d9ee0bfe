import type { InboxRow } from '@batonchat/protocol';

/** A pending row of which a test names only what matters to it. */
export const inboxRow = (changes: Partial<InboxRow>): InboxRow => ({
  conversationId: 'conversation-1',
  version: 1,
  visitorName: null,
  status: 'pending',
  handoffId: 'handoff-1',
  agent: null,
  reason: 'button',
  summary: 'Where is my order?',
  endReason: null,
  rejectedBy: [],
  startedAt: 0,
  requestedAt: 100,
  claimedAt: null,
  resolvedAt: null,
  lastMessage: null,
  channel: 'web',
  page: null,
  ...changes,
});
