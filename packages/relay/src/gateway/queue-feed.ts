import {
  type ConversationRecord,
  claimGap,
  type DownFrame,
  queuePlaces,
  type Waiting,
  waitingIn,
} from '@batonchat/protocol';

/** Tells visitors who wait for a human where they stand. */
export interface QueueFeed {
  /** The conversation as it stands after a commit. */
  changed(record: ConversationRecord): void;
  /** Somebody opened the conversation, and knows nothing of its place. */
  opened(record: ConversationRecord): void;
}

interface QueueFeedOptions {
  /** The site's conversations that wait, as the store has them. */
  readWaiting(siteId: string): Promise<readonly Waiting[]>;
  /** To those who follow a conversation. */
  send(conversationId: string, frame: DownFrame): void;
  /** Epoch milliseconds. */
  now(): number;
  /** What could not be read is read at the next change. */
  onError(error: unknown): void;
  later?: (run: () => void, ms: number) => void;
}

/** How long changes are gathered: a queue that moves is told of once in this time. Milliseconds. */
const gatherMs = 500;
/** A pace is told by so many of the last claims. */
const mostClaims = 10;

const runLater = (run: () => void, ms: number): void => {
  setTimeout(run, ms).unref();
};

interface Queue {
  /** By conversation. */
  waiting: Map<string, Waiting>;
  /** When agents last claimed. */
  claimedAt: number[];
  /** What was last told to each conversation, in JSON. */
  told: Map<string, string>;
  isGathering: boolean;
}

/**
 * Keeps who waits in each site, read from the store when a site's first visitor waits here, and kept up by commits. Losing
 * it costs nothing that the next change does not mend.
 */
export function createQueueFeed({
  readWaiting,
  send,
  now,
  onError,
  later = runLater,
}: QueueFeedOptions): QueueFeed {
  const queues = new Map<string, Queue>();
  /** What is to be done with those that are being read, in order. */
  const reading = new Map<string, ((queue: Queue) => void)[]>();

  async function read(siteId: string, uses: ((queue: Queue) => void)[]): Promise<void> {
    reading.set(siteId, uses);
    try {
      const waiting = new Map((await readWaiting(siteId)).map((each) => [each.conversationId, each]));
      const queue: Queue = { waiting, claimedAt: [], told: new Map(), isGathering: false };
      queues.set(siteId, queue);
      for (const use of uses) use(queue);
      // Whoever it was read for may be in it already, and was told nothing yet.
      gather(queue);
    } catch (error) {
      onError(error);
    } finally {
      reading.delete(siteId);
    }
  }

  /** At once where it is known; what is committed while it is read follows, in order, on what was read. */
  function withQueue(siteId: string, use: (queue: Queue) => void): void {
    const known = queues.get(siteId);
    const uses = reading.get(siteId);
    if (known) use(known);
    else if (uses) uses.push(use);
    else void read(siteId, [use]);
  }

  function tell(queue: Queue): void {
    queue.isGathering = false;
    const places = queuePlaces(queue.waiting.values(), claimGap(queue.claimedAt, now()));
    for (const [conversationId, place] of places) {
      const json = JSON.stringify(place);
      if (queue.told.get(conversationId) === json) continue;
      queue.told.set(conversationId, json);
      send(conversationId, { type: 'queue-place', conversationId, place });
    }
  }

  function gather(queue: Queue): void {
    if (queue.isGathering) return;
    queue.isGathering = true;
    later(() => tell(queue), gatherMs);
  }

  function take(queue: Queue, { id, state }: ConversationRecord): void {
    const { waiting, claimedAt, told } = queue;
    const held = waiting.get(id);
    const next = waitingIn(id, state.handoff);
    if (held?.handoffId === next?.handoffId) return;
    if (next) waiting.set(id, next);
    else waiting.delete(id);
    told.delete(id);
    if (held && state.handoff?.status === 'active')
      queue.claimedAt = [...claimedAt, now()].slice(-mostClaims);
    gather(queue);
  }

  return {
    changed(record) {
      const { siteId, state } = record;
      // Nothing is read for a site in which nobody waits.
      const isOfUse = queues.has(siteId) || reading.has(siteId) || state.handoff?.status === 'pending';
      if (isOfUse) withQueue(siteId, (queue) => take(queue, record));
    },
    opened({ id, siteId, state }) {
      if (!waitingIn(id, state.handoff)) return;
      withQueue(siteId, (queue) => {
        queue.told.delete(id);
        gather(queue);
      });
    },
  };
}
