/**
 * The outbox: work that a commit left behind. In a lane (conversation, target) rows are done one by one; lanes
 * don't wait for each other. A row is leased by an update, never by an open transaction, so a process that dies
 * only delays it; a row whose retries are spent stays as a dead letter.
 */
import type { Logger } from '../logger.js';
import type { Store } from '../store/open-store.js';
import { inGroups } from './in-groups.js';
import { createOutboxRows, type OutboxRow } from './rows.js';

/** What a runner throws where no other try would help: the row is dead at once. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** How rows of one kind are done. */
export interface OutboxRunner {
  /** Throwing asks for another try. The signal is aborted when the relay stops. */
  run(row: OutboxRow, signal: AbortSignal): Promise<void>;
  /** No try is left. Called again if it throws, so it must bear that. */
  onDead?(row: OutboxRow): Promise<void>;
  /** How often a row of this kind is tried. Default 4. */
  attempts?: number;
  /** How long to wait after the nth failure of a row of this kind (milliseconds). Default: as the worker does. */
  backoffMs?(attempts: number): number;
}

/** Works on the rows of the kinds it has runners for. */
export interface OutboxWorker {
  /** There may be something to do. */
  wake(): void;
  /** Stops taking rows, aborts those under way and gives their leases back; waits for them, but not for ever. */
  close(): Promise<void>;
}

/** What a worker needs; the times are set by tests. */
export interface OutboxOptions {
  store: Store;
  nodeId: string;
  runners: Record<string, OutboxRunner>;
  log: Logger;
  /** How long a node that dies keeps a row from the others. Default 10 s. */
  leaseMs?: number;
  /** How long to wait after the nth failure. Default 0.5 s, 2 s, 8 s. */
  backoffMs?(attempts: number): number;
  /** How many rows of one kind are done at the same time. Default 50. */
  atOnce?: number;
  /** How long `close` waits for those who do not heed their signal. Default 5 s. */
  closeWithinMs?: number;
}

const pollMs = 5_000;
const pollAfterErrorMs = 1_000;
const defaultAttempts = 4;
const defaultBackoffMs = (attempts: number) => Math.min(500 * 4 ** (attempts - 1), 60_000);

/** A worker that has begun to look for work. */
export function createOutboxWorker(options: OutboxOptions): OutboxWorker {
  const { store, runners, log, leaseMs = 10_000, backoffMs = defaultBackoffMs } = options;
  const { atOnce = 50, closeWithinMs = 5_000 } = options;
  const rows = createOutboxRows(store, options.nodeId);
  // Each statement of its own would be a sync of the disk of its own.
  const settle = inGroups(rows.done);
  /** By kind, so that a desk that hangs takes no place from the bot. */
  const running = new Map(Object.keys(runners).map((kind) => [kind, new Map<string, Promise<void>>()]));
  /** One for each row: on one for all would stay whatever a runner has hung on it and not taken off. */
  const stops = new Set<AbortController>();
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let mustLookAgain = false;

  function wake(): void {
    mustLookAgain = true;
    if (isLooking || isClosed) return;
    isLooking = true;
    void look();
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    let waitMs = pollMs;
    while (mustLookAgain && !isClosed) {
      mustLookAgain = false;
      waitMs = await lookOnce().catch((error: unknown) => {
        log.warn('The outbox could not be read; it is tried again.', { error });
        return pollAfterErrorMs;
      });
    }
    isLooking = false;
    if (isClosed) return;
    timer = setTimeout(wake, Math.max(waitMs, 5));
    timer.unref();
  }

  /** Starts what may be started; resolves with how long the next row keeps (milliseconds). */
  async function lookOnce(): Promise<number> {
    let waitMs = pollMs;
    for (const [kind, lanes] of running) {
      const now = store.now();
      const free: OutboxRow[] = [];
      for (const row of await rows.firstOfLanes(kind, now + pollMs)) {
        const freeAt = Math.max(row.dueAt, row.leasedUntil ?? 0);
        if (lanes.has(laneOf(row)) || isClosed) continue;
        if (freeAt > now) waitMs = Math.min(waitMs, freeAt - now);
        else if (lanes.size + free.length < atOnce) free.push(row);
      }
      if (free.length > 0) begin(free, lanes);
    }
    return waitMs;
  }

  /** All are leased together, and then each goes its own way. */
  function begin(free: readonly OutboxRow[], lanes: Map<string, Promise<void>>): void {
    const leasing = rows
      .lease(free, leaseMs)
      .then((leased) => new Map(leased.map((row) => [laneOf(row), row])));
    for (const row of free)
      lanes.set(
        laneOf(row),
        workOn(row, leasing, () => lanes.delete(laneOf(row))),
      );
  }

  async function workOn(
    row: OutboxRow,
    leasing: Promise<ReadonlyMap<string, OutboxRow>>,
    onOver: () => void,
  ): Promise<void> {
    try {
      const leased = (await leasing).get(laneOf(row));
      if (leased) await runLeased(leased);
    } catch (error) {
      // What is leased stays so until the lease is over, and runs again then.
      log.warn('An outbox row could not be settled.', { ...nameOf(row), error });
    } finally {
      onOver();
      wake();
    }
  }

  async function runLeased(row: OutboxRow): Promise<void> {
    const renewal = setInterval(() => void rows.renew(row, leaseMs).catch(() => {}), leaseMs / 3);
    const stop = new AbortController();
    stops.add(stop);
    if (isClosed) stop.abort();
    try {
      // A row under which the process dies never fails; it must not take the relay down for ever.
      if (row.attempts > 2 * attemptsOf(row)) throw new Error('The process ended each time it was tried.');
      await runners[row.kind]?.run(row, stop.signal);
    } catch (error) {
      if (isClosed) return await rows.giveBack(row);
      return await failed(row, error);
    } finally {
      clearInterval(renewal);
      stops.delete(stop);
    }
    await settle(row);
  }

  const attemptsOf = ({ kind }: OutboxRow) => runners[kind]?.attempts ?? defaultAttempts;

  async function failed(row: OutboxRow, error: unknown): Promise<void> {
    const lastError = error instanceof Error ? error.message : String(error);
    const isOver = error instanceof Undeliverable || row.attempts >= attemptsOf(row);
    const isDead = isOver && (await isMourned(row));
    log.warn(isDead ? 'An outbox row is dead.' : 'An outbox row failed; it is tried again.', {
      ...nameOf(row),
      error,
    });
    if (isDead) await rows.bury(row, lastError);
    else await rows.postpone(row, (runners[row.kind]?.backoffMs ?? backoffMs)(row.attempts), lastError);
  }

  /** Before the row is buried: a death between the two must not leave the visitor without a word. */
  async function isMourned(row: OutboxRow): Promise<boolean> {
    try {
      await runners[row.kind]?.onDead?.(row);
      return true;
    } catch (error) {
      log.warn('The end of an outbox row could not be told.', { ...nameOf(row), error });
      return false;
    }
  }

  wake();
  return {
    wake,
    async close() {
      isClosed = true;
      for (const stop of stops) stop.abort();
      clearTimeout(timer);
      const all = [...running.values()].flatMap((lanes) => [...lanes.values()]);
      let giveUp: NodeJS.Timeout | undefined;
      const tooLong = new Promise<void>((resolve) => {
        giveUp = setTimeout(resolve, closeWithinMs);
      });
      await Promise.race([Promise.allSettled(all), tooLong]);
      clearTimeout(giveUp);
    },
  };
}

const laneOf = ({ conversationId, target }: OutboxRow) => `${conversationId} ${target}`;

const nameOf = ({ kind, conversationId, seq, attempts }: OutboxRow) => ({
  kind,
  conversationId,
  seq,
  attempts,
});
