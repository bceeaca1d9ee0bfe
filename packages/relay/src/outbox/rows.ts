import type { ExpressionBuilder, Selectable } from 'kysely';
import type { Store } from '../store/open-store.js';
import type { Tables } from '../store/schema.js';

/** One piece of work that a commit left behind. */
export type OutboxRow = Selectable<Tables['outbox']>;

/** The table of the outbox, as one node works on it. */
export interface OutboxRows {
  /** The first row of each lane that may be taken before `before`, the longest due first. */
  firstOfLanes(kind: string, before: number): Promise<OutboxRow[]>;
  /** Takes for `leaseMs` those of the rows that are not another node's, done or not due any more. */
  lease(rows: readonly OutboxRow[], leaseMs: number): Promise<OutboxRow[]>;
  renew(row: OutboxRow, leaseMs: number): Promise<void>;
  /** Anybody may take it at once. */
  giveBack(row: OutboxRow): Promise<void>;
  done(rows: readonly OutboxRow[]): Promise<void>;
  postpone(row: OutboxRow, delayMs: number, lastError: string): Promise<void>;
  /** Stays as a dead letter; the lane goes on behind it. */
  bury(row: OutboxRow, lastError: string): Promise<void>;
}

const atMost = 200;

/** The rows as the node of this id sees them; ids are unique among nodes. */
export function createOutboxRows({ db, now }: Pick<Store, 'db' | 'now'>, nodeId: string): OutboxRows {
  const mine = (row: OutboxRow) =>
    db.updateTable('outbox').where(placeOf(row)).where('leasedBy', '=', nodeId);
  const free = { leasedBy: null, leasedUntil: null };

  return {
    firstOfLanes: (kind, before) =>
      db
        .selectFrom('outbox')
        .selectAll()
        .where('kind', '=', kind)
        .where('deadAt', 'is', null)
        .where('dueAt', '<=', before)
        .where((where) => where.or([where('leasedUntil', 'is', null), where('leasedUntil', '<=', before)]))
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
        .limit(atMost)
        .execute(),

    lease(rows, leaseMs) {
      const at = now();
      return db
        .updateTable('outbox')
        .set((expression) => ({
          leasedBy: nodeId,
          leasedUntil: at + leaseMs,
          attempts: expression('attempts', '+', 1),
        }))
        .where(oneOf(rows))
        .where('deadAt', 'is', null)
        .where('dueAt', '<=', at)
        .where((where) => where.or([where('leasedUntil', 'is', null), where('leasedUntil', '<=', at)]))
        .returningAll()
        .execute();
    },

    async renew(row, leaseMs) {
      await mine(row)
        .set({ leasedUntil: now() + leaseMs })
        .execute();
    },

    async giveBack(row) {
      await mine(row).set(free).execute();
    },

    async done(rows) {
      await db.deleteFrom('outbox').where(oneOf(rows)).execute();
    },

    async postpone(row, delayMs, lastError) {
      await mine(row)
        .set({ ...free, lastError, dueAt: now() + delayMs })
        .execute();
    },

    async bury(row, lastError) {
      await mine(row)
        .set({ ...free, lastError, deadAt: now() })
        .execute();
    },
  };
}

const placeOf = (row: OutboxRow) => (where: ExpressionBuilder<Tables, 'outbox'>) =>
  where.and({ conversationId: row.conversationId, target: row.target, seq: row.seq });

const oneOf = (rows: readonly OutboxRow[]) => (where: ExpressionBuilder<Tables, 'outbox'>) =>
  where.or(rows.map((row) => placeOf(row)(where)));
