import { createHash, randomUUID } from 'node:crypto';
import type { VerifiedIdentity } from '@batonchat/protocol';
import type { Store } from '../store/open-store.js';

/** 32 random bytes in base64url, made by the visitor's browser. */
export const secretPattern = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** The visitor who holds this secret; one is made when nobody has shown it before. Only its hash is stored. */
export async function visitorOfSecret(store: Store, siteId: string, secret: string): Promise<string> {
  const secretHash = hashOf(secret);
  const found = await findAnonymous(store, siteId, secretHash);
  if (found && !found.isSigned) return found.id;
  // Whoever signed in took the conversation along: the secret that stayed in the browser opens nothing of it.
  if (found) await forget(store, found.id);
  const id = randomUUID();
  await store.db
    .insertInto('visitor')
    .values({ id, siteId, secretHash, createdAt: store.now() })
    .onConflict((conflict) => conflict.columns(['siteId', 'secretHash']).doNothing())
    .execute();
  return (await findAnonymous(store, siteId, secretHash))?.id ?? id;
}

/** A signed person's visitor, and the anonymous one of the same browser where that is another. */
export interface SignedVisitor {
  visitorId: string;
  /** Who goes on in this browser under their own conversation: the anonymous one is left behind. */
  leftBehindId: string | null;
  /** They took the anonymous one's place just now. */
  isAdopted: boolean;
}

/**
 * The visitor that a signed person is, on every device; `secret` is that of the browser in which they are signed in. Who
 * is signed for the first time takes the anonymous visitor's place, conversation and all. Logs are never merged: who
 * was here before goes on where they were. What is signed of them is kept as it was signed last.
 */
export async function visitorOfIdentity(
  store: Store,
  siteId: string,
  { identity, secret }: { identity: VerifiedIdentity; secret: string },
): Promise<SignedVisitor> {
  const { subject } = identity;
  const body = JSON.stringify(identity);
  const find = () =>
    store.db
      .selectFrom('identity')
      .select(['visitorId', 'body'])
      .where('siteId', '=', siteId)
      .where('subject', '=', subject)
      .executeTakeFirst();
  const insert = (visitorId: string) =>
    store.db
      .insertInto('identity')
      .values({ visitorId, siteId, subject, body, createdAt: store.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();

  const anonymous = await findAnonymous(store, siteId, hashOf(secret));
  let found = await find();
  if (!found && anonymous && !anonymous.isSigned) {
    await insert(anonymous.id);
    found = await find();
  }
  if (!found) {
    // Nobody to take the place of, or somebody else was quicker to take it.
    await insert(randomUUID());
    found = await find();
  }
  if (!found) throw new Error('An identity was written and is not there.');
  const { visitorId } = found;
  if (found.body !== body)
    await store.db.updateTable('identity').set({ body }).where('visitorId', '=', visitorId).execute();
  const isAdopted = anonymous?.id === visitorId;
  if (isAdopted) await forget(store, visitorId);
  const isElse = anonymous && anonymous.id !== visitorId && !anonymous.isSigned;
  return { visitorId, leftBehindId: isElse ? anonymous.id : null, isAdopted };
}

/**
 * What is known of the visitor of a token; null where the token is older than the store, or than the visitor's signing
 * in. `isSigned` is what the token says of itself.
 */
export async function visitorOfToken(
  store: Store,
  { visitorId, siteId, isSigned }: { visitorId: string; siteId: string; isSigned: boolean },
): Promise<{ identity: VerifiedIdentity | null } | null> {
  if (isSigned) {
    const row = await store.db
      .selectFrom('identity')
      .select('body')
      .where('visitorId', '=', visitorId)
      .where('siteId', '=', siteId)
      .executeTakeFirst();
    return row ? { identity: JSON.parse(row.body) as VerifiedIdentity } : null;
  }
  const row = await store.db
    .selectFrom('visitor')
    .leftJoin('identity', 'identity.visitorId', 'visitor.id')
    .select('identity.visitorId as signedId')
    .where('visitor.id', '=', visitorId)
    .executeTakeFirst();
  return row?.signedId === null ? { identity: null } : null;
}

async function findAnonymous(store: Store, siteId: string, secretHash: string) {
  const row = await store.db
    .selectFrom('visitor')
    .leftJoin('identity', 'identity.visitorId', 'visitor.id')
    .select(['visitor.id', 'identity.visitorId as signedId'])
    .where('visitor.siteId', '=', siteId)
    .where('visitor.secretHash', '=', secretHash)
    .executeTakeFirst();
  return row && { id: row.id, isSigned: row.signedId !== null };
}

const forget = (store: Store, id: string) => store.db.deleteFrom('visitor').where('id', '=', id).execute();
