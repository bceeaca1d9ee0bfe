/**
 * The outbox: work that a commit left behind. In a lane (conversation, target) rows are done one by one; lanes
 * don't wait for each other. A row is leased by an update, never by an open transaction, so a process that dies
 * only delays it; a row whose retries are spent stays as a dead letter.
 */
import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { Logger } from '../logger.js';
import type { Store } from '../store/open-store.js';
import type { Tables } from '../store/schema.js';

export type OutboxRow = Selectable<Tables['outbox']>;

/** How rows of one kind are done. Throwing asks for another try; `onDead` is called when there is none left. */
export interface OutboxRunner {
  run(row: OutboxRow, signal: AbortSignal): Promise<void>;
  onDead?(row: OutboxRow): Promise<void>;
}

export interface OutboxWorker {
  /** There may be something to do. */
  wake(): void;
  /** Stops taking rows, aborts those under way and gives their leases back. */
  close(): Promise<void>;
}

const leaseMs = 10_000;
const pollMs = 5_000;
const atOnce = 50;
const attemptsBeforeDead = 4;
const backoffMs = (attempts: number) => 500 * 4 ** (attempts - 1);

export function createOutboxWorker(options: {
  store: Store;
  nodeId: string;
  runners: Record<string, OutboxRunner>;
  log: Logger;
}): OutboxWorker {
  const { store, nodeId, runners, log } = options;
  const { db } = store;
  const running = new Map<string, Promise<void>>();
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let mustLookAgain = false;

  function wake(): void {
    mustLookAgain = true;
    if (isLooking || stop.signal.aborted) return;
    isLooking = true;
    void look().finally(() => {
      isLooking = false;
    });
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    let waitMs = pollMs;
    try {
      while (mustLookAgain && !stop.signal.aborted) {
        mustLookAgain = false;
        const now = store.now();
        for (const row of await firstOfLanes(db, now + pollMs)) {
          const lane = `${row.conversationId} ${row.target}`;
          if (running.has(lane)) continue;
          const freeAt = Math.max(row.dueAt, row.leasedUntil ?? 0);
          if (freeAt > now) waitMs = Math.min(waitMs, freeAt - now);
          else if (running.size < atOnce) start(lane, row);
        }
      }
    } catch (error) {
      log.warn('The outbox could not be read; it is tried again.', { error });
    }
    timer = setTimeout(wake, Math.max(waitMs, 5));
    timer.unref();
  }

  function start(lane: string, row: OutboxRow): void {
    const work = workOn(row)
      .catch((error: unknown) => log.warn('An outbox row could not be leased.', { error }))
      .finally(() => {
        running.delete(lane);
        wake();
      });
    running.set(lane, work);
  }

  async function workOn(row: OutboxRow): Promise<void> {
    const leased = await lease(row);
    if (!leased) return;
    const renewal = setInterval(() => void renew(row).catch(() => {}), leaseMs / 3);
    const runner = runners[row.kind];
    try {
      if (!runner) throw new Error(`No runner for outbox rows of kind ${row.kind}.`);
      await runner.run(leased, stop.signal);
      await db.deleteFrom('outbox').where(placeOf(row)).execute();
    } catch (error) {
      if (stop.signal.aborted) await giveBack(row);
      else await failed(leased, error);
    } finally {
      clearInterval(renewal);
    }
  }

  async function lease(row: OutboxRow): Promise<OutboxRow | undefined> {
    const now = store.now();
    return db
      .updateTable('outbox')
      .set((expression) => ({
        leasedBy: nodeId,
        leasedUntil: now + leaseMs,
        attempts: expression('attempts', '+', 1),
      }))
      .where(placeOf(row))
      .where((where) => where.or([where('leasedUntil', 'is', null), where('leasedUntil', '<=', now)]))
      .returningAll()
      .executeTakeFirst();
  }

  const renew = (row: OutboxRow) =>
    db
      .updateTable('outbox')
      .set({ leasedUntil: store.now() + leaseMs })
      .where(placeOf(row))
      .where('leasedBy', '=', nodeId)
      .execute();

  const giveBack = (row: OutboxRow) =>
    db.updateTable('outbox').set({ leasedBy: null, leasedUntil: null }).where(placeOf(row)).execute();

  async function failed(row: OutboxRow, error: unknown): Promise<void> {
    const lastError = error instanceof Error ? error.message : String(error);
    const isDead = row.attempts >= attemptsBeforeDead;
    log.warn(isDead ? 'An outbox row is dead.' : 'An outbox row failed; it is tried again.', {
      kind: row.kind,
      conversationId: row.conversationId,
      attempts: row.attempts,
      error,
    });
    await db
      .updateTable('outbox')
      .set({
        leasedBy: null,
        leasedUntil: null,
        lastError,
        ...(isDead ? { deadAt: store.now() } : { dueAt: store.now() + backoffMs(row.attempts) }),
      })
      .where(placeOf(row))
      .execute();
    if (isDead) await runners[row.kind]?.onDead?.(row);
  }

  wake();
  return {
    wake,
    async close() {
      stop.abort();
      clearTimeout(timer);
      await Promise.allSettled(running.values());
    },
  };
}

const placeOf = (row: OutboxRow) => (where: ExpressionBuilder<Tables, 'outbox'>) =>
  where.and({ conversationId: row.conversationId, target: row.target, seq: row.seq });

/** The first row of each lane that has one due before `before`. */
function firstOfLanes(db: Kysely<Tables>, before: number): Promise<OutboxRow[]> {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('deadAt', 'is', null)
    .where('dueAt', '<=', before)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('outbox as earlier')
            .select('earlier.seq')
            .whereRef('earlier.conversationId', '=', 'outbox.conversationId')
            .whereRef('earlier.target', '=', 'outbox.target')
            .whereRef('earlier.seq', '<', 'outbox.seq')
            .where('earlier.deadAt', 'is', null),
        ),
      ),
    )
    .orderBy('dueAt')
    .limit(200)
    .execute();
}
