import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConfigError } from '../config-error.js';
import { openHub } from '../testing/open-hub.js';
import { onEachStore, onPostgres, type Place, sqlitePlace } from '../testing/places.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { migrationsOf } from './migrations.js';
import { openStore } from './open-store.js';

const patience = 30_000;
let scripts: Scripts;
beforeAll(async () => {
  scripts = await buildScripts('child-dies-migrating');
}, patience);
afterAll(() => scripts.remove());

onEachStore((makePlace) => {
  let place: Place;
  beforeEach(async () => {
    place = await makePlace();
  });
  afterEach(() => place.remove());

  test('a store that is opened again is the same one', async () => {
    const first = await place.open();
    const { hub, begin } = openHub(first);
    const { conversationId, visitor } = await begin();
    await hub.submit('main', conversationId, visitor.say('hello'));
    const record = await hub.record(conversationId);
    await first.close();
    const second = await place.open();
    expect(second.epoch).toBe(first.epoch);
    expect(await openHub(second).hub.record(conversationId)).toEqual(record);
    await second.close();
  });

  test('its clock does not go back when the wall clock was set back in between', async () => {
    const first = await place.open();
    const { hub, begin } = openHub(first);
    const { conversationId, visitor } = await begin();
    await hub.submit('main', conversationId, visitor.say('hello'));
    const at = first.now();
    await first.close();
    const wall = vi.spyOn(Date, 'now').mockReturnValue(at - 10 * 60_000);
    const second = await place.open();
    wall.mockRestore();
    expect(second.now()).toBeGreaterThanOrEqual(at - 1_000);
    await second.close();
  });

  test('another store is another history', async () => {
    const other = await makePlace();
    const stores = await Promise.all([place.open(), other.open()]);
    expect(stores[0]?.epoch).not.toBe(stores[1]?.epoch);
    await Promise.all(stores.map((store) => store.close()));
    await other.remove();
  });

  test('starts at the same time make one store, and who is not let in is told so', async () => {
    const starts = await Promise.allSettled([place.open(), place.open(), place.open()]);
    const stores = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(stores).toHaveLength(place.databaseUrl ? 3 : 1);
    expect(new Set(stores.map(({ epoch }) => epoch)).size).toBe(1);
    for (const start of starts)
      if (start.status === 'rejected') expect(String(start.reason)).toContain('is in use by process');
    await Promise.all(stores.map((store) => store.close()));
  });

  test(
    'a start that is killed in the middle of its migrations leaves nothing that stops the next',
    async () => {
      const child = scripts.run('child-dies-migrating', {
        BATON_DATA: place.folder,
        DATABASE_URL: place.databaseUrl,
        // The 12th of 17: the first migration is done, the second has begun.
        DIE_AT: '12',
      });
      expect(await child.exited, child.output()).toEqual({ code: null, signal: 'SIGKILL' });
      const store = await place.open();
      const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
        store.db,
      );
      expect(applied.rows.map(({ name }) => name)).toEqual(Object.keys(migrationsOf(store.dialect)));
      const { hub, begin } = openHub(store);
      const { conversationId, visitor } = await begin();
      expect(await hub.submit('main', conversationId, visitor.say('hello'))).toMatchObject({
        isRepeat: false,
      });
      await store.close();
    },
    patience,
  );

  test('a store of a newer version is left alone, with a word about it', async () => {
    const store = await place.open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(store.db);
    await store.close();
    const refused = await place.open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toContain('written by a newer Baton');
  });

  test('the clock never goes back', async () => {
    const store = await place.open();
    const times = Array.from({ length: 1000 }, () => store.now());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.abs((times[0] ?? 0) - Date.now())).toBeLessThan(5000);
    await store.close();
  });
});

describe('SQLite', () => {
  let place: Place;
  beforeEach(async () => {
    place = await sqlitePlace();
  });
  afterEach(() => place.remove());

  test('is set to keep over a power cut what agents are told, and the rest in one order with it', async () => {
    const store = await place.open();
    const pragma = async (name: string, db = store.db) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(db)).rows[0] ?? {})[0];
    expect(store.durability).toBe('power-loss');
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous', store.agentsDb)).toBe(2);
    expect(await pragma('synchronous')).toBe(1);
    await store.close();
  });

  test.each([
    ['baton.db', /baton\.db can't be opened \(.*not a database.*\)/],
    ['lock.db', /can't be locked \(.*not a database.*\)/],
  ])('whose %s is no database says so, and lets go of the folder', async (name, message) => {
    await writeFile(join(place.folder, name), 'no database '.repeat(1000));
    for (let n = 0; n < 2; n += 1) {
      const refused = await place.open().catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(ConfigError);
      expect(String(refused)).toMatch(message);
    }
  });

  test('that a shell or a backup has for a moment is waited for', async () => {
    const { holds, isOver } = holdExclusively(join(place.folder, 'baton.db'), 300);
    await holds;
    await (await place.open()).close();
    await isOver;
  });

  test('that is closed lets another open it', async () => {
    await (await place.open()).close();
    await (await place.open()).close();
    expect(await readdir(place.folder)).toContain('baton.db');
  });

  test('is one relay’s, also within a process', async () => {
    const store = await place.open();
    await expect(place.open()).rejects.toThrow(`is in use by process ${process.pid}`);
    await store.close();
  });
});

onPostgres((makePlace) => {
  test('that does not wait for its disk says so, and is refused where more is asked of it', async () => {
    const place = await makePlace();
    const honest = await place.open();
    expect(honest.durability).toBe('power-loss');
    const name = new URL(place.databaseUrl ?? '').pathname.slice(1);
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(honest.db);
    await honest.close();
    const hasty = await openStore({ ...place, durability: 'process-crash' });
    expect(hasty.durability).toBe('process-crash');
    await hasty.close();
    const refused = await openStore({ ...place, durability: 'power-loss' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigError);
    expect(String(refused)).toMatch(/BATON_DURABILITY asks for power-loss, but PostgreSQL runs with/);
    await place.remove();
  });
});

/** Another thread has a SQLite file to itself for so long: the opening of it holds up the thread that it is done on. */
function holdExclusively(file: string, forMs: number) {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const code = `
    const { parentPort } = require('node:worker_threads');
    const database = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(file)});
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; create table held (at integer)');
    parentPort.postMessage('holds');
    setTimeout(() => database.close(), ${forMs});`;
  const worker = new Worker(code, { eval: true });
  return { holds: once(worker, 'message'), isOver: once(worker, 'exit') };
}
