/** Where the visitor's latest handoff stands. */
export interface HandoffChange {
  status: 'none' | 'offered' | 'collecting' | 'pending' | 'active' | 'resolved';
  /** Null while there is none. */
  handoffId: string | null;
  /** The agent who has the conversation, or null. */
  agentName: string | null;
  /** Why it ended, once it is resolved: `resolved-by-agent`, `cancelled`, `nobody-available`, ... */
  endReason: string | null;
}

/** A message that stands in the log now. */
export interface MessageTold {
  direction: 'sent' | 'received';
  messageId: string;
  author: 'visitor' | 'bot' | 'agent';
  /** What was said, for a listener that was added with `{ text: true }`; else null. */
  text: string | null;
  /** True in one of the visitor's tabs: count there, since every tab is told. */
  isFirstTab: boolean;
}

/** Something that does not work, and for what reason. */
export interface Trouble {
  reason: /** The part that the launcher asked for could not be loaded. */
    | 'load-failed'
    /** The browser says that there is no network. */
    | 'offline'
    /** The relay does not answer. */
    | 'unreachable'
    /** This page's origin may not embed the chat, or the visitor's token is refused. */
    | 'forbidden'
    /** This page's code is too old for the relay. */
    | 'reload-needed'
    /** The relay refused what this page keeps sending. */
    | 'offence'
    /** The browser keeps nothing here: what is unsent is lost when the page is reloaded. */
    | 'storage-refused'
    /** The browser has no Web Locks or no BroadcastChannel here: each tab has a connection of its own. */
    | 'tabs-apart';
}

/** What a page can listen to, and what its listener is given. */
export interface BatonEvents {
  /** The chat is loaded: calls act at once from here on. */
  ready: Record<string, never>;
  open: Record<string, never>;
  close: Record<string, never>;
  message: MessageTold;
  /** How many messages the visitor has not seen. Told when it changes. */
  unread: { count: number };
  /** Told when it changes, and to a new listener at once. */
  handoff: HandoffChange;
  error: Trouble;
}
