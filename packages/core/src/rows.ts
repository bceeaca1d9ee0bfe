import type { Author, Conversation, Entry, Notice, Part, Receipt, Refusal } from '@batonchat/protocol';
import type { AnyCommand } from './any-command.js';
import { pendingRequests } from './selectors.js';
import type { Draft, FollowedConversation, OutboxItem } from './state.js';

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
  at: number;
  /** Set while it stands in the outbox: what `retry` and `discard` take. */
  commandId: string | null;
  /** Null for the other side's messages. */
  delivery: Delivery | null;
  refusal: Refusal | null;
  /** A bot is still writing it. */
  isStreaming: boolean;
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
  refusal: Refusal | null;
}

export type Row = MessageRow | NoticeRow;
export type Viewer = 'visitor' | 'agent';

/** What rows are made of. */
export type RowSource = Pick<
  FollowedConversation<AnyCommand>,
  'conversation' | 'outbox' | 'drafts' | 'receipts'
>;

interface Memo {
  source: RowSource;
  rows: readonly Row[];
}

const memos: Record<Viewer, WeakMap<object, Memo>> = { visitor: new WeakMap(), agent: new WeakMap() };

/**
 * A conversation as its log shows it: what is in the log, then what is on its way, then what a bot is writing.
 * Pure: the same input gives the very same array, and a row that is unchanged is the very same object.
 */
export function rowsOf(source: RowSource, viewer: Viewer): readonly Row[] {
  const { conversation, outbox, drafts, receipts } = source;
  const memo = memos[viewer].get(conversation ?? outbox);
  if (
    memo &&
    memo.source.conversation === conversation &&
    memo.source.outbox === outbox &&
    memo.source.drafts === drafts &&
    memo.source.receipts === receipts
  )
    return memo.rows;

  const logged = conversation ? loggedRows(conversation, receipts, viewer) : [];
  const pending = outbox.length > 0 ? pendingRows(source, viewer) : [];
  const rows = [...logged, ...pending, ...drafts.map(draftRow)];
  memos[viewer].set(conversation ?? outbox, { source: { conversation, outbox, drafts, receipts }, rows });
  return rows;
}

const loggedRowOf: Record<Viewer, WeakMap<Entry, Row>> = { visitor: new WeakMap(), agent: new WeakMap() };

function loggedRows({ entries, state }: Conversation, receipts: readonly Receipt[], viewer: Viewer): Row[] {
  const others = receipts.filter((receipt) => receipt.kind !== viewer);
  const readSeq = Math.max(0, ...others.map((receipt) => receipt.readSeq));
  const deliveredSeq = Math.max(readSeq, ...others.map((receipt) => receipt.deliveredSeq));
  const latestHandoffId = state.handoff?.id;
  const cache = loggedRowOf[viewer];

  return entries.map((entry) => {
    const held = cache.get(entry);
    if (entry.kind === 'notice') {
      const isLatestHandoff = entry.notice.body.handoffId === latestHandoffId;
      if (held?.kind === 'notice' && held.isLatestHandoff === isLatestHandoff) return held;
      return remember(cache, entry, noticeRow(entry, isLatestHandoff));
    }
    const delivery =
      entry.message.author.kind !== viewer
        ? null
        : entry.seq <= readSeq
          ? 'seen'
          : entry.seq <= deliveredSeq
            ? 'delivered'
            : 'sent';
    if (held?.kind === 'message' && held.delivery === delivery) return held;
    return remember(cache, entry, messageRow(entry, delivery));
  });
}

const noticeRow = (
  { seq, id, at, notice }: Extract<Entry, { kind: 'notice' }>,
  isLatestHandoff: boolean,
): NoticeRow => ({
  kind: 'notice',
  key: `notice:${id}`,
  seq,
  at,
  notice,
  isLatestHandoff,
  delivery: null,
  commandId: null,
  refusal: null,
});

const messageRow = (
  { seq, at, message }: Extract<Entry, { kind: 'message' }>,
  delivery: Delivery | null,
): MessageRow => ({
  kind: 'message',
  key: `message:${message.id}`,
  seq,
  messageId: message.id,
  author: message.author,
  parts: message.parts,
  at,
  commandId: null,
  delivery,
  refusal: null,
  isStreaming: false,
});

interface PendingRows {
  message: MessageRow | null;
  notice: NoticeRow | null;
}

const pendingRowsOf: Record<Viewer, WeakMap<OutboxItem<AnyCommand>, PendingRows>> = {
  visitor: new WeakMap(),
  agent: new WeakMap(),
};

function pendingRows({ conversation, outbox }: RowSource, viewer: Viewer): Row[] {
  const { commandIds: requests } = pendingRequests({ conversation, outbox });
  const handoff = conversation?.state.handoff;
  const logged = new Set(conversation?.entries.map((entry) => entry.id));
  const me = authorOf(conversation, viewer);

  return outbox.flatMap((item): Row[] => {
    const held = pendingRowsOf[viewer].get(item) ?? { message: null, notice: null };
    const { commandId, command } = item;
    const isMessage = command.type === 'send-message' && !logged.has(commandId);
    const message = isMessage ? keep(held.message, pendingMessageRow(item, command.parts, me)) : null;
    const handoffId = handoff?.status === 'offered' ? handoff.id : commandId;
    const notice = requests.has(commandId) ? keep(held.notice, pendingNoticeRow(item, handoffId)) : null;
    pendingRowsOf[viewer].set(item, { message, notice });
    return [message, notice].filter((row) => row !== null);
  });
}

const pendingMessageRow = (
  { commandId, createdAt, status, refusal }: OutboxItem<AnyCommand>,
  parts: readonly Part[],
  author: Author,
): MessageRow => ({
  kind: 'message',
  key: `message:${commandId}`,
  seq: null,
  messageId: commandId,
  author,
  parts,
  at: createdAt,
  commandId,
  delivery: status,
  refusal,
  isStreaming: false,
});

/** The line that the event will be shown as: its key is the event's, whose id derives from the command's. */
const pendingNoticeRow = (
  { commandId, command, createdAt, status, refusal }: OutboxItem<AnyCommand>,
  handoffId: string,
): NoticeRow => ({
  kind: 'notice',
  key: `notice:${command.type === 'send-message' ? `${commandId}.1` : commandId}`,
  seq: null,
  at: createdAt,
  notice: { type: 'handoff-requested', body: { handoffId, status: 'pending', by: 'visitor' } },
  isLatestHandoff: true,
  delivery: status,
  commandId,
  refusal,
});

/** Whose messages the outbox holds. */
function authorOf(conversation: Conversation | null, viewer: Viewer): Author {
  const { owner, visitorId, contact } = conversation?.state ?? {};
  if (viewer === 'agent')
    return owner?.kind === 'agent'
      ? { kind: 'agent', ...owner.agent }
      : { kind: 'agent', id: '', name: null, avatarUrl: null };
  return { kind: 'visitor', id: visitorId ?? '', name: contact?.name || null, avatarUrl: null };
}

const draftRows = new WeakMap<Draft, MessageRow>();

function draftRow(draft: Draft): MessageRow {
  return (
    draftRows.get(draft) ??
    remember(draftRows, draft, {
      kind: 'message',
      key: `message:${draft.messageId}`,
      seq: null,
      messageId: draft.messageId,
      author: draft.author,
      parts: [{ type: 'text', text: draft.text }],
      at: draft.startedAt,
      commandId: null,
      delivery: null,
      refusal: null,
      isStreaming: true,
    })
  );
}

function remember<Key extends object, Value>(
  cache: { set(key: Key, value: Value): unknown },
  key: Key,
  value: Value,
): Value {
  cache.set(key, value);
  return value;
}

/** The held row where the fresh one says the same. */
function keep<Kept extends Row>(held: Kept | null, fresh: Kept): Kept {
  return held && JSON.stringify(held) === JSON.stringify(fresh) ? held : fresh;
}
