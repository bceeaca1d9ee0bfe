import type { UploadedFile } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { retryInMs } from '../conversation/retry-in.js';
import { RelayBusy } from '../transport.js';
import { type FileTransport, UploadRefused } from './file-transport.js';
import type { PendingFile } from './pending-file.js';

/** How far a file has come. Times and counts are of this page alone. */
export interface Upload extends PendingFile {
  /** `waiting` for the connection or its turn; `failed` did not arrive, and can be tried again; `refused` can't. */
  status: 'waiting' | 'uploading' | 'uploaded' | 'failed' | 'refused';
  /** From 0 to 1. */
  progress: number;
  uploaded: UploadedFile | null;
  error: UploadRefused | null;
}

/** Files on their way to the relay, two at a time. */
export interface Uploads {
  get(id: string): Upload | undefined;
  /** Begins an upload, or leaves it be where it is known; one that failed begins again. */
  add(file: PendingFile): void;
  /** Ends it. One that has arrived is remembered. */
  remove(id: string): void;
  /** The connection or the conversation may be there now. */
  wake(): void;
  destroy(): void;
}

const parallel = 2;
/** So often a file may fail to arrive while there is a connection. */
const attempts = 5;

/** No uploads yet. `onChange` is told of each step. */
export function createUploads(options: {
  transport: Pick<FileTransport, 'upload'>;
  clock: Clock;
  /** Null while there is none, or no connection. */
  conversationId(): string | null;
  onChange(upload: Upload): void;
}): Uploads {
  const { transport, clock } = options;
  const uploads = new Map<string, Upload>();
  const running = new Map<string, AbortController>();
  const failures = new Map<string, number>();
  const pauses = new Map<string, () => void>();

  function change(id: string, changes: Partial<Upload>) {
    const held = uploads.get(id);
    if (!held) return;
    const next = { ...held, ...changes };
    uploads.set(id, next);
    options.onChange(next);
  }

  function pump() {
    for (const { id, status } of uploads.values()) {
      const conversationId = options.conversationId();
      if (conversationId === null || running.size >= parallel) return;
      if (status === 'waiting' && !pauses.has(id)) void run(id, conversationId);
    }
  }

  async function run(id: string, conversationId: string) {
    const upload = uploads.get(id);
    if (!upload) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    change(id, { status: 'uploading', progress: 0 });
    try {
      const uploaded = await transport.upload({
        ...{ conversationId, file: upload.file, name: upload.name, signal },
        onProgress: (progress) => signal.aborted || change(id, { progress }),
      });
      if (!signal.aborted) change(id, { status: 'uploaded', progress: 1, uploaded });
    } catch (error) {
      if (!signal.aborted) failed(id, error);
    } finally {
      if (running.get(id) === controller) running.delete(id);
      pump();
    }
  }

  function failed(id: string, error: unknown) {
    if (error instanceof UploadRefused) return change(id, { status: 'refused', error });
    // What breaks with the connection is not the file's fault, and goes on when it is back.
    const count = (failures.get(id) ?? 0) + (options.conversationId() === null ? 0 : 1);
    failures.set(id, count);
    if (count >= attempts) return change(id, { status: 'failed' });
    const ms = retryInMs(clock, error instanceof RelayBusy ? error.retryAfterMs : 1000 * 2 ** count);
    pauses.set(
      id,
      clock.after(ms, () => {
        pauses.delete(id);
        pump();
      }),
    );
    change(id, { status: 'waiting', progress: 0 });
  }

  function stop(id: string) {
    running.get(id)?.abort();
    running.delete(id);
    pauses.get(id)?.();
    pauses.delete(id);
  }

  return {
    get: (id) => uploads.get(id),
    add(file) {
      const held = uploads.get(file.id);
      if (held && held.status !== 'failed' && held.status !== 'refused') return;
      failures.delete(file.id);
      uploads.set(file.id, { ...file, status: 'waiting', progress: 0, uploaded: null, error: null });
      change(file.id, {});
      pump();
    },
    remove(id) {
      stop(id);
      if (uploads.get(id)?.status !== 'uploaded') uploads.delete(id);
      pump();
    },
    wake: pump,
    destroy() {
      for (const id of uploads.keys()) stop(id);
      uploads.clear();
    },
  };
}
