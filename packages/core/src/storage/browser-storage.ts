import { createStore, del, entries, set } from 'idb-keyval';
import type { OutboxItem } from '../state.js';
import { type ChatStorage, memoryStorage } from './storage.js';

/** An IndexedDB that does not answer (a private window, a locked profile) is taken as refused after this. */
const answerWithinMs = 2000;

/**
 * The visitor's secret in localStorage and the outbox in IndexedDB, apart for each relay and site. What the
 * browser refuses is kept in memory instead.
 */
export function browserStorage<Command = unknown>(relay: string, siteId: string): ChatStorage<Command> {
  const memory = memoryStorage<Command>();
  const prefix = `baton:${relay}:${siteId}:`;
  const secretKey = `${prefix}secret`;
  let database: ReturnType<typeof createStore> | null = null;
  let isRefused = typeof indexedDB === 'undefined';

  const tried = async <Result>(
    work: (store: ReturnType<typeof createStore>) => Promise<Result>,
    instead: () => Promise<Result>,
  ): Promise<Result> => {
    if (isRefused) return instead();
    try {
      database ??= createStore('baton', 'outbox');
      return await within(answerWithinMs, work(database));
    } catch {
      isRefused = true;
      return instead();
    }
  };

  return {
    readSecret() {
      try {
        return localStorage.getItem(secretKey) ?? memory.readSecret();
      } catch {
        return memory.readSecret();
      }
    },
    writeSecret(secret) {
      memory.writeSecret(secret);
      try {
        localStorage.setItem(secretKey, secret);
      } catch {
        // The page keeps nothing: this visitor is a new one after a reload, which is what was asked for.
      }
    },
    readOutbox: () =>
      tried(
        async (store) =>
          (await entries<string, OutboxItem<Command>>(store))
            .filter(([key]) => key.startsWith(prefix))
            .map(([, item]) => item),
        memory.readOutbox,
      ),
    writeOutboxItem: (item) =>
      tried(
        (store) => set(prefix + item.commandId, item, store),
        () => memory.writeOutboxItem(item),
      ),
    deleteOutboxItem: (commandId) =>
      tried(
        (store) => del(prefix + commandId, store),
        () => memory.deleteOutboxItem(commandId),
      ),
    outboxStorage: () => (isRefused ? 'memory' : 'durable'),
  };
}

function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`IndexedDB did not answer within ${ms} ms.`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
