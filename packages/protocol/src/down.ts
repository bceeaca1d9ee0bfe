/** The frames that the relay sends. Clients read them as they are: unknown types and fields are ignored. */
import type { RefusalCode } from './command.js';
import type { LogEvent, Position } from './event.js';
import type { Entry } from './fold.js';
import type { InboxRow } from './inbox.js';
import type { Log } from './log.js';
import type { Agent, Author } from './message.js';
import type { QueuePlace } from './queue.js';
import type { Signal } from './signal.js';
import type { ConversationState, DeskState } from './state.js';

/** Why a frame was not taken. `too-old` and `unauthorised` are terminal, `try-later` is not. */
export type ErrorCode =
  | 'malformed'
  | 'oversized'
  | 'unknown-type'
  | 'invalid'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'try-later'
  | 'too-old';

/** One participant's high-water marks in the shared log. */
export interface Receipt {
  participantId: string;
  kind: 'visitor' | 'agent';
  deliveredSeq: number;
  readSeq: number;
}

/** Any frame that the relay sends. */
export type DownFrame =
  | {
      type: 'welcome';
      protocol: number;
      participant: Author;
      heartbeatMs: number;
      /** The relay's clock, epoch milliseconds: waiting times are read by it. A relay of yesterday does not send it. */
      now?: number;
    }
  | {
      type: 'snapshot';
      conversationId: string;
      log: 'shared';
      position: Position;
      state: ConversationState;
      entries: Entry[];
      hasOlder: boolean;
      receipts: Receipt[];
      /** What the client said that it holds, where this history does not hold it: it was wiped, or is an older backup. */
      replaces?: { conversationId: string; position: Position };
    }
  | { type: 'snapshot'; conversationId: string; log: 'desk'; position: Position; state: DeskState }
  /** In order and without holes; `head` is the log's last seq, so that a client knows whether to ask for more. */
  | { type: 'events'; conversationId: string; log: Log; epoch: string; events: LogEvent[]; head: number }
  | {
      type: 'refused';
      conversationId: string;
      commandId: string;
      code: RefusalCode;
      message: string;
      owner?: Agent;
      /** When the same command may be sent again, from now (milliseconds); where the code is `rate-limited`. */
      retryAfterMs?: number;
    }
  /** The newest entries before the seq that was asked for: tabs that share a socket know by it whose page it is. */
  | { type: 'page'; conversationId: string; before: number; entries: Entry[]; hasOlder: boolean }
  | { type: 'signal'; conversationId: string; from: Author; signal: Signal }
  /** To a visitor who waits: once they open, and when it changes. */
  | { type: 'queue-place'; conversationId: string; place: QueuePlace }
  | { type: 'receipts'; conversationId: string; receipts: Receipt[] }
  | { type: 'inbox'; rows: InboxRow[]; isFresh: boolean }
  /** A handoff wants a human: the console's sound and notification. */
  | { type: 'alert'; conversationId: string; handoffId: string }
  | { type: 'pong'; heads: Record<string, number> }
  | {
      type: 'error';
      code: ErrorCode;
      message: string;
      /** When the same frame may be sent again, from now (milliseconds); where the code is `rate-limited`. */
      retryAfterMs?: number;
      /** The conversation that is not there, or not for this client; where the code is `not-found`. */
      conversationId?: string;
    };

/** Close codes that tell a client what to do; all others mean: come back after a backoff. */
export const closeCodes = {
  /** The relay goes away for a moment (RFC 6455 registry: service restart). */
  restart: 1012,
  /** Too slow to read what is sent to it: come back later. */
  slow: 4008,
  /** Get a new token, then come back. */
  tokenExpired: 4401,
  /** Terminal: not allowed here. */
  forbidden: 4403,
  /** Terminal: this page's code is too old; reload. */
  tooOld: 4426,
  /** Terminal: the client keeps sending what it must not. */
  offence: 4400,
} as const;
