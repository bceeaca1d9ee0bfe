import { type ChatState, handoffOf, type OutboxItem } from '@batonchat/core';
import { takesContact } from '@batonchat/protocol';

/** Where the form stands now, or null where none is open. `refused`: the relay did not take what was left. */
export type ContactStage = 'collecting' | 'pending' | 'resolved' | 'refused';

/** Whether a contact form is open, and at which point of the handoff. None while one is on its way. */
export function contactStageOf(state: ChatState): ContactStage | null {
  const left = leftContact(state);
  if (left) return left.status === 'failed' ? 'refused' : null;
  const handoff = handoffOf(state);
  if (!handoff || !takesContact(handoff) || (handoff.hasContact && handoff.status !== 'collecting'))
    return null;
  return handoff.status as ContactStage;
}

/** What was left last and is not in the log: where it was refused, it comes back into the form rather than being lost. */
export const leftContact = ({ outbox }: ChatState): OutboxItem | null =>
  outbox.findLast((item) => item.command.type === 'leave-contact') ?? null;
