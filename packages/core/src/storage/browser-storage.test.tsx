import { afterEach, expect, test, vi } from 'vitest';
import type { OutboxItem } from '../state.js';
import { browserStorage, durableAgentOutbox } from './browser-storage.js';

const item = (commandId: string): OutboxItem<string> => ({
  commandId,
  conversationId: 'c',
  command: 'say something',
  createdAt: 1,
  status: 'sending',
  refusal: null,
});
let count = 0;
/** A relay of its own for each test: nothing of another test is in its storage. */
const somewhere = () => `https://relay-${count++}-${Date.now()}.example`;
const ids = async (storage: ReturnType<typeof browserStorage<string>>) =>
  (await storage.readOutbox()).map(({ commandId }) => commandId);

afterEach(() => vi.restoreAllMocks());

test('a secret and an outbox are there after a reload', async () => {
  const relay = somewhere();
  const before = browserStorage<string>(relay, 'main');
  expect(before.readSecret()).toBeNull();
  before.writeSecret('s');
  await before.writeOutboxItem(item('a'));
  await before.writeOutboxItem(item('b'));
  await before.writeOutboxItem({ ...item('b'), status: 'failed' });
  await before.deleteOutboxItem('a');

  const after = browserStorage<string>(relay, 'main');
  expect(after.readSecret()).toBe('s');
  expect(await after.readOutbox()).toEqual([{ ...item('b'), status: 'failed' }]);
  expect(after.outboxStorage()).toBe('durable');
});

test('each relay and each site has its own', async () => {
  const relay = somewhere();
  const main = browserStorage<string>(relay, 'main');
  main.writeSecret('s');
  await main.writeOutboxItem(item('a'));
  for (const other of [browserStorage<string>(relay, 'other'), browserStorage<string>(somewhere(), 'main')]) {
    expect(other.readSecret()).toBeNull();
    expect(await ids(other)).toEqual([]);
  }
});

test('where IndexedDB is refused, the outbox is kept in memory and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Refused.', 'SecurityError');
  });
  const storage = browserStorage<string>(somewhere(), 'main');
  await storage.writeOutboxItem(item('a'));
  expect(await ids(storage)).toEqual(['a']);
  expect(storage.outboxStorage()).toBe('memory');
});

test('where localStorage is refused, the secret lasts as long as the page', () => {
  for (const method of ['getItem', 'setItem'] as const)
    vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('Refused.', 'SecurityError');
    });
  const storage = browserStorage<string>(somewhere(), 'main');
  storage.writeSecret('s');
  expect(storage.readSecret()).toBe('s');
});

test("no agent reads another's outbox, however their ids begin", async () => {
  const relay = somewhere();
  const agents = ['a', 'a:b', 'a%3Ab', 'ä', ''];
  for (const id of agents) await durableAgentOutbox<string>(relay, id).writeOutboxItem(item(`of ${id}`));
  for (const id of agents)
    expect(await durableAgentOutbox<string>(relay, id).readOutbox()).toMatchObject([
      { commandId: `of ${id}` },
    ]);
  expect(await ids(browserStorage(relay, 'main'))).toEqual([]);
});
