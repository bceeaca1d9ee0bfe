import type { KyselyPlugin } from 'kysely';
import type { Store } from '../store/open-store.js';

/** The same store, with what goes through it noted: statements by their kind, and groups with what they hold. */
export function countStatements(store: Store): { store: Store; statements: string[] } {
  const statements: string[] = [];
  const noting: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(node.kind);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const append: Store['append'] = (group, now) => {
    const events = group.flatMap((part) => part.events).length;
    const outbox = group.flatMap((part) => part.outbox).length;
    statements.push(`append of ${events} events and ${outbox} outbox rows to ${group.length} conversations`);
    return store.append(group, now);
  };
  return { store: { ...store, db: store.db.withPlugin(noting), append }, statements };
}
