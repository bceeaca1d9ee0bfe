import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '../config-error.js';

/**
 * Makes the data folder where there is none, and proves that it can be written, which a look at its permissions
 * would not (a read-only disk, a full one). Throws `ConfigError`, naming the variable, where it can't.
 */
export function makeDataFolder(folder: string): void {
  const proof = join(folder, `.writable-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(proof, '');
    rmSync(proof);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(
      `The data folder ${folder} can't be written (${code}). Set BATON_DATA to a folder that can be.`,
    );
  }
}

/** Node's own recursive mkdir never returns where a file system refuses new folders, as /proc does. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder) throw error;
    makeFolder(parent);
    mkdirSync(folder, { mode: 0o700 });
  }
}
