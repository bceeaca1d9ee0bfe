import type {
  AgentCommand,
  Author,
  Conversation,
  DeskState,
  InboxRow,
  MessageDelta,
  QueuePlace,
  Receipt,
  Refusal,
  VisitorCommand,
} from '@batonchat/protocol';
import type { FileRefusalReason, FileTerms } from './files/file-transport.js';
import type { PendingFile } from './files/pending-file.js';

/** Why the connection is not up, or null when there is nothing to say. */
export type ConnectionReason =
  /** The browser says that there is no network. */
  | 'offline'
  /** The relay does not answer, or went away. */
  | 'unreachable'
  /** Signed out, or not allowed here. Terminal. */
  | 'forbidden'
  /** This page's code is too old for the relay. Terminal: reload. */
  | 'reload-needed'
  /** The relay refused what we keep sending. Terminal. */
  | 'offence'
  | 'destroyed';

/** `idle` before the first connect, `closed` for good. Times are epoch milliseconds. */
export interface ConnectionState {
  status: 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'closed';
  reason: ConnectionReason | null;
  /** When the next attempt begins, while reconnecting; null while one is under way. */
  retryAt: number | null;
}

/** Why a command was not accepted. `file`: one of its files is not taken, for this reason, by these terms. */
export interface OutboxRefusal extends Refusal {
  file?: { reason: FileRefusalReason; terms: FileTerms | null };
}

/** A command that is not in the log yet. `failed` waits for `retry` or `discard`; its text is kept. */
export interface OutboxItem<Command = VisitorCommand> {
  commandId: string;
  /** Null until the first `open` is answered. */
  conversationId: string | null;
  command: Command;
  /** Epoch milliseconds, raised where needed so that it grows from item to item: it is their order. */
  createdAt: number;
  status: 'sending' | 'failed';
  refusal: OutboxRefusal | null;
  /** What it names and is not at the relay yet: it goes when that is. */
  files?: readonly PendingFile[] | undefined;
}

/** A bot's message while it is being written. */
export interface Draft extends Pick<MessageDelta, 'messageId' | 'attempt' | 'ownership'> {
  author: Author;
  text: string;
  /** When its first piece came. */
  startedAt: number;
}

/** One conversation as a client of either side follows it. */
export interface FollowedConversation<Command> {
  /** Null until the first snapshot. */
  conversation: Conversation | null;
  /** Oldest first; what is not acknowledged yet. */
  outbox: readonly OutboxItem<Command>[];
  drafts: readonly Draft[];
  /** Who else is typing now. */
  typing: readonly Author[];
  receipts: readonly Receipt[];
  isLoadingOlder: boolean;
  /** The last seq that this participant has seen. */
  readSeq: number;
  /** Where we stood, when last told, among those who wait for a human. */
  queuePlace: QueuePlace | null;
  /** The history was replaced under us (a wiped or restored store): a banner says so until dismissed. */
  isHistoryReplaced: boolean;
}

/**
 * Who holds the connection that the tabs of one visitor share: the `leader` does, for itself and each `follower`. A
 * tab is `alone` before it connects, and where the browser gives no locks or channels (no https, a sandbox).
 */
export type TabRole = 'alone' | 'leader' | 'follower';

/** The visitor's side, as one immutable value. */
export interface ChatState extends FollowedConversation<VisitorCommand> {
  connection: ConnectionState;
  /** What must happen once over all tabs, such as a sound, happens where this is not `follower`. */
  tabs: TabRole;
  /** How far the relay's clock is ahead of this device's, in milliseconds; 0 while that is not known. */
  skewMs: number;
  /** `memory`: unsent messages do not survive a reload, since the page's storage is refused. */
  outboxStorage: 'durable' | 'memory';
}

/** One conversation as an agent's client follows it. `desk` is null until its first snapshot. */
export interface DeskConversation extends FollowedConversation<AgentCommand> {
  desk: DeskState | null;
}

/** The agent's side, as one immutable value. */
export interface DeskClientState {
  connection: ConnectionState;
  /** The signed-in agent, once the relay has said who that is. */
  me: Author | null;
  /** Null until the first inbox. */
  inbox: Readonly<Record<string, InboxRow>> | null;
  /** How far the relay's clock is ahead of this device's, in milliseconds; 0 while that is not known. */
  skewMs: number;
  /** The conversations that are open here, by id. */
  conversations: Readonly<Record<string, DeskConversation>>;
  /** The newest alert: a handoff that wants a human. `count` grows with each. */
  alert: { conversationId: string; handoffId: string; count: number } | null;
  /** `memory`: unsent messages do not survive a reload, since it is not known yet whose they are, or storage is refused. */
  outboxStorage: 'durable' | 'memory';
}
