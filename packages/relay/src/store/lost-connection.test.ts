import { textOf } from '@batonchat/protocol';
/** PostgreSQL only: its server goes away under load and comes back. */
import { sql } from 'kysely';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openBot } from '../testing/open-bot.js';
import { onPostgres } from '../testing/places.js';
import { readEventsAfter } from './conversations.js';

// Activity, unlike locks, is read once in a transaction and stays as it was.
const waiting =
  'select 1 from pg_locks join pg_database on pg_database.oid = database where datname = current_database() and not granted';

onPostgres((makePlace) => {
  test('lost connections cost no acknowledged message, double none, and end nobody', async () => {
    const place = await makePlace();
    const store = await place.open();
    const opened = openBot(store);
    const { hub } = opened;
    const killer = new pg.Client({ connectionString: place.databaseUrl });
    await killer.connect();
    /** Ends every connection while a commit of `work` waits for a lock. */
    const loseDuring = async (work: () => Promise<unknown>) => {
      await killer.query('begin');
      await killer.query('lock table event in exclusive mode');
      const working = work();
      await expect.poll(() => killer.query(waiting).then(({ rowCount }) => rowCount)).toBeGreaterThan(0);
      const { rowCount: ended } = await killer.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      expect(ended, 'the commit that waits was cut off').toBeGreaterThan(0);
      await killer.query('rollback');
      await working;
    };

    const begun = await Promise.all(Array.from({ length: 5 }, () => opened.begin()));
    await Promise.all(
      begun.map(async ({ conversationId, visitor }) => {
        for (let n = 0; n < 60; n += 1) {
          const said = visitor.say(`message ${n}`);
          // As a client does: the same command again until it is answered.
          const send = async () => {
            while ('refusal' in (await hub.submit('main', conversationId, said)));
          };
          await (visitor === begun[0]?.visitor && n % 10 === 5 ? loseDuring(send) : send());
        }
      }),
    );
    for (const { conversationId } of begun) {
      const events = await readEventsAfter(store.db, conversationId, 'shared', 0);
      const texts = events.flatMap((event) =>
        event.type === 'message-added' && event.body.message.author.kind === 'visitor'
          ? [textOf(event.body.message)]
          : [],
      );
      expect(texts).toEqual(Array.from({ length: 60 }, (_, n) => `message ${n}`));
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from event`.execute(store.db);
    expect(rows[0]?.n).toBeGreaterThan(300);
    await opened.close();
    await killer.end();
    await store.close();
    await place.remove();
  }, 30_000);
});
