import { type FileKind, kindOfHead, textOnly } from './file-kind.js';
import { FileRefusal } from './file-refusal.js';

/** What an upload must keep to. */
export interface UploadLimits {
  maxBytes: number;
  /** How long nothing may come, in milliseconds. */
  quietMs: number;
  /** How long it may take in all, in milliseconds. */
  totalMs: number;
}

/** An upload as it comes. */
export interface Upload {
  /** Reads the head. Throws `FileRefusal` where it breaks a limit or is of no kind that is taken. */
  begin(): Promise<FileKind>;
  /** The whole of it, head included, to be read once. Throws `FileRefusal` where it breaks a limit. */
  chunks(): AsyncIterable<Uint8Array>;
  /** How much has been read of it. */
  bytes(): number;
  /** Reads the rest and throws it away, so that whoever is still sending gets to read the answer. */
  discard(): Promise<void>;
}

/** Enough for the size of a picture to be in it, behind what cameras write first. */
const headBytes = 256 * 1024;

const megabytes = (bytes: number) => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** What is said to the sender of a file that is too big. */
export const tooBig = (maxBytes: number): FileRefusal =>
  new FileRefusal(413, `A file may have ${megabytes(maxBytes)}. Make it smaller, or send it in parts.`);

/** Reads an upload as it comes: never more than its head is held. */
export function readUpload(
  body: ReadableStream<Uint8Array>,
  { maxBytes, quietMs, totalMs }: UploadLimits,
): Upload {
  const reader = body.getReader();
  const startedAt = performance.now();
  const head: Uint8Array[] = [];
  let kind: FileKind | null = null;
  let bytes = 0;
  let isDone = false;

  async function next(): Promise<Uint8Array | null> {
    const leftMs = Math.min(quietMs, totalMs - (performance.now() - startedAt));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const refusal = new FileRefusal(408, 'The upload took too long. Try again on a better connection.');
      timer = setTimeout(() => reject(refusal), Math.max(0, leftMs));
    });
    try {
      const { done, value } = await Promise.race([reader.read(), late]);
      isDone = done;
      bytes += value?.length ?? 0;
      return done ? null : value;
    } catch (error) {
      isDone = true;
      reader.cancel().catch(() => {});
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function take(): Promise<Uint8Array | null> {
    const chunk = await next();
    if (bytes > maxBytes) throw tooBig(maxBytes);
    return chunk;
  }

  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* head;
    for (let chunk = await take(); chunk; chunk = await take()) yield chunk;
  }

  return {
    async begin() {
      while (bytes < headBytes) {
        const chunk = await take();
        if (!chunk) break;
        head.push(chunk);
      }
      kind = await kindOfHead(Buffer.concat(head).subarray(0, headBytes));
      return kind;
    },
    chunks: () => (kind?.isText ? textOnly(whole()) : whole()),
    bytes: () => bytes,
    async discard() {
      const readable = bytes + maxBytes;
      try {
        while (!isDone && bytes < readable) await next();
      } catch {}
      if (!isDone) reader.cancel().catch(() => {});
    },
  };
}
