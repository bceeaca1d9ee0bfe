import { type ConversationRecord, type DownFrame, inboxRowOf } from '@batonchat/protocol';
import type { Session } from './sessions.js';

/** Tells those who watch an inbox what changes in it. */
export interface InboxFeed {
  watch(session: Session): void;
  unwatch(session: Session): void;
  /** The conversation as it stands now; it is told a moment later, with what else has changed by then. */
  changed(record: ConversationRecord): void;
}

/** How long changes of one site are gathered: faster than anybody reads, and after the message itself is on the screen. */
const gatherMs = 100;

const runLater = (run: () => void, ms: number): void => {
  setTimeout(run, ms).unref();
};

interface Watched {
  sessions: Set<Session>;
  /** What has changed since it was last told. */
  gathered: Map<string, ConversationRecord>;
}

/**
 * Nobody watches yet. However fast a conversation changes, and however many do, an inbox hears of it ten times a
 * second: each row is whole and has a version, so the newest one is all that is needed.
 */
export function createInboxFeed(later: (run: () => void, ms: number) => void = runLater): InboxFeed {
  const sites = new Map<string, Watched>();

  function tell({ sessions, gathered }: Watched): void {
    const rows = [...gathered.values()].map(inboxRowOf);
    gathered.clear();
    const json = JSON.stringify({ type: 'inbox', rows, isFresh: false } satisfies DownFrame);
    for (const session of sessions) session.sendText(json);
  }

  return {
    watch(session) {
      const watched = sites.get(session.siteId) ?? { sessions: new Set(), gathered: new Map() };
      watched.sessions.add(session);
      sites.set(session.siteId, watched);
    },
    unwatch: (session) => void sites.get(session.siteId)?.sessions.delete(session),
    changed(record) {
      const watched = sites.get(record.siteId);
      if (!watched || watched.sessions.size === 0) return;
      if (watched.gathered.size === 0) later(() => tell(watched), gatherMs);
      watched.gathered.set(record.id, record);
    },
  };
}
