import type { KyselyPlugin } from 'kysely';
import type { Store } from '../store/open-store.js';

/** The same store, which can be made to fail as one does whose server is away. */
export function failingStore(store: Store): { store: Store; fail(isFailing: boolean): void } {
  let isFailing = false;
  const gate: KyselyPlugin = {
    transformQuery({ node }) {
      if (isFailing) throw new Error('The store is away.');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    store: {
      ...store,
      db: store.db.withPlugin(gate),
      append: (...group) =>
        isFailing ? Promise.reject(new Error('The store is away.')) : store.append(...group),
    },
    fail(now) {
      isFailing = now;
    },
  };
}
