import type { Message } from '@batonchat/protocol';

/** A handoff as a desk is told of it. */
export interface DeskHandoff {
  siteId: string;
  conversationId: string;
  handoffId: string;
  reason: string | null;
  summary: string;
}

/**
 * The desk port: where agents work. The built-in console is one; a team's own tool is another. A call that
 * throws is tried again later; the same handoff may then be opened twice, so `open` is to be idempotent by its id.
 */
export interface Desk {
  /** Stable id, shown in logs. */
  id: string;
  /** A handoff wants a human: alert somebody. `transcript` is what was said so far, oldest first. */
  open(handoff: DeskHandoff, transcript: readonly Message[]): Promise<void>;
}
