import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FileStorage } from './file-storage.js';

/** Files in `<folder>/files`, one each; what is not whole yet lies in `<folder>/files/incoming`. */
export function createFolderStorage(folder: string): FileStorage {
  const root = join(folder, 'files');
  const placeOf = (fileId: string) => join(root, fileId.slice(0, 2), fileId);

  return {
    async write(fileId, chunks) {
      const incoming = join(root, 'incoming', fileId);
      const place = placeOf(fileId);
      await mkdir(dirname(incoming), { recursive: true, mode: 0o700 });
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      try {
        await writeThrough(incoming, chunks);
        await rename(incoming, place);
        // A power cut may not take the name from a file that was acknowledged.
        for (const each of [dirname(place), root]) await syncFolder(each);
      } catch (error) {
        await rm(incoming, { force: true });
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

async function writeThrough(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
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
