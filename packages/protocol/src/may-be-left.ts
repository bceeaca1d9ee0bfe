import { defaultHandoffSettings } from './settings.js';
import type { ConversationState } from './state.js';

/**
 * Whether a visitor may leave a conversation for a new one: no human is asked for or here, nor may one who has just ended
 * it be back (`undoWindowMs` of the default settings). `now` by the relay's clock, epoch milliseconds.
 */
export function mayBeLeft({ handoff }: Pick<ConversationState, 'handoff'>, now: number): boolean {
  if (!handoff || handoff.status === 'offered') return true;
  const { status, endReason, resolvedAt } = handoff;
  const pauseMs = endReason === 'resolved-by-agent' ? defaultHandoffSettings.undoWindowMs : 0;
  return status === 'resolved' && now >= (resolvedAt ?? 0) + pauseMs;
}
