import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { openStore, type Store } from '../store/open-store.js';

/** Where a store lies: it can be opened, closed and opened again, as a relay does that restarts. */
export interface Place {
  folder: string;
  databaseUrl: string | undefined;
  open(): Promise<Store>;
  /** Deletes everything. */
  remove(): Promise<void>;
}

/** An empty folder of its own for SQLite. */
export async function sqlitePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-relay-'));
  return {
    folder,
    databaseUrl: undefined,
    open: () => openStore({ folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const serverUrl = process.env['BATON_TEST_DATABASE_URL'];

/** An empty database of its own on the PostgreSQL that `BATON_TEST_DATABASE_URL` names. */
async function postgresPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-relay-'));
  const name = `baton_${crypto.randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl ?? '');
  url.pathname = `/${name}`;
  return {
    folder,
    databaseUrl: url.href,
    open: () => openStore({ folder, databaseUrl: url.href }),
    async remove() {
      await onServer(`drop database ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Runs a suite on each store. Without `BATON_TEST_DATABASE_URL` (a PostgreSQL whose user may create databases)
 * the suite on PostgreSQL is skipped.
 */
export function onEachStore(suite: (makePlace: () => Promise<Place>) => void): void {
  describe('on SQLite', () => suite(sqlitePlace));
  onPostgres(suite);
}

/** Runs a suite on PostgreSQL, or skips it as `onEachStore` does. */
export function onPostgres(suite: (makePlace: () => Promise<Place>) => void): void {
  describe.skipIf(!serverUrl)('on PostgreSQL', () => suite(postgresPlace));
}

/** Opens a store for a suite, or one for each of its tests, hands it over, and afterwards closes and deletes it. */
export function withStore(
  makePlace: () => Promise<Place>,
  take: (store: Store, place: Place) => void,
  per: 'suite' | 'test' = 'suite',
): void {
  let place: Place;
  let store: Store;
  (per === 'suite' ? beforeAll : beforeEach)(async () => {
    place = await makePlace();
    store = await place.open();
    take(store, place);
  });
  (per === 'suite' ? afterAll : afterEach)(async () => {
    await store.close();
    await place.remove();
  });
}
