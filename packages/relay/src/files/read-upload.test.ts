import { expect, test } from 'vitest';
import { FileRefusal } from './file-refusal.js';
import { readUpload } from './read-upload.js';

const limits = { maxBytes: 1000, quietMs: 60_000, totalMs: 60_000 };

/** A body that brings these pieces and then says nothing more, unless it ends. */
function bodyOf(pieces: string[], { isEnding = true } = {}) {
  let isCancelled = false;
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = rest.shift();
      if (piece !== undefined) controller.enqueue(Buffer.from(piece));
      else if (isEnding) controller.close();
      else return new Promise(() => {});
    },
    cancel() {
      isCancelled = true;
    },
  });
  return { body, isCancelled: () => isCancelled, unread: () => rest.length };
}

async function read(upload: ReturnType<typeof readUpload>): Promise<string> {
  await upload.begin();
  const read: Uint8Array[] = [];
  for await (const chunk of upload.chunks()) read.push(chunk);
  return Buffer.concat(read).toString();
}

test('what comes is passed on whole', async () => {
  const upload = readUpload(bodyOf(['a'.repeat(400), 'b'.repeat(600)]).body, limits);
  expect(await read(upload)).toBe('a'.repeat(400) + 'b'.repeat(600));
  expect(upload.bytes()).toBe(1000);
});

test('one byte too many is refused', async () => {
  const upload = readUpload(bodyOf(['a'.repeat(400), 'b'.repeat(601)]).body, limits);
  await expect(read(upload)).rejects.toMatchObject({ status: 413 });
});

test.each([
  ['quiet for too long', { quietMs: 20 }],
  ['not whole in time', { totalMs: 20 }],
])('one that is %s is cut', async (_, times) => {
  const slow = bodyOf(['begun'], { isEnding: false });
  await expect(read(readUpload(slow.body, { ...limits, ...times }))).rejects.toMatchObject({ status: 408 });
  expect(slow.isCancelled()).toBe(true);
});

test('of a large one no more than the head is held before its kind is known', async () => {
  const pieces = Array.from({ length: 100 }, () => 'x'.repeat(64 * 1024));
  const large = bodyOf(['MZ\x00', ...pieces]);
  const upload = readUpload(large.body, { ...limits, maxBytes: 10 * 1024 * 1024 });
  await expect(upload.begin()).rejects.toBeInstanceOf(FileRefusal);
  expect(large.unread()).toBeGreaterThan(90);
});

test('the rest of a refused one is thrown away, up to as much as a file may have', async () => {
  const polite = bodyOf(['x'.repeat(600), 'x'.repeat(600), 'x'.repeat(600)]);
  const upload = readUpload(polite.body, limits);
  await expect(read(upload)).rejects.toMatchObject({ status: 413 });
  await upload.discard();
  expect(polite.unread()).toBe(0);
  const endless = bodyOf(Array.from({ length: 100 }, () => 'x'.repeat(600)));
  const other = readUpload(endless.body, limits);
  await expect(read(other)).rejects.toMatchObject({ status: 413 });
  await other.discard();
  expect(endless.isCancelled()).toBe(true);
});
