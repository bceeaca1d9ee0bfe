import type { Clock } from '../clock.js';
import type { FileTransport } from './file-transport.js';

/** Where files can be fetched. */
export interface Addresses {
  /**
   * An address that opens the file for five minutes at least. What is asked for together is asked of the relay together.
   * Rejects where the file is not there, or the relay cannot be asked.
   */
  urlOf(fileId: string): Promise<string>;
  /** Shows a file from this page for as long as it lives, under an id of its own. */
  show(id: string, file: Blob): string;
  /** Nothing that was shown from this page is shown any more. */
  destroy(): void;
}

const batchSize = 100;
/** An address of the relay's holds for half an hour at least. By this it is renewed, also where our clock is wrong. */
const heldMs = 25 * 60_000;
const marginMs = 5 * 60_000;
/** How long after a failure the relay is asked again. */
const againMs = [1000, 3000];

interface Waiting {
  resolve(url: string): void;
  reject(error: Error): void;
}

/** Addresses of nothing yet. */
export function createAddresses(
  transport: Pick<FileTransport, 'urls'>,
  clock: Pick<Clock, 'now' | 'monotonic' | 'after'>,
): Addresses {
  const shown = new Map<string, string>();
  const held = new Map<string, { url: string; isOver(): boolean }>();
  let waiting = new Map<string, Waiting[]>();

  async function ask(fileIds: readonly string[], attempt = 0): Promise<Readonly<Record<string, string>>> {
    try {
      const { urls, expiresAt } = await transport.urls(fileIds);
      const until = clock.monotonic() + heldMs;
      const isOver = () => clock.monotonic() > until || clock.now() > expiresAt - marginMs;
      for (const [fileId, url] of Object.entries(urls)) held.set(fileId, { url, isOver });
      return urls;
    } catch (error) {
      const ms = againMs[attempt];
      if (ms === undefined) throw error;
      await new Promise<void>((resolve) => clock.after(ms, resolve));
      return ask(fileIds, attempt + 1);
    }
  }

  async function flush() {
    const batch = [...waiting].slice(0, batchSize);
    waiting = new Map([...waiting].slice(batchSize));
    if (waiting.size > 0) clock.after(0, () => void flush());
    try {
      const urls = await ask(batch.map(([fileId]) => fileId));
      for (const [fileId, people] of batch)
        for (const { resolve, reject } of people) {
          const url = urls[fileId];
          if (url === undefined) reject(new Error(`There is no file ${fileId} for you.`));
          else resolve(url);
        }
    } catch {
      for (const [, people] of batch)
        for (const { reject } of people) reject(new Error('The addresses of files could not be asked for.'));
    }
  }

  return {
    urlOf(fileId) {
      const own = shown.get(fileId);
      if (own !== undefined) return Promise.resolve(own);
      const known = held.get(fileId);
      if (known && !known.isOver()) return Promise.resolve(known.url);
      return new Promise((resolve, reject) => {
        const people = waiting.get(fileId);
        if (people) people.push({ resolve, reject });
        else {
          if (waiting.size === 0) clock.after(0, () => void flush());
          waiting.set(fileId, [{ resolve, reject }]);
        }
      });
    },
    show(id, file) {
      const url = shown.get(id) ?? URL.createObjectURL(file);
      shown.set(id, url);
      return url;
    },
    destroy() {
      for (const url of new Set(shown.values())) URL.revokeObjectURL(url);
      shown.clear();
    },
  };
}
