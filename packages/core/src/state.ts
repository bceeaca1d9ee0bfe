import type {
  AgentCommand,
  Author,
  Conversation,
  DeskState,
  InboxRow,
  MessageDelta,
  Receipt,
  Refusal,
  VisitorCommand,
} from '@batonchat/protocol';

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
  /** When the next attempt begins, while reconnecting. */
  retryAt: number | null;
}

/** A command that is not in the log yet. `failed` waits for `retry` or `discard`; its text is kept. */
export interface OutboxItem<Command = VisitorCommand> {
  commandId: string;
  /** Null until the first `open` is answered. */
  conversationId: string | null;
  command: Command;
  createdAt: number;
  status: 'sending' | 'failed';
  refusal: Refusal | null;
}

/** A bot's message while it is being written. */
export interface Draft extends Pick<MessageDelta, 'messageId' | 'attempt' | 'ownership'> {
  author: Author;
  text: string;
}

/** The visitor's side, as one immutable value. */
export interface ChatState {
  connection: ConnectionState;
  /** Null until the first snapshot. */
  conversation: Conversation | null;
  /** Oldest first; what is not acknowledged yet. */
  outbox: readonly OutboxItem[];
  drafts: readonly Draft[];
  /** Bot or agents who are typing now. */
  typing: readonly Author[];
  receipts: readonly Receipt[];
  isLoadingOlder: boolean;
  /** The last seq that the visitor has seen. */
  readSeq: number;
  /** The history was replaced under us (a wiped or restored store): a banner says so until dismissed. */
  isHistoryReplaced: boolean;
  /** `memory`: unsent messages do not survive a reload, since the page's storage is refused. */
  outboxStorage: 'durable' | 'memory';
}

/** One conversation as an agent's client follows it. */
export interface DeskConversation extends Pick<ChatState, 'drafts' | 'typing' | 'receipts' | 'isLoadingOlder'> {
  conversation: Conversation | null;
  desk: DeskState | null;
  outbox: readonly OutboxItem<AgentCommand>[];
  readSeq: number;
}

/** The agent's side, as one immutable value. */
export interface DeskClientState {
  connection: ConnectionState;
  /** The signed-in agent, once the relay has said who that is. */
  me: Author | null;
  /** Null until the first inbox. */
  inbox: Readonly<Record<string, InboxRow>> | null;
  /** The conversations that are open here, by id. */
  conversations: Readonly<Record<string, DeskConversation>>;
  /** The newest alert: a handoff that wants a human. `count` grows with each. */
  alert: { conversationId: string; handoffId: string; count: number } | null;
}
