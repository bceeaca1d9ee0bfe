import type { MessageRow, NoticeRow } from '@batonchat/core';
import type { Agent, Author, Notice } from '@batonchat/protocol';

/** People and rows that stories and tests share. Times are fixed, so that a picture looks the same on any day. */
export const startedAt = Date.UTC(2026, 10, 20, 9, 30);

export const bot: Author = { kind: 'bot', id: 'bot', name: 'Halden helper', avatarUrl: null };
export const visitor: Author = { kind: 'visitor', id: 'visitor', name: null, avatarUrl: null };
export const ada: Author & { name: string } = {
  kind: 'agent',
  id: 'ada',
  name: 'Ada Byron',
  avatarUrl: null,
};
export const ben: Author & { name: string } = { kind: 'agent', id: 'ben', name: 'Ben', avatarUrl: null };

export const agentOf = ({ id, name, avatarUrl }: Author & { name: string }): Agent => ({
  id,
  name,
  avatarUrl,
});

/** A message in the log, at one minute per seq. */
export function messageRow(
  seq: number,
  author: Author,
  text: string,
  changes: Partial<MessageRow> = {},
): MessageRow {
  return {
    kind: 'message',
    key: `message:m${seq}`,
    seq,
    messageId: `m${seq}`,
    author,
    parts: [{ type: 'text', text }],
    at: startedAt + seq * 60_000,
    commandId: null,
    delivery: author.kind === 'visitor' ? 'seen' : null,
    refusal: null,
    closedBy: null,
    isStreaming: false,
    answer: null,
    isAsking: false,
    ...changes,
  };
}

/** A notice in the log, at one minute per seq. */
export function noticeRow<Type extends Notice['type']>(
  seq: number,
  type: Type,
  body: Omit<Extract<Notice, { type: Type }>['body'], 'handoffId'>,
  changes: Partial<NoticeRow> = {},
): NoticeRow {
  const notice = { type, body: { handoffId: 'h1', ...body } } as Pick<Notice, 'type' | 'body'>;
  return {
    kind: 'notice',
    key: `notice:n${seq}`,
    seq,
    at: startedAt + seq * 60_000,
    notice,
    isLatestHandoff: true,
    delivery: null,
    commandId: null,
    refusal: null,
    closedBy: null,
    ...changes,
  };
}

/** A conversation from the first question to the way back to the bot. */
export const handoffRows = [
  messageRow(1, bot, 'Hi! Ask me anything about your bag, your order or a return.'),
  messageRow(2, visitor, 'My zip broke after two weeks. Can I send the bag back?'),
  messageRow(
    3,
    bot,
    'Sorry to hear that. Zips are covered for **ten years**, so we repair it for free:\n\n1. Open **My orders** and choose *Repair*\n2. Print the label\n3. Drop the parcel off\n\nMore in [Repairs](/help/repairs).',
  ),
  messageRow(4, visitor, 'I need it on Friday though. talk to a human please'),
  noticeRow(5, 'handoff-requested', { status: 'pending', by: 'visitor' }),
  noticeRow(6, 'handoff-claimed', { agent: agentOf(ada) }),
  messageRow(7, ada, 'Hi, Ada here. I can see your order.'),
  messageRow(8, ada, 'Would a replacement by **Thursday** help?'),
  messageRow(9, visitor, 'That would be perfect!', { delivery: 'seen' }),
];

/** Many messages, so that a list has something to window. Seqs run from `from` to `to`. */
export const manyRows = (from: number, to: number): MessageRow[] =>
  Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    const text =
      seq % 4 === 0
        ? `Message ${seq}, ${'a longer one that wraps over lines. '.repeat(1 + (seq % 5))}`
        : `Message ${seq}`;
    return messageRow(seq, seq % 3 === 0 ? visitor : bot, text);
  });
