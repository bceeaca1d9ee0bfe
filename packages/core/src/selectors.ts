import { type Entry, type Handoff, type QueuePlace, wordsOf } from '@batonchat/protocol';
import type { AnyCommand } from './any-command.js';
import { seemsToAskForHuman } from './recogniser.js';
import type { ChatState, FollowedConversation } from './state.js';

/** The latest handoff, or null where there is none. */
export const handoffOf = (state: Pick<ChatState, 'conversation'>): Handoff | null =>
  state.conversation?.state.handoff ?? null;

/** Where the visitor stands among those who wait for a human; null where they do not wait, or it is not known yet. */
export function queuePlaceOf(state: Pick<ChatState, 'conversation' | 'queuePlace'>): QueuePlace | null {
  const { status, id } = handoffOf(state) ?? {};
  return status === 'pending' && state.queuePlace?.handoffId === id ? state.queuePlace : null;
}

/** True when a human can be asked for: none is asked for or here, nor is a request on its way. */
export const canRequestHandoff = (state: Pick<ChatState, 'conversation' | 'outbox'>): boolean =>
  !pendingRequests(state).isRequested;

/** True from the moment a human is asked for, on its way or in the log, until one answers or it is over. */
export function isWaiting(state: Pick<ChatState, 'conversation' | 'outbox'>): boolean {
  const status = handoffOf(state)?.status;
  return status !== 'active' && status !== 'collecting' && pendingRequests(state).isRequested;
}

/** How many messages of others stand in the log beyond what the visitor has seen. */
export function unreadCount({ conversation, readSeq }: Pick<ChatState, 'conversation' | 'readSeq'>): number {
  const entries = conversation?.entries ?? [];
  let count = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index] as Entry;
    if (entry.seq <= readSeq) break;
    if (entry.kind === 'message' && entry.message.author.kind !== 'visitor') count++;
  }
  return count;
}

/**
 * Which items of the outbox will open a handoff as things stand, by the rules that the relay decides by (what a message
 * asks for, once {@link seemsToAskForHuman} can tell); and
 * whether a human is asked for or here once they are taken.
 */
export function pendingRequests({
  conversation,
  outbox,
}: Pick<FollowedConversation<AnyCommand>, 'conversation' | 'outbox'>): {
  commandIds: ReadonlySet<string>;
  isRequested: boolean;
} {
  const status = conversation?.state.handoff?.status ?? 'resolved';
  const commandIds = new Set<string>();
  let isRequested = status !== 'resolved' && status !== 'offered';
  for (const item of outbox) {
    const { command } = item;
    const isSending = item.status === 'sending';
    if (command.type === 'end-handoff' && isSending) isRequested = false;
    if (isRequested || !opensHandoff(command)) continue;
    if (isSending) isRequested = true;
    if (isSending || command.type !== 'send-message') commandIds.add(item.commandId);
  }
  return { commandIds, isRequested };
}

function opensHandoff(command: AnyCommand): boolean {
  switch (command.type) {
    case 'request-handoff':
    case 'accept-offer':
      return true;
    case 'send-message':
      return seemsToAskForHuman(wordsOf(command));
    default:
      return false;
  }
}
