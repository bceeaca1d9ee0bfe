import type { Author, Conversation, Receipt } from '@batonchat/protocol';
import type { AnyCommand } from '../any-command.js';
import { seemsToAskForHuman } from '../recogniser.js';
import { pendingRequests } from '../selectors.js';
import type { ConnectionReason, ConnectionState, FollowedConversation, OutboxItem } from '../state.js';
import { beforeGrowth, createRowMemory, isSame, type RowMemory, rowsMadeOf, rowsOfLog } from './memory.js';
import { answersIn, openQuestions, saidIn, withSaid } from './questions.js';
import { type Delivery, messageRow, noticeRow, type Row, type Viewer } from './row.js';

/** What rows are made of. */
export type RowSource = Pick<
  FollowedConversation<AnyCommand>,
  'conversation' | 'outbox' | 'drafts' | 'receipts'
> & {
  /** Whose messages the outbox holds, where an agent's client knows; else the owner's. */
  me?: Author | null;
  /** What waits behind a connection that is closed for good is shown as failed. */
  connection?: ConnectionState;
};

const memories: Partial<Record<Viewer, RowMemory>> = {};

/**
 * A conversation as its log shows it: what is in the log, then what is on its way, then what a bot is writing.
 * Pure: the same input gives the very same array, and a row that is unchanged is the very same object.
 *
 * A request for a human is shown as its notice from the moment it stands in the outbox, under the key that its
 * event will have: it neither flickers nor doubles when the relay has taken it.
 */
export function rowsOf(source: RowSource, viewer: Viewer): readonly Row[] {
  memories[viewer] ??= createRowMemory();
  const memory = memories[viewer];
  const { conversation, outbox, drafts, receipts, me, connection } = source;
  const closedBy =
    connection?.status === 'closed' && connection.reason !== 'destroyed' ? connection.reason : null;
  const madeOf = [outbox, drafts, receipts, me, closedBy, seemsToAskForHuman];
  return rowsMadeOf(memory, conversation ?? outbox, madeOf, () => {
    const logged = conversation ? loggedRows(conversation, outbox, receipts, viewer, memory) : [];
    return logged.concat(
      pendingRows(conversation, outbox, me ?? authorOf(conversation, viewer), closedBy, memory),
      drafts.map((draft) => {
        const { messageId, author, text, startedAt: at } = draft;
        const parts = [{ type: 'text' as const, text }];
        return memory.messages.of(draft, {}, () =>
          messageRow({ messageId, author, parts, at, isStreaming: true }),
        );
      }),
    );
  });
}

function loggedRows(
  { entries, state }: Conversation,
  outbox: readonly OutboxItem<AnyCommand>[],
  receipts: readonly Receipt[],
  viewer: Viewer,
  memory: RowMemory,
): readonly Row[] {
  const others = receipts.filter((receipt) => receipt.kind !== viewer);
  const readSeq = Math.max(0, ...others.map((receipt) => receipt.readSeq));
  const deliveredSeq = Math.max(0, ...others.map((receipt) => receipt.deliveredSeq));
  const latestHandoffId = state.handoff?.id;

  const { questions } = state;
  const said = saidIn(outbox, questions);

  return rowsMadeOf(memory, entries, [readSeq, deliveredSeq, latestHandoffId, questions, said], () => {
    const grown = beforeGrowth(memory, entries);
    const logged = answersIn(entries, grown);
    const answers = withSaid(logged, said);
    const asking = openQuestions(questions, said);
    const shown = [readSeq, deliveredSeq, latestHandoffId, [...answers], [...asking]];
    return rowsOfLog(memory, { entries, answers: logged, shown }, grown, (entry, held): Row => {
      const { seq, id, at } = entry;
      if (entry.kind === 'notice') {
        const { notice } = entry;
        const isLatestHandoff = notice.body.handoffId === latestHandoffId;
        return held?.kind === 'notice' && held.isLatestHandoff === isLatestHandoff
          ? held
          : noticeRow(id, { seq, at, notice, isLatestHandoff });
      }
      const { author, parts } = entry.message;
      const reached: Delivery = seq <= readSeq ? 'seen' : seq <= deliveredSeq ? 'delivered' : 'sent';
      const delivery = author.kind === viewer ? reached : null;
      const answer = answers.get(id) ?? null;
      const isAsking = asking.has(id);
      return held?.kind === 'message' &&
        held.delivery === delivery &&
        held.isAsking === isAsking &&
        isSame(held.answer, answer)
        ? held
        : messageRow({ messageId: id, author, parts, seq, at, delivery, answer, isAsking });
    });
  });
}

function pendingRows(
  conversation: Conversation | null,
  outbox: readonly OutboxItem<AnyCommand>[],
  author: Author,
  closedBy: ConnectionReason | null,
  memory: RowMemory,
): Row[] {
  const requests = pendingRequests({ conversation, outbox }).commandIds;
  const handoff = conversation?.state.handoff;

  return outbox.flatMap((item) => {
    const { commandId, command, createdAt: at, status, refusal } = item;
    const delivery: typeof status = closedBy ? 'failed' : status;
    const pending = { at, commandId, delivery, refusal, closedBy };
    const rows: Row[] = [];
    if (command.type === 'send-message') {
      const said = { messageId: commandId, author, parts: command.parts };
      rows.push(memory.messages.of(item, { author, closedBy }, () => messageRow({ ...said, ...pending })));
    }
    if (requests.has(commandId)) {
      const handoffId = handoff?.status === 'offered' ? handoff.id : commandId;
      const body = { handoffId, status: 'pending' as const, by: 'visitor' as const };
      const notice = { type: 'handoff-requested' as const, body };
      // The id that the event will have: a command's first event has the command's, the second has .1 behind it.
      const eventId = rows.length > 0 ? `${commandId}.1` : commandId;
      rows.push(
        memory.notices.of(item, { notice, closedBy }, () =>
          noticeRow(eventId, { notice, isLatestHandoff: true, ...pending }),
        ),
      );
    }
    return rows;
  });
}

/** Whose messages the outbox is taken to hold. */
function authorOf(conversation: Conversation | null, viewer: Viewer): Author {
  const { owner, visitorId, contact } = conversation?.state ?? {};
  const nobody = { kind: viewer, id: '', name: null, avatarUrl: null };
  if (viewer === 'visitor') return { ...nobody, id: visitorId ?? '', name: contact?.name || null };
  return owner?.kind === 'agent' ? { ...nobody, ...owner.agent } : nobody;
}
