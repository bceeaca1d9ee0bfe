import { type ConversationRecord, type DownFrame, inboxRowOf } from '@batonchat/protocol';
import type { Session } from './sessions.js';

/** Tells those who watch an inbox what changes in it. */
export interface InboxFeed {
  watch(session: Session): void;
  unwatch(session: Session): void;
  /** The conversation as it stands now; it is told at once after a quiet moment, else with what else has changed. */
  changed(record: ConversationRecord): void;
}

/** How long changes of one site are gathered once one of them was told: faster than anybody reads. */
const gatherMs = 250;

const runLater = (run: () => void, ms: number): void => {
  setTimeout(run, ms).unref();
};

interface Watched {
  sessions: Set<Session>;
  /** What has changed since it was last told; null after a quiet moment. */
  gathered: Map<string, ConversationRecord> | null;
}

/**
 * Nobody watches yet. However fast a conversation changes, and however many do, an inbox hears of it four times a
 * second: each row is whole and has a version, so the newest one is all that is needed.
 */
export function createInboxFeed(later: (run: () => void, ms: number) => void = runLater): InboxFeed {
  const sites = new Map<string, Watched>();

  function tell({ sessions }: Watched, records: Iterable<ConversationRecord>): void {
    const rows = [...records].map(inboxRowOf);
    const json = JSON.stringify({ type: 'inbox', rows, isFresh: false } satisfies DownFrame);
    for (const session of sessions) session.sendText(json);
  }

  function tellGathered(watched: Watched): void {
    const { gathered } = watched;
    watched.gathered = null;
    if (!gathered || gathered.size === 0) return;
    tell(watched, gathered.values());
    gather(watched);
  }

  function gather(watched: Watched): void {
    watched.gathered = new Map();
    later(() => tellGathered(watched), gatherMs);
  }

  return {
    watch(session) {
      const watched = sites.get(session.siteId) ?? { sessions: new Set(), gathered: null };
      watched.sessions.add(session);
      sites.set(session.siteId, watched);
    },
    unwatch: (session) => void sites.get(session.siteId)?.sessions.delete(session),
    changed(record) {
      const watched = sites.get(record.siteId);
      if (!watched || watched.sessions.size === 0) return;
      if (watched.gathered) watched.gathered.set(record.id, record);
      else {
        tell(watched, [record]);
        gather(watched);
      }
    },
  };
}
