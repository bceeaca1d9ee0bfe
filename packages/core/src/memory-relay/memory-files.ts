import type { UploadedFile } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { type FileTerms, type FileTransport, UploadRefused } from '../files/file-transport.js';
import { pictureSize } from '../files/picture-size.js';
import { mintId } from '../mint-id.js';

/** The files of a relay in this page: kept as object URLs for as long as it lives. */
export interface MemoryFiles {
  transport: FileTransport;
  destroy(): void;
}

/** What the stories and tests decide about uploads. Read anew for each. */
export interface MemoryFilesOptions {
  clock: Clock;
  terms: FileTerms | null;
  latencyMs(): number;
  isReachable(): boolean;
  /** Uploads stop half-way until this is false. */
  isHeld(): boolean;
}

const steps = 4;
const heldForMs = 200;
const hourMs = 60 * 60_000;

/** No files yet. */
export function createMemoryFiles(options: MemoryFilesOptions): MemoryFiles {
  const { clock, terms } = options;
  const urls = new Map<string, string>();

  async function pass(ms: number, signal?: AbortSignal) {
    await new Promise<void>((resolve) => clock.after(ms, resolve));
    if (signal?.aborted) throw new Error('The upload was ended.');
    if (!options.isReachable()) throw new Error('The relay in this page is offline.');
  }

  const transport: FileTransport = {
    async terms() {
      await pass(options.latencyMs());
      return terms;
    },
    async upload({ file, name, signal, onProgress }) {
      for (let step = 1; step <= steps; step++) {
        await pass(options.latencyMs(), signal);
        while (step > steps / 2 && options.isHeld()) await pass(heldForMs, signal);
        onProgress(step / steps);
      }
      if (!terms || file.size > terms.maxBytes)
        throw new UploadRefused('too-large', 'The file is too large for this relay.');
      const size = await pictureSize(file);
      if (!size && /\.(png|jpe?g|gif|webp|avif)$/i.test(name))
        throw new UploadRefused('kind', 'It is named as a picture, and is none.');
      const fileId = mintId();
      urls.set(fileId, URL.createObjectURL(file));
      const uploaded: UploadedFile = {
        ...{ fileId, name, bytes: file.size, ...size },
        mediaType: /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(file.type) ? file.type : 'text/plain',
      };
      return uploaded;
    },
    async urls(fileIds) {
      await pass(options.latencyMs());
      const found = fileIds.flatMap((fileId): [string, string][] => {
        const url = urls.get(fileId);
        return url === undefined ? [] : [[fileId, url]];
      });
      return { urls: Object.fromEntries(found), expiresAt: clock.now() + hourMs };
    },
  };
  return {
    transport,
    destroy() {
      for (const url of urls.values()) URL.revokeObjectURL(url);
    },
  };
}
