import type { InboxRow } from '@batonchat/protocol';

/** The three places where a conversation can stand in the queue, in the order of their tabs. */
export const queueTabs = ['pending', 'active', 'resolved'] as const;
/** One of them. Named as the handoff statuses are. */
export type QueueTab = (typeof queueTabs)[number];

/** The rows of each tab, in the order in which they are listed. */
export type Queue = Readonly<Record<QueueTab, readonly InboxRow[]>>;

/**
 * The inbox as one agent sees it. Pending: who has waited longest comes first, without the handoffs that this
 * agent passed on. Active: the agent's own first, then the others', newest claim first, so that no item moves
 * under a pointer while people write. Resolved: newest first. Conversations without a handoff are in none.
 */
export function queueOf(inbox: Readonly<Record<string, InboxRow>>, agentId: string): Queue {
  const rows = Object.values(inbox);
  const by = (status: QueueTab) => rows.filter((row) => row.status === status);
  const isMine = (row: InboxRow) => Number(row.agent?.id === agentId);
  return {
    pending: by('pending')
      .filter((row) => !row.rejectedBy.includes(agentId))
      .sort((a, b) => (a.requestedAt ?? 0) - (b.requestedAt ?? 0)),
    active: by('active').sort((a, b) => isMine(b) - isMine(a) || (b.claimedAt ?? 0) - (a.claimedAt ?? 0)),
    resolved: by('resolved').sort((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0)),
  };
}

/** Since when the visitor of this row waits for a human's word; null while nobody is waiting. */
export function waitingSince(row: InboxRow): number | null {
  if (row.status === 'pending') return row.requestedAt;
  return row.status === 'active' && row.lastMessage?.authorKind === 'visitor' ? row.lastMessage.at : null;
}
