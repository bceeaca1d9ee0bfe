/** Signals: ephemeral, without a seq, never stored. Losing one costs nothing that the log does not mend. */
import * as v from 'valibot';

/** What a client may signal. A typing that is not repeated is over after `typingMs`. */
export const clientSignal = v.variant('type', [
  v.object({ type: v.literal('typing'), isTyping: v.boolean() }),
]);
/** What a client may signal. */
export type ClientSignal = v.InferOutput<typeof clientSignal>;

/**
 * A piece of a bot's message while it is being written: `text` stands at `offset` (UTF-16 code units). A higher
 * `attempt` starts the text again; another `ownership` than the folded one is ignored.
 */
export interface MessageDelta {
  type: 'message-delta';
  messageId: string;
  attempt: number;
  ownership: number;
  offset: number;
  text: string;
}

/** Any signal: what clients send, and what the relay adds. */
export type Signal = ClientSignal | MessageDelta;
