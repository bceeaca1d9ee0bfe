import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type S3Server, s3Account, startS3Server } from '../testing/s3-server.js';
import type { FileStorage } from './file-storage.js';
import { createFolderStorage, removeStale, writeIncoming } from './folder-storage.js';
import { createS3Storage } from './s3-storage.js';

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-files-'));
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const inFolder = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).flatMap((each) =>
    each.isFile() ? [each.name] : [],
  );
async function* chunks(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield Buffer.from(text);
  }
}
const read = async (storage: FileStorage, id: string, start: number, end: number) =>
  new Response(await storage.read(id, { start, end })).text();

describe.each<[string, () => Promise<FileStorage>]>([
  ['the data folder', () => Promise.resolve(createFolderStorage(folder))],
  ['a bucket', () => createS3Storage({ ...s3Account, endpoint: server.endpoint }, folder)],
])('%s', (_, open) => {
  test('gives back what was written, whole or in part, until it is removed', async () => {
    const storage = await open();
    const id = crypto.randomUUID();
    await storage.write(id, chunks('abc', 'def', 'ghij'));
    expect(await read(storage, id, 0, 9)).toBe('abcdefghij');
    expect(await read(storage, id, 2, 4)).toBe('cde');
    await storage.remove(id);
    await expect(storage.read(id, { start: 0, end: 9 })).rejects.toThrow();
    await storage.remove(id);
    expect([await inFolder(), server.objects.size]).toEqual([[], 0]);
  });

  test('has nothing left of a file that broke off', async () => {
    const storage = await open();
    const broken = storage.write(crypto.randomUUID(), chunks('abc', new Error('It broke off.')));
    await expect(broken).rejects.toThrow('It broke off.');
    expect([await inFolder(), server.objects.size]).toEqual([[], 0]);
  });
});

test.each([
  ['with a wrong key', { secretAccessKey: 'another' }, '403 SignatureDoesNotMatch'],
  ['that is not there', { bucket: 'elsewhere' }, '404 NoSuchBucket'],
])('a bucket %s says so, and nothing is left in the folder', async (_, wrong, why) => {
  const storage = await createS3Storage({ ...s3Account, endpoint: server.endpoint, ...wrong }, folder);
  const id = crypto.randomUUID();
  await expect(storage.write(id, chunks('abc'))).rejects.toThrow(why);
  await expect(storage.read(id, { start: 0, end: 1 })).rejects.toThrow(why);
  expect([await inFolder(), server.objects.size]).toEqual([[], 0]);
});

test('what a relay that died had begun is deleted once no upload can be about it', async () => {
  const { path } = await writeIncoming(folder, crypto.randomUUID(), chunks('abc'));
  await removeStale(folder, Date.now() + 59 * 60_000);
  expect(await inFolder()).toEqual([basename(path)]);
  await removeStale(folder, Date.now() + 61 * 60_000);
  expect(await inFolder()).toEqual([]);
  await removeStale(join(folder, 'elsewhere'), Date.now());
});

test('a bucket that does not answer is an error, and nothing is left in the folder', async () => {
  const storage = await createS3Storage({ ...s3Account, endpoint: 'http://127.0.0.1:1' }, folder);
  await expect(storage.write(crypto.randomUUID(), chunks('abc'))).rejects.toThrow('ECONNREFUSED');
  expect(await inFolder()).toEqual([]);
});
