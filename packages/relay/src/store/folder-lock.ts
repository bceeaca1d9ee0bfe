import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { ConfigError } from '../config-error.js';

/**
 * Holds a data folder for this process alone. The lock is a SQLite transaction, which the kernel frees when its
 * holder dies, however it dies. Throws `ConfigError`, naming the holder, when another process has it.
 */
export function lockFolder(folder: string): { release(): void } {
  const holder = join(folder, 'holder');
  const lock = new Database(join(folder, 'lock.db'));
  try {
    lock.exec('PRAGMA busy_timeout = 200');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const { code, message } = error as Error & { code?: string };
    throw new ConfigError(
      code === 'SQLITE_BUSY'
        ? `The data folder ${folder} is in use by ${whoHolds(holder)}. Stop it, or set BATON_DATA to another folder.`
        : `The data folder ${folder} can't be locked (${message}). Delete lock.db there, or set BATON_DATA to another folder.`,
    );
  }
  const file = openSync(holder, 'w', 0o600);
  writeSync(file, `process ${process.pid}`);
  closeSync(file);
  return {
    release() {
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

function whoHolds(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'another process';
  } catch {
    return 'another process';
  }
}
