import { mayBeLeft } from '@batonchat/protocol';
import type { ChatState } from './state.js';

/**
 * True where the visitor can leave the conversation for a new one: they have said something in it, nothing of theirs is still
 * on its way to it, and no human is asked for or here. `now` by the relay's clock (`skewMs`), epoch milliseconds.
 */
export const canStartAfresh = (
  { conversation, outbox, connection }: Pick<ChatState, 'conversation' | 'outbox' | 'connection'>,
  now: number,
): boolean =>
  connection.status === 'connected' &&
  outbox.length === 0 &&
  conversation !== null &&
  (conversation.state.asks.length > 0 || conversation.state.handoff !== null) &&
  mayBeLeft(conversation.state, now);
