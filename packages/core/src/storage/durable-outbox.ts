import { promisifyRequest } from 'idb-keyval';
import type { OutboxItem } from '../state.js';
import { createDatabase } from './database.js';
import type { OutboxStorage } from './storage.js';

/** An IndexedDB that does not answer (a private window, a locked profile) is taken as refused after this. */
const writtenWithinMs = 2000;
/** Longer, since what is said now must not overtake what was said before. */
const readWithinMs = 5000;

/**
 * An outbox in IndexedDB under keys that begin with `prefix`. Not in localStorage, which has room for 5 MB of a whole
 * site, stops the page while it writes, and knows no transactions. What the browser refuses to keep is kept in memory
 * and tried again with the next change, as is everything when the database was deleted under the open page.
 */
export function durableOutbox<Command>(prefix: string, databaseName = 'baton'): OutboxStorage<Command> {
  const items = new Map<string, OutboxItem<Command>>();
  const changed = new Set<string>();
  const failed = new Set<string>();
  let isRefused = typeof indexedDB === 'undefined';
  let gathering: Promise<void> | null = null;
  const database = createDatabase(databaseName, () => {
    for (const commandId of items.keys()) failed.add(commandId);
  });

  /** What changes in one task is one transaction: with 200 messages, one wait for the disk. */
  function keep(commandId: string): Promise<void> {
    changed.add(commandId);
    gathering ??= Promise.resolve().then(write);
    return gathering;
  }

  async function write() {
    gathering = null;
    const commandIds = new Set<string>();
    const settle = (isKept: boolean) => {
      isRefused = !isKept;
      for (const commandId of commandIds) failed[isKept ? 'delete' : 'add'](commandId);
    };
    const written = database
      .use('readwrite', async (store) => {
        for (const commandId of [...changed, ...failed]) commandIds.add(commandId);
        changed.clear();
        for (const commandId of commandIds) {
          const item = items.get(commandId);
          if (item) store.put(item, prefix + commandId);
          else store.delete(prefix + commandId);
        }
      })
      .then(
        () => settle(true),
        () => settle(false),
      );
    // One that was silent before is not waited for again; it may still come round.
    if (!isRefused) await within(writtenWithinMs, written).catch(() => settle(false));
  }

  return {
    async readOutbox() {
      try {
        const read = database.use('readonly', (store) =>
          promisifyRequest<OutboxItem<Command>[]>(store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))),
        );
        for (const item of await within(readWithinMs, read))
          if (!items.has(item.commandId)) items.set(item.commandId, item);
      } catch {
        isRefused = true;
      }
      return [...items.values()];
    },
    writeOutboxItem(item) {
      items.set(item.commandId, item);
      return keep(item.commandId);
    },
    deleteOutboxItem(commandId) {
      items.delete(commandId);
      return keep(commandId);
    },
    outboxStorage: () => (isRefused || failed.size > 0 ? 'memory' : 'durable'),
    close: () => void Promise.resolve(gathering).then(database.close),
  };
}

function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
