import type { AgentPart, FormAnswer, HandoffReason, RatingAnswer } from '@batonchat/protocol';

/** What happened that the bot may answer. Messages that arrive while a turn runs join the next turn. */
export type BotTurn =
  /** The visitor opened the chat for the first time. */
  | { type: 'started' }
  /** The visitor said something; `text` is Markdown, the newest message last. */
  | { type: 'message'; text: string }
  /** The visitor chose of the choices or cards of that message; `text` is what was chosen, in words. */
  | { type: 'choice'; messageId: string; choiceIds: readonly string[]; text: string }
  /** The visitor filled in the form of that message; `text` is all of it, a line a field. */
  | { type: 'form'; messageId: string; values: FormAnswer['values']; text: string }
  /** The visitor rated, from 1 to 5, what that message asked about; `comment` is empty where there is none. */
  | { type: 'rating'; messageId: string; score: RatingAnswer['score']; comment: string }
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
  /**
   * A whole message: Markdown, and below it the parts, such as choices or a card; the text is empty where they stand
   * alone. If deltas came before it, their concatenation must equal `text`. One part at most may ask for an answer,
   * which comes back as a turn of its own. A part that is wrong is left out, and the relay's log says why.
   */
  | { type: 'message'; text: string; parts?: readonly AgentPart[] }
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
