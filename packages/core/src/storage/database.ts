import { promisifyRequest } from 'idb-keyval';

/** The browser's database of unsent items: one object store, keyed by strings. */
export interface Database {
  /**
   * Asks for something in one transaction, all of it at once, and settles when it is committed: on disk for `readwrite`, where the browser
   * offers that. A connection that turns out to be dead is made anew, once. Rejects when that fails too.
   */
  use<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<Result>): Promise<Result>;
  /** Lets go of the connection, when what is under way is done. */
  close(): void;
}

const storeName = 'outbox';

/** Opens the database `name` when it is first used. `onLost` is called when what was written may be gone. */
export function createDatabase(name: string, onLost: () => void): Database {
  let opening: Promise<IDBDatabase> | null = null;

  function close() {
    opening?.then(
      (database) => database.close(),
      () => {},
    );
    opening = null;
  }

  function drop() {
    close();
    onLost();
  }

  async function open() {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    const database = await promisifyRequest(request);
    // The browser closed it by force: the site's data was cleared, or the disk failed.
    database.onclose = drop;
    // Somebody wants to delete it, and waits for us.
    database.onversionchange = drop;
    return database;
  }

  async function attempt<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<Result>) {
    opening ??= open();
    const database = await opening;
    const transaction = database.transaction(storeName, mode, { durability: 'strict' });
    const result = work(transaction.objectStore(storeName));
    // Said now, the commit needs no answer to be waited for, and happens also when the page dies in the next moment.
    transaction.commit();
    return (await Promise.all([result, promisifyRequest(transaction)]))[0];
  }

  return {
    use: (mode, work) =>
      attempt(mode, work).catch(() => {
        drop();
        return attempt(mode, work);
      }),
    close,
  };
}
