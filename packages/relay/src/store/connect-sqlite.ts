import Database from 'libsql';
import AsyncDatabase from 'libsql/promise';

/**
 * With `FULL` what is committed survives a power cut, and with it all that any connection has committed before. With
 * `NORMAL` it does so from the next of those commits on: enough for what nobody is told, as who came and what is leased.
 */
export type Synchronous = 'FULL' | 'NORMAL';

const settings = (synchronous: Synchronous): string =>
  [
    // First: what comes behind it waits too, where a backup or a shell has the file at that moment.
    'busy_timeout = 5000',
    'journal_mode = WAL',
    `synchronous = ${synchronous}`,
    'foreign_keys = ON',
    // What a large group touches stays in memory until it is committed (KiB).
    'cache_size = -16000',
    // After so many pages (40 MB) the log is copied into the database file, and begins anew. Whoever commits just then
    // waits for it: the rarer it is, the fewer wait, and the less is copied twice.
    'wal_autocheckpoint = 10000',
  ]
    .map((setting) => `PRAGMA ${setting};`)
    .join('\n');

/** A connection whose statements are done when they return. */
export function connectSqlite(file: string, synchronous: Synchronous): Database.Database {
  const database = new Database(file);
  database.exec(settings(synchronous));
  return database;
}

/** A connection, `FULL`, whose prepared statements are done when they return, while `exec` runs on another thread. */
export async function connectSqliteAsync(file: string): Promise<AsyncDatabase> {
  // Its declaration asks for options that it does not need.
  const database = new AsyncDatabase(file, {});
  await database.exec(settings('FULL'));
  return database;
}
