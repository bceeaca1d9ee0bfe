import { randomUUID } from 'node:crypto';
import type { UploadedFile } from '@batonchat/protocol';
import type { Logger } from '../logger.js';
import type { Store } from '../store/open-store.js';
import { type Capabilities, createCapabilities } from './capability.js';
import { checkName } from './file-kind.js';
import { type FilePerson, type FileRow, sweepFiles, visibleFiles } from './file-rows.js';
import type { FileStorage } from './file-storage.js';
import type { Upload } from './read-upload.js';
import { serveFile } from './serve-file.js';

/** The files of a relay at work. */
export interface Files {
  /** Keeps an upload. Rejects with `FileRefusal`, or as the storage or the sender fails, and then nothing is left of it. */
  keep(person: FilePerson, conversationId: string, name: string, upload: Upload): Promise<UploadedFile>;
  /** Paths that open those of these files that somebody may see, by file id, and until when (epoch milliseconds). */
  pathsFor(
    person: FilePerson,
    fileIds: readonly string[],
  ): Promise<{ paths: Record<string, string>; expiresAt: number }>;
  /** Answers for the path that was given for a file; null where its query does not open it or there is none. */
  serve(
    fileId: string,
    query: Parameters<Capabilities['opens']>[1],
    request: Request,
  ): Promise<Response | null>;
  close(): void;
}

const sweepEveryMs = 60 * 60_000;

/** Files over a storage; what no message names is swept until they are closed. */
export function createFiles(options: {
  store: Store;
  storage: FileStorage;
  key: Uint8Array;
  log: Logger;
}): Files {
  const { store, storage, log } = options;
  const capabilities = createCapabilities(options.key);
  const sweep = () =>
    sweepFiles(store, storage).catch((error: unknown) => log.warn('Files could not be swept.', { error }));
  const timer = setInterval(sweep, sweepEveryMs);
  timer.unref();

  return {
    async keep(person, conversationId, name, upload) {
      const fileId = randomUUID();
      const { mediaType, size } = await upload.begin();
      checkName(name, { mediaType });
      await storage.write(fileId, upload.chunks());
      const [bytes, createdAt] = [upload.bytes(), store.now()];
      const { siteId, id: uploaderId } = person;
      const known = { name, mediaType, bytes };
      const { width, height } = size ?? { width: null, height: null };
      const row: Omit<FileRow, 'isKept'> = {
        ...{ id: fileId, siteId, conversationId, uploaderId, ...known, width, height },
        ...{ createdAt, messageId: null },
      };
      try {
        await store.db.insertInto('file').values(row).execute();
      } catch (error) {
        await storage.remove(fileId);
        throw error;
      }
      return { fileId, ...known, ...size };
    },
    async pathsFor(person, fileIds) {
      const now = store.now();
      const visible = await visibleFiles(store, person, fileIds);
      const paths = Object.fromEntries(visible.map((id) => [id, capabilities.pathOf(id, now).path]));
      return { paths, expiresAt: capabilities.pathOf('', now).expiresAt };
    },
    async serve(fileId, query, request) {
      if (!capabilities.opens(fileId, query, store.now())) return null;
      const row = await store.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirst();
      return row ? serveFile(row, storage, request) : null;
    },
    close: () => clearInterval(timer),
  };
}
