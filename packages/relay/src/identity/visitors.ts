import { createHash, randomUUID } from 'node:crypto';
import type { Store } from '../store/open-store.js';

/** 32 random bytes in base64url, made by the visitor's browser. */
export const secretPattern = /^[A-Za-z0-9_-]{43}$/;

/** The visitor who holds this secret; one is made when nobody has shown it before. Only its hash is stored. */
export async function visitorOfSecret(store: Store, siteId: string, secret: string): Promise<string> {
  const secretHash = createHash('sha256').update(secret).digest('base64url');
  const find = () =>
    store.db
      .selectFrom('visitor')
      .select('id')
      .where('siteId', '=', siteId)
      .where('secretHash', '=', secretHash)
      .executeTakeFirst();
  const found = await find();
  if (found) return found.id;
  const id = randomUUID();
  await store.db
    .insertInto('visitor')
    .values({ id, siteId, secretHash, createdAt: store.now() })
    .onConflict((conflict) => conflict.columns(['siteId', 'secretHash']).doNothing())
    .execute();
  return (await find())?.id ?? id;
}

/** False where a token is older than the store: its visitor went with the history that was replaced. */
export async function isVisitor(store: Store, id: string): Promise<boolean> {
  return (
    (await store.db.selectFrom('visitor').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
  );
}
