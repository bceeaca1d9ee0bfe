import type { KyselyPlugin } from 'kysely';
import type { Store } from '../store/open-store.js';

/** The same store, with the statements that go through it noted by their kind ("RawNode" is the update of the heads). */
export function countStatements(store: Store): { store: Store; statements: string[] } {
  const statements: string[] = [];
  const noting: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(node.kind);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { store: { ...store, db: store.db.withPlugin(noting) }, statements };
}
