import type { InboxRow } from '@batonchat/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Up to when (the relay's time) this agent has had each conversation on screen. Kept over reloads. */
export type SeenMarks = StoreApi<Readonly<Record<string, number>>>;

const storageKey = 'baton-console:seen';
const keptMarks = 500;

/** Marks that are read from and kept in `storage`; without one, or when it refuses, they last as long as the page. */
export function createSeenMarks(storage: Storage | null): SeenMarks {
  const marks = createStore<Readonly<Record<string, number>>>(() => read(storage));
  marks.subscribe((state) => {
    const newest = Object.entries(state).sort(([, a], [, b]) => b - a);
    try {
      storage?.setItem(storageKey, JSON.stringify(Object.fromEntries(newest.slice(0, keptMarks))));
    } catch {
      // Storage that is full or refused costs a dot after a reload, nothing else.
    }
  });
  return marks;
}

function read(storage: Storage | null): Record<string, number> {
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(storageKey) ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter(([, at]) => typeof at === 'number'));
  } catch {
    return {};
  }
}

const newestOf = (row: InboxRow) => Math.max(row.requestedAt ?? 0, row.lastMessage?.at ?? 0);

/** The marks once this conversation has been looked at as it stands now. */
export function markSeen(marks: SeenMarks, row: InboxRow): void {
  const at = newestOf(row);
  if ((marks.getState()[row.conversationId] ?? -1) < at) marks.setState({ [row.conversationId]: at });
}

/**
 * Does this row want this agent's eyes? A pending one until it is opened, and again when the visitor writes; an
 * active one when it is theirs and the visitor wrote; a resolved one never.
 */
export function isUnread(row: InboxRow, agentId: string, seenAt: number | undefined): boolean {
  const isNew = newestOf(row) > (seenAt ?? -1);
  if (row.status === 'pending') return isNew;
  return (
    row.status === 'active' && row.agent?.id === agentId && row.lastMessage?.authorKind === 'visitor' && isNew
  );
}
