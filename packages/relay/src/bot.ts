import type { HandoffReason } from '@batonchat/protocol';

/** What happened that the bot may answer. Messages that arrive while a turn runs join the next turn. */
export type BotTurn =
  /** The visitor opened the chat for the first time. */
  | { type: 'started' }
  /** The visitor said something; `text` is Markdown, the newest message last. */
  | { type: 'message'; text: string }
  /** A human answered and is gone again; the bot owns the conversation from here. */
  | { type: 'handoff-ended'; endReason: string; summary: string | null };

/** One earlier message, oldest first, as the bot may use it for context. */
export interface BotHistoryItem {
  author: 'visitor' | 'bot' | 'agent';
  text: string;
}

/** What a bot knows of the conversation besides the turn itself. */
export interface BotContext {
  conversationId: string;
  /** BCP 47 tag of the visitor's page, or null. */
  locale: string | null;
  /** What was said before this turn, oldest first, at most 50 messages. */
  history: readonly BotHistoryItem[];
  /** Aborted when the answer is no longer wanted (an agent claimed, the relay stops). */
  signal: AbortSignal;
}

/** One step of an answer. Deltas stream the text of the message that the next `message` completes. */
export type BotOutput =
  | { type: 'delta'; text: string }
  /** A whole message (Markdown). If deltas came before it, their concatenation must equal `text`. */
  | { type: 'message'; text: string }
  /** Ask the visitor whether a human should take over (Accept / Not now). */
  | { type: 'offer'; reason: HandoffReason; confidence?: number; searchedKnowledge?: boolean }
  /** Hand over now. Nothing else of this turn is accepted after it. */
  | {
      type: 'handoff';
      reason: HandoffReason;
      summary?: string;
      confidence?: number;
      searchedKnowledge?: boolean;
    };

/**
 * The bot port: one call a turn. Throwing ends the turn; the relay retries it with the same message ids,
 * so a turn that is run again replaces its own messages instead of doubling them.
 */
export interface Bot {
  /** Stable id, shown in logs. */
  id: string;
  /** The name the visitor sees on the bot's messages. */
  name: string;
  /**
   * Called once, soon after the relay is open: the place for what takes long and need not hold up the start, in steps
   * that let others work. A turn may come before it. Rejecting is logged.
   */
  prepare?(): Promise<void>;
  reply(turn: BotTurn, context: BotContext): AsyncIterable<BotOutput>;
}
