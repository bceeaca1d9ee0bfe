import { promisifyRequest } from 'idb-keyval';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutboxItem } from '../state.js';
import { durableOutbox } from './durable-outbox.js';
import type { OutboxStorage } from './storage.js';

const item = (commandId: string, changes: Partial<OutboxItem<string>> = {}): OutboxItem<string> => ({
  commandId,
  conversationId: 'c',
  command: 'say something',
  createdAt: 1,
  status: 'sending',
  refusal: null,
  ...changes,
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
const ids = async (storage: OutboxStorage<string>) =>
  (await storage.readOutbox()).map(({ commandId }) => commandId).toSorted();

let count = 0;
/** A database of its own for each test: one that is deleted is nobody else's. */
let name = '';
const opened = () => durableOutbox<string>('p:', name);

beforeEach(() => {
  name = `durable-outbox-${count++}-${Date.now()}`;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Deletes the database as another page would; rejects where a connection stays in the way. */
const deleted = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('A connection is in the way.'));
  });

/** Another page's connection, which lets go of the database when it is told to. */
async function holder(): Promise<() => void> {
  const database = await promisifyRequest(indexedDB.open(name));
  database.onversionchange = () => {};
  return () => database.close();
}

describe('what is written', () => {
  test('is on disk when its promise settles, and all of one task is one transaction', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const storage = opened();
    await Promise.all(numbers(200).map((id) => storage.writeOutboxItem(item(id))));
    expect(transaction.mock.calls).toEqual([['outbox', 'readwrite', { durability: 'strict' }]]);
    expect(await ids(opened())).toEqual(numbers(200).toSorted());
    expect(storage.outboxStorage()).toBe('durable');
  });

  test('is kept before the connection is let go, and what comes later is kept too', async () => {
    const closed = vi.spyOn(IDBDatabase.prototype, 'close');
    const storage = opened();
    const written = storage.writeOutboxItem(item('a'));
    storage.close?.();
    await written;
    await expect.poll(() => closed).toHaveBeenCalledOnce();
    await storage.writeOutboxItem(item('b'));
    expect(await ids(opened())).toEqual(['a', 'b']);
  });

  test('stands as it was last, whatever came in between', async () => {
    const storage = opened();
    void storage.writeOutboxItem(item('a'));
    void storage.deleteOutboxItem('a');
    void storage.writeOutboxItem(item('b'));
    await storage.writeOutboxItem(item('b', { status: 'failed' }));
    void storage.writeOutboxItem(item('c'));
    await storage.deleteOutboxItem('b');
    expect(await opened().readOutbox()).toEqual([item('c')]);
  });
});

describe('a database that is deleted under the open page', () => {
  test('is made anew, with all that is unsent', async () => {
    const storage = opened();
    for (const id of ['a', 'b', 'c']) await storage.writeOutboxItem(item(id));
    await storage.deleteOutboxItem('a');
    await deleted();
    expect(storage.outboxStorage()).toBe('memory');
    await storage.writeOutboxItem(item('d'));
    expect(storage.outboxStorage()).toBe('durable');
    expect(await ids(opened())).toEqual(['b', 'c', 'd']);
  });

  test('a connection that is dead without a word is made anew, once', async () => {
    const connections: IDBDatabase[] = [];
    const { open } = indexedDB;
    const spy = vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const request = open.apply(indexedDB, given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    });
    const storage = opened();
    await storage.writeOutboxItem(item('a'));
    connections[0]?.close();
    await storage.writeOutboxItem(item('b'));
    expect(spy).toHaveBeenCalledTimes(2);
    expect(storage.outboxStorage()).toBe('durable');
    expect(await ids(opened())).toEqual(['a', 'b']);
  });

  test('while another page keeps it from being deleted, memory serves, and then the database again', async () => {
    await opened().writeOutboxItem(item('a'));
    const letGo = await holder();
    const isDeleted = new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const storage = opened();
    const written = storage.writeOutboxItem(item('b'));
    await vi.advanceTimersByTimeAsync(2000);
    await written;
    expect(storage.outboxStorage()).toBe('memory');
    // Not waited for a second time: nobody writes any slower for it.
    await storage.writeOutboxItem(item('c'));
    letGo();
    await isDeleted;
    await storage.writeOutboxItem(item('d'));
    await expect.poll(() => storage.outboxStorage()).toBe('durable');
    expect(await ids(opened())).toEqual(['b', 'c', 'd']);
  });
});

describe('a browser that refuses', () => {
  const refuse = (error: string) => () => {
    throw new DOMException('Refused.', error);
  };
  test.each([
    ['to open', () => vi.spyOn(indexedDB, 'open').mockImplementation(refuse('SecurityError'))],
    [
      'to begin a transaction',
      () => vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(refuse('InvalidStateError')),
    ],
    [
      'for want of room',
      () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse('QuotaExceededError')),
    ],
  ])('%s: memory serves and says so, and what it kept is written when there is room', async (_, begin) => {
    const storage = opened();
    const spy = begin();
    await storage.writeOutboxItem(item('a'));
    await storage.writeOutboxItem(item('b'));
    expect(storage.outboxStorage()).toBe('memory');
    spy.mockRestore();
    await storage.deleteOutboxItem('b');
    await expect.poll(() => storage.outboxStorage()).toBe('durable');
    expect(await ids(opened())).toEqual(['a']);
  });

  test('what was given up while it refused does not come back', async () => {
    const storage = opened();
    await storage.writeOutboxItem(item('a'));
    const spy = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('Refused.', 'UnknownError');
    });
    await storage.deleteOutboxItem('a');
    expect(await ids(opened())).toEqual(['a']);
    spy.mockRestore();
    await storage.writeOutboxItem(item('b'));
    await expect.poll(() => storage.outboxStorage()).toBe('durable');
    expect(await ids(opened())).toEqual(['b']);
  });

  test('to read: nothing is there, and nothing throws', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Broken.', 'UnknownError');
    });
    const storage = opened();
    expect(await storage.readOutbox()).toEqual([]);
    expect(storage.outboxStorage()).toBe('memory');
  });
});
