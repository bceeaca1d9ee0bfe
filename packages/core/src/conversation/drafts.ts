import type { Conversation } from '@batonchat/protocol';
import type { Draft } from '../state.js';
import type { ReceivedDelta } from './input.js';
import { without } from './without.js';

/**
 * The drafts after some pieces. A piece is ignored when its message is in the log, or when it was written under
 * another ownership than the folded one; one that leaves a hole drops its draft, and a higher attempt starts the
 * text again.
 */
export function withDeltas(
  drafts: readonly Draft[],
  deltas: readonly ReceivedDelta[],
  conversation: Conversation,
  at: number,
): readonly Draft[] {
  return deltas.reduce((held, received) => withDelta(held, received, conversation, at), drafts);
}

function withDelta(
  drafts: readonly Draft[],
  { from, delta }: ReceivedDelta,
  conversation: Conversation,
  at: number,
): readonly Draft[] {
  const { messageId, attempt, ownership, offset, text } = delta;
  if (ownership !== conversation.state.ownership) return drafts;
  const held = drafts.find((draft) => draft.messageId === messageId);
  if (!held || attempt > held.attempt) {
    const others = dropped(drafts, messageId);
    if (offset > 0 || isLogged(conversation, messageId)) return others;
    const startedAt = held?.startedAt ?? at;
    return [...others, { messageId, attempt, ownership, author: from, text, startedAt }];
  }
  if (attempt < held.attempt || offset < held.text.length) return drafts;
  if (offset > held.text.length) return dropped(drafts, messageId);
  return drafts.map((draft) => (draft === held ? { ...held, text: held.text + text } : draft));
}

const dropped = (drafts: readonly Draft[], messageId: string): readonly Draft[] =>
  without(drafts, (draft) => draft.messageId === messageId);

const isLogged = ({ entries }: Conversation, messageId: string): boolean =>
  entries.some((entry) => entry.kind === 'message' && entry.id === messageId);

/** The drafts that are left when these messages are in the log and the ownership is this one. */
export const withoutLogged = (
  drafts: readonly Draft[],
  messageIds: ReadonlySet<string>,
  ownership: number,
): readonly Draft[] =>
  without(drafts, (draft) => draft.ownership !== ownership || messageIds.has(draft.messageId));

/** Whoever has said something is done with what they were writing, also where they gave it up for another message. */
export const withoutSpeakers = (
  drafts: readonly Draft[],
  authorIds: ReadonlySet<string>,
  ownership: number,
): readonly Draft[] =>
  without(drafts, (draft) => draft.ownership !== ownership || authorIds.has(draft.author.id));
