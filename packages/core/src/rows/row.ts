import type { Answer, Author, Notice, Part } from '@batonchat/protocol';
import type { ConnectionReason, OutboxRefusal } from '../state.js';

/** How far a message of one's own side has come. */
export type Delivery = 'sending' | 'failed' | 'sent' | 'delivered' | 'seen';

/** A message as a log shows it. */
export interface MessageRow {
  kind: 'message';
  /** Stays the same from the outbox or the draft to the log. */
  key: string;
  /** Null while it is not in the log. */
  seq: number | null;
  messageId: string;
  author: Author;
  parts: readonly Part[];
  /** Epoch milliseconds. */
  at: number;
  /** Set while it stands in the outbox: what `retry` and `discard` take. */
  commandId: string | null;
  /** Null for the other side's messages. */
  delivery: Delivery | null;
  refusal: OutboxRefusal | null;
  /** Why the connection is closed for good: it is kept, but does not go out. Null in the log, and while it can go out. */
  closedBy: ConnectionReason | null;
  /** A bot is still writing it. */
  isStreaming: boolean;
  /** What the visitor answered to what it asks: in the log, or on its way. */
  answer: Answer | null;
  /** It asks something that the visitor has not answered, and still can. */
  isAsking: boolean;
}

/** A line about the handoff as a log shows it. */
export interface NoticeRow {
  kind: 'notice';
  key: string;
  seq: number | null;
  at: number;
  notice: Pick<Notice, 'type' | 'body'>;
  /** It is about the latest handoff; the lines of earlier ones are history. */
  isLatestHandoff: boolean;
  delivery: 'sending' | 'failed' | null;
  commandId: string | null;
  refusal: OutboxRefusal | null;
  /** As a message's. */
  closedBy: ConnectionReason | null;
}

/** One row of a log. */
export type Row = MessageRow | NoticeRow;

/** Whose side the rows are shown on. */
export type Viewer = 'visitor' | 'agent';

/** A message's row; what is left out is as for the other side's message in the log. */
export const messageRow = (
  given: Pick<MessageRow, 'messageId' | 'author' | 'parts' | 'at'> & Partial<MessageRow>,
): MessageRow => ({
  kind: 'message',
  key: `message:${given.messageId}`,
  seq: null,
  commandId: null,
  delivery: null,
  refusal: null,
  closedBy: null,
  isStreaming: false,
  answer: null,
  isAsking: false,
  ...given,
});

/** A notice's row; `eventId` is that of the event it shows, or will show. */
export const noticeRow = (
  eventId: string,
  given: Pick<NoticeRow, 'at' | 'notice' | 'isLatestHandoff'> & Partial<NoticeRow>,
): NoticeRow => ({
  kind: 'notice',
  key: `notice:${eventId}`,
  seq: null,
  delivery: null,
  commandId: null,
  refusal: null,
  closedBy: null,
  ...given,
});
