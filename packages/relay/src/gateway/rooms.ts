import type { Hub } from '../hub.js';
import type { Logger } from '../logger.js';
import type { Store } from '../store/open-store.js';
import { readWaiting } from '../store/records.js';
import type { Rooms } from './frame-handlers.js';
import { createQueueFeed } from './queue-feed.js';
import { createReceipts } from './receipts.js';
import { createSessions } from './sessions.js';
import { createTurns } from './turns.js';

/** Nobody is here yet; whoever comes is told of what the hub commits. */
export function openRooms({ store, hub, log }: { store: Store; hub: Hub; log: Logger }): Rooms {
  const sessions = createSessions();
  const queue = createQueueFeed({
    readWaiting: (siteId) => readWaiting(store, siteId),
    send: sessions.toVisitors,
    now: store.now,
    onError: (error) => log.warn('It could not be read who waits.', { error }),
  });
  hub.onCommit((committed) => {
    sessions.publish(committed, store.epoch);
    queue.changed(committed.record);
  });
  return { store, hub, sessions, receipts: createReceipts(store, log), queue, turns: createTurns() };
}
