import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStorage } from './file-storage.js';

/** Files in `<folder>/files`, one each; what is not whole yet lies in `<folder>/files/incoming`. */
export function createFolderStorage(folder: string): FileStorage {
  const root = join(folder, 'files');
  const placeOf = (fileId: string) => join(root, fileId.slice(0, 2), fileId);

  return {
    async write(fileId, chunks) {
      const { path } = await writeIncoming(folder, fileId, chunks);
      const place = placeOf(fileId);
      try {
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await rename(path, place);
        // A power cut may not take the name from a file that was acknowledged.
        for (const each of [dirname(place), root]) await syncFolder(each);
      } catch (error) {
        await rm(path, { force: true });
        await rm(place, { force: true });
        throw error;
      }
    },
    async read(fileId, { start, end }) {
      const file = await open(placeOf(fileId), 'r');
      return Readable.toWeb(file.createReadStream({ start, end })) as ReadableStream<Uint8Array>;
    },
    remove: (fileId) => rm(placeOf(fileId), { force: true }),
  };
}

/**
 * Writes and syncs a file to `<folder>/files/incoming`; its hash is SHA-256 in hexadecimals. Rejects, with nothing left
 * behind, when the chunks or the disk fail.
 */
export async function writeIncoming(
  folder: string,
  fileId: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ path: string; sha256: string }> {
  const path = join(folder, 'files', 'incoming', fileId);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { path, sha256: hash.digest('hex') };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Longer than any upload may take. */
const staleMs = 60 * 60_000;

/** Deletes what a relay that died left in `<folder>/files/incoming`. `now` is in epoch milliseconds. */
export async function removeStale(folder: string, now: number): Promise<void> {
  const incoming = join(folder, 'files', 'incoming');
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > staleMs) await rm(path, { force: true });
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
