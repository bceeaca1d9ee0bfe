import { type ConversationRecord, type LogEvent, logOf, type OutboxDraft } from '@batonchat/protocol';
import type { Insertable } from 'kysely';
import type { Tables } from './schema.js';

/** One conversation's part of a group: its record before and after, and what is added to it. */
export interface Append {
  before: ConversationRecord;
  record: ConversationRecord;
  events: LogEvent[];
  outbox: OutboxDraft[];
}

/** The head of a conversation was not where the group thought it was: another node has appended. */
export class HeadMoved extends Error {
  constructor() {
    super('Another node has appended to this conversation.');
  }
}

/** How a conversation's row is brought from one head to the next. */
export interface HeadRow {
  id: string;
  wasShared: number;
  wasDesk: number;
  sharedSeq: number;
  sharedId: string;
  deskSeq: number;
  deskId: string;
  state: string;
  /** Null where it is as it was: few messages change it. */
  desk: string | null;
  status: string;
}

/** What a group writes. The heads are sorted by id: the order in which they are locked, on every node. */
export interface AppendRows {
  heads: HeadRow[];
  events: Insertable<Tables['event']>[];
  outbox: Insertable<Tables['outbox']>[];
}

/** The rows that a group comes to; what it leaves behind is due from `now`. Heads that `mayWait` are left out. */
export function rowsOf(
  group: readonly Append[],
  now: number,
  mayWait: (append: Append) => boolean = () => false,
): AppendRows {
  const sorted = [...group].sort((a, b) => (a.record.id < b.record.id ? -1 : 1));
  return {
    heads: sorted.filter((each) => !mayWait(each)).map(headRowOf),
    events: sorted.flatMap(({ record, events }) => events.map((event) => eventRowOf(record, event))),
    outbox: sorted.flatMap(({ record, outbox }) => outbox.map((draft) => outboxRowOf(record, draft, now))),
  };
}

const headRowOf = ({ before, record: { id, heads, state, desk } }: Append): HeadRow => ({
  id,
  wasShared: before.heads.shared.seq,
  wasDesk: before.heads.desk.seq,
  sharedSeq: heads.shared.seq,
  sharedId: heads.shared.id,
  deskSeq: heads.desk.seq,
  deskId: heads.desk.id,
  state: JSON.stringify(state),
  desk: desk === before.desk ? null : JSON.stringify(desk),
  status: state.handoff?.status ?? '',
});

const eventRowOf = ({ id: conversationId, siteId }: ConversationRecord, event: LogEvent) => ({
  conversationId,
  log: logOf(event.type),
  seq: event.seq,
  id: event.id,
  siteId,
  type: event.type,
  v: event.v,
  at: event.at,
  causedBy: event.causedBy,
  body: JSON.stringify(event.body),
});

const outboxRowOf = (
  { id: conversationId, siteId }: ConversationRecord,
  { target, seq, kind, body, dueInMs }: OutboxDraft,
  now: number,
) => ({
  conversationId,
  target,
  seq,
  siteId,
  kind,
  body: JSON.stringify(body),
  dueAt: now + dueInMs,
  createdAt: now,
});
