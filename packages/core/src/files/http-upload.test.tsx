/** Uploads by a browser's XMLHttpRequest to a real HTTP server: `packages/core/upload-server.ts`. */
import { describe, expect, test } from 'vitest';
import type { SeenUpload, UploadStep } from '../../upload-server.js';
import { mintId } from '../mint-id.js';
import { createManualClock } from '../testing/manual-clock.js';
import { RelayBusy } from '../transport.js';
import { UploadRefused } from './file-transport.js';
import { httpFiles } from './http-files.js';
import { createUploads, type Upload } from './uploads.js';

const uploaded = { fileId: 'f', name: 'bag.bin', mediaType: 'application/octet-stream', bytes: 1 };
const taken: UploadStep = { status: 201, body: uploaded };

async function meet(...plan: UploadStep[]) {
  const relay = `${import.meta.env['UPLOADS']}/${mintId()}`;
  await fetch(relay, { method: 'PUT', body: JSON.stringify(plan) });
  const clock = createManualClock();
  const files = httpFiles(`${relay}/`, undefined, clock);
  const aborting = new AbortController();
  const shares: number[] = [];
  return {
    clock,
    files,
    shares,
    abort: () => aborting.abort(),
    seen: async (): Promise<SeenUpload[]> => (await fetch(relay)).json(),
    upload: (bytes = 10, name = 'bag.bin') =>
      files.upload({
        conversationId: 'c',
        file: new Blob([new Uint8Array(bytes)]),
        name,
        signal: aborting.signal,
        onProgress: (share) => shares.push(share),
      }),
  };
}

test('tells how far it is, and the relay has all of it under its name', async () => {
  const { upload, shares, seen } = await meet(taken);
  expect(await upload(12_000_000, 'Größe 袋.bin')).toEqual(uploaded);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(await seen()).toEqual([{ bytes: 12_000_000, name: 'Größe 袋.bin', isEnded: false }]);
});

test('is ended by its signal, also at the relay', async () => {
  const { upload, abort, seen } = await meet('hold');
  const given = expect(upload(12_000_000)).rejects.toThrow('ended');
  await expect.poll(async () => (await seen())[0]?.bytes).toBeGreaterThan(0);
  abort();
  await given;
  await expect.poll(async () => (await seen())[0]?.isEnded).toBe(true);
});

test('is not begun where it was ended before', async () => {
  const { upload, abort, seen } = await meet(taken);
  abort();
  await expect(upload()).rejects.toThrow('ended');
  expect(await seen()).toEqual([]);
});

test('of which nothing more goes out and nothing comes back is given up', async () => {
  const { upload, seen, clock } = await meet('hold');
  const given = expect(upload()).rejects.toThrow('ended');
  await expect.poll(seen).toMatchObject([{ bytes: 10, isEnded: false }]);
  await clock.advance(30_000);
  await given;
  await expect.poll(seen).toMatchObject([{ isEnded: true }]);
});

describe('an answer of the relay', () => {
  test.each([
    [400, 'empty'],
    [403, 'forbidden'],
    [404, 'forbidden'],
    [413, 'too-large'],
    [415, 'kind'],
  ])('%i is for good, with its words', async (status, reason) => {
    const { upload } = await meet({ status, body: { error: 'Not this one.' } });
    const error = await upload().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UploadRefused);
    expect(error).toMatchObject({ reason, message: 'Not this one.' });
  });

  test('429 names when it may be tried again', async () => {
    const { upload } = await meet({ status: 429, headers: { 'retry-after': '7' } });
    const error = await upload().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RelayBusy);
    expect(error).toMatchObject({ retryAfterMs: 7000 });
  });

  test('503 means that it did not arrive', async () => {
    const { upload } = await meet({ status: 503 });
    const error = await upload().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(UploadRefused);
  });
});

describe('a file on its way', () => {
  async function send(...plan: UploadStep[]) {
    const { clock, files, seen } = await meet(...plan);
    const steps: Upload['status'][] = [];
    const uploads = createUploads({
      transport: files,
      clock,
      conversationId: () => 'c',
      onChange: ({ status }) => steps.at(-1) === status || steps.push(status),
    });
    uploads.add({ id: 'one', file: new Blob([new Uint8Array(5_000_000)]), name: 'bag.bin' });
    return { uploads, steps, clock, seen };
  }
  const arrived = (uploads: ReturnType<typeof createUploads>) =>
    expect.poll(() => uploads.get('one')?.status).toBe('uploaded');

  test('is sent again when the network went in its midst', async () => {
    const { uploads, steps, clock, seen } = await send('cut', taken);
    await expect.poll(() => uploads.get('one')).toMatchObject({ status: 'waiting', progress: 0 });
    await clock.advance(20_000);
    await arrived(uploads);
    expect(steps).toEqual(['waiting', 'uploading', 'waiting', 'uploading', 'uploaded']);
    const [first, second] = await seen();
    expect(first?.bytes).toBeLessThan(5_000_000);
    expect(second?.bytes).toBe(5_000_000);
  });

  test('waits for as long as a busy relay says, however often', async () => {
    const busy: UploadStep = { status: 429, headers: { 'retry-after': '60' } };
    const { uploads, clock, seen } = await send(busy, taken);
    await expect.poll(() => uploads.get('one')?.status).toBe('waiting');
    await clock.advance(50_000);
    expect(await seen()).toHaveLength(1);
    await clock.advance(11_000);
    await arrived(uploads);
  });

  test('that is refused stays so, with the reason', async () => {
    const { uploads, clock, seen } = await send({ status: 415, body: { error: 'No PNG.' } });
    await expect
      .poll(() => uploads.get('one'))
      .toMatchObject({ status: 'refused', error: { reason: 'kind', message: 'No PNG.' } });
    await clock.advance(120_000);
    expect(await seen()).toHaveLength(1);
  });
});
