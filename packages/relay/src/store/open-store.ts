import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import type Database from 'libsql';
import { ConfigError } from '../config-error.js';
import type { Append } from './append.js';
import { appendOnPostgres } from './append-postgres.js';
import { createSqliteAppend, isLarge } from './append-sqlite.js';
import { connectSqlite, connectSqliteAsync } from './connect-sqlite.js';
import { lockFolder } from './folder-lock.js';
import { ImmediateSqliteDialect } from './immediate-sqlite.js';
import { migrationsOf } from './migrations.js';
import type { Dialect, Tables } from './schema.js';

/** What survives: a power cut, or only the death of the process. Named at start and on `/health`. */
export type Durability = 'power-loss' | 'process-crash';

/** An open database with its tables in place. */
export interface Store {
  dialect: Dialect;
  durability: Durability;
  db: Kysely<Tables>;
  /** A connection of its own for the agents' sign-in: Kysely has one SQLite connection, which a hub's transaction holds. */
  agentsDb: Kysely<Tables>;
  /**
   * Appends a group: its heads, events and outbox rows in one transaction, which survives as `durability` says when it
   * resolves. Rejects with `HeadMoved`, or with the store's unique violation when a command is stored already; then
   * nothing of the group is written.
   */
  append(group: readonly Append[], now: number): Promise<void>;
  /** Says which history this is; a wiped store has another one. */
  epoch: string;
  /** The store's clock in epoch milliseconds: it never goes back, in SQLite not even from one start to the next. */
  now(): number;
  close(): Promise<void>;
}

/** Opens PostgreSQL when there is a URL, else SQLite in the folder. Throws `ConfigError` where a setting is at fault. */
export async function openStore(options: {
  folder: string;
  databaseUrl?: string | undefined;
  /** What the store must offer, at least. */
  durability?: Durability | undefined;
}): Promise<Store> {
  const opened = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openSqlite(options.folder);
  try {
    if (options.durability === 'power-loss' && opened.durability !== 'power-loss')
      throw new ConfigError(
        'BATON_DURABILITY asks for power-loss, but PostgreSQL runs with fsync or synchronous_commit off: a power cut would lose messages that were acknowledged. Turn both on, or set BATON_DURABILITY to process-crash.',
      );
    await migrate(opened.db, opened.dialect);
    const now = opened.dialect === 'sqlite' ? await goingOnFrom(opened.now, opened.db) : opened.now;
    return { ...opened, now, epoch: await epochOf(opened.db) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

type Opened = Omit<Store, 'epoch'>;

async function openSqlite(folder: string): Promise<Opened> {
  const lock = lockFolder(folder);
  try {
    const file = join(folder, 'baton.db');
    const database = connectSqlite(file, 'NORMAL');
    const db = kyselyOver(database);
    const agentsDb = kyselyOver(connectSqlite(file, 'FULL'));
    const logs = await connectSqliteAsync(file);
    let write: Awaited<ReturnType<typeof createSqliteAppend>> | undefined;
    let isAppending = false;
    return {
      dialect: 'sqlite',
      durability: 'power-loss',
      db,
      agentsDb,
      async append(group, now) {
        write ??= await createSqliteAppend(logs);
        const append = write;
        const appendNow = async () => {
          isAppending = true;
          try {
            await append(group, now);
          } finally {
            isAppending = false;
          }
        };
        // A statement is done when it returns. What takes longer has Kysely's one connection, which is given to one at a
        // time: while a transaction is open there, this thread would wait for a lock that only this thread can release.
        if (isAppending || database.inTransaction || isLarge(group)) await db.connection().execute(appendNow);
        else await appendNow();
      },
      now: monotonicFrom(Date.now()),
      async close() {
        await agentsDb.destroy();
        logs.close();
        await db.destroy();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw new ConfigError(
      `${join(folder, 'baton.db')} can't be opened (${reasonOf(error)}). Put a backup in its place, or set BATON_DATA to another folder.`,
    );
  }
}

const kyselyOver = (database: Database.Database) =>
  new Kysely<Tables>({ dialect: new ImmediateSqliteDialect(database) });

const int8 = 20;

async function openPostgres(url: string): Promise<Opened> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A connection that the server ends is no reason to end ourselves: its query rejects, the pool opens another one.
  // The pool listens to idle ones only.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await sql<{ now: number; isSynced: boolean }>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as now,
        current_setting('synchronous_commit') <> 'off' and current_setting('fsync') = 'on' as "isSynced"
    `.execute(db);
    const isSynced = rows[0]?.isSynced ?? false;
    return {
      dialect: 'postgres',
      durability: isSynced ? 'power-loss' : 'process-crash',
      db,
      agentsDb: db,
      append: (group, now) => appendOnPostgres(pool, group, now),
      now: monotonicFrom(Math.floor(rows[0]?.now ?? Date.now())),
      close: () => db.destroy(),
    };
  } catch (error) {
    await db.destroy();
    throw new ConfigError(
      `PostgreSQL can't be reached by DATABASE_URL: ${reasonOf(error)}. Check the address, or unset it to use SQLite.`,
    );
  }
}

/** What an error says, or its code where it says nothing, as when several addresses refuse. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}

function monotonicFrom(start: number): () => number {
  const began = performance.now();
  return () => Math.floor(start + (performance.now() - began));
}

/** More than this the wall clock was wrong when it was ahead, and is believed now. */
const believedAheadMs = 24 * 60 * 60_000;

/**
 * The clock of an embedded store goes on where the log ends, though the wall clock was set back while nobody ran:
 * what was due then is due now.
 */
async function goingOnFrom(wall: () => number, db: Kysely<Tables>): Promise<() => number> {
  const last = await db
    .selectFrom('event')
    .select('at')
    .orderBy(sql`rowid`, 'desc')
    .limit(1)
    .executeTakeFirst();
  const behindMs = (last?.at ?? 0) - wall();
  return behindMs > 0 && behindMs <= believedAheadMs ? () => wall() + behindMs : wall;
}

async function migrate(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const migrations = migrationsOf(dialect);
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest();
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    throw new ConfigError('The store was written by a newer Baton. Update this one, or open another store.');
  if (error) throw error;
}

async function epochOf(db: Kysely<Tables>): Promise<string> {
  await db
    .insertInto('fact')
    .values({ key: 'epoch', value: crypto.randomUUID() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('fact')
    .select('value')
    .where('key', '=', 'epoch')
    .executeTakeFirstOrThrow();
  return row.value;
}
