import type { Generated } from 'kysely';

/** The two stores. */
export type Dialect = 'sqlite' | 'postgres';

/** One query code over two dialects: JSON is text, times are epoch milliseconds, booleans are 0 or 1. */
export interface Tables {
  /** Facts about the store itself: `epoch`. */
  fact: { key: string; value: string };
  visitor: {
    id: string;
    siteId: string;
    /** SHA-256 of the secret that the visitor's browser holds. */
    secretHash: string;
    createdAt: number;
  };
  /** Visitors of whom the site's own server has signed who they are. Their secrets, if they had one, are deleted. */
  identity: {
    visitorId: string;
    siteId: string;
    /** What the site's server calls the person: one visitor each. */
    subject: string;
    /** What was signed last. */
    body: string;
    createdAt: number;
  };
  conversation: {
    id: string;
    siteId: string;
    visitorId: string;
    /** 1 for the visitor's current conversation, null for a past one: unique where it is not null. */
    isCurrent: 1 | null;
    /** What `state` is the fold of. In SQLite the log may be a few events further: read rows with `readRecords`. */
    sharedSeq: number;
    sharedId: string;
    deskSeq: number;
    deskId: string;
    state: string;
    desk: string;
    /** The handoff's status, or '' without one; with `statusAt`, when it last changed, what the inbox is read by. */
    status: string;
    createdAt: number;
    statusAt: number;
  };
  event: {
    conversationId: string;
    log: 'shared' | 'desk';
    seq: number;
    id: string;
    siteId: string;
    type: string;
    v: number;
    at: number;
    causedBy: string;
    body: string;
  };
  outbox: {
    conversationId: string;
    target: string;
    seq: number;
    siteId: string;
    kind: string;
    body: string;
    dueAt: number;
    createdAt: number;
    attempts: Generated<number>;
    leasedBy: string | null;
    leasedUntil: number | null;
    /** Set when the retry budget is spent: the row stays, visible, with its last error. */
    deadAt: number | null;
    lastError: string | null;
  };
  receipt: {
    conversationId: string;
    participantId: string;
    siteId: string;
    kind: 'visitor' | 'agent';
    deliveredSeq: number;
    readSeq: number;
  };
  file: {
    id: string;
    siteId: string;
    conversationId: string;
    uploaderId: string;
    name: string;
    mediaType: string;
    bytes: number;
    width: number | null;
    height: number | null;
    createdAt: number;
    /** The message that names it, which may still be refused; null until one does. */
    messageId: string | null;
    /** 1 once that message is known to be in the log. */
    isKept: Generated<0 | 1>;
  };
}
