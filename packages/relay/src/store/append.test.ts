import { randomUUID } from 'node:crypto';
import { type ConversationRecord, initialDeskState, initialState, type LogEvent } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import { onEachStore, withStore } from '../testing/places.js';
import { type Append, HeadMoved } from './append.js';
import { mostBehind } from './append-sqlite.js';
import { openCurrent, readEventsAfter } from './conversations.js';
import type { Store } from './open-store.js';
import { readRecords } from './records.js';

onEachStore((makePlace) => {
  let store: Store;
  withStore(makePlace, (opened) => {
    store = opened;
  });

  async function begin(): Promise<ConversationRecord> {
    const [id, state, desk] = [randomUUID(), initialState, initialDeskState];
    await openCurrent(store.db, { id, siteId: 'main', visitorId: id, createdAt: 1, state, desk });
    return {
      id,
      siteId: 'main',
      heads: { shared: { seq: 0, id: '' }, desk: { seq: 0, id: '' } },
      state,
      desk,
    };
  }
  const written = async (id: string) => ({
    head: (await readRecords(store, [id]))[0]?.heads.shared.seq,
    events: (await readEventsAfter(store.db, id, 'shared', 0)).length,
    outbox: (await store.db.selectFrom('outbox').selectAll().where('conversationId', '=', id).execute())
      .length,
  });
  const nothing = { head: 0, events: 0, outbox: 0 };
  const one = { head: 1, events: 1, outbox: 1 };

  test('a group is written whole: heads, events and what is left behind', async () => {
    const records = await Promise.all(Array.from({ length: 5 }, begin));
    await store.append(
      records.map((record) => appendOf(record)),
      1,
    );
    for (const { id } of records) expect(await written(id)).toEqual(one);
  });

  test('where one head has moved, nothing of the group is written', async () => {
    const [still, moved, other] = [await begin(), await begin(), await begin()];
    await store.append([appendOf(moved)], 1);
    const group = [appendOf(still), appendOf(moved, 'another'), appendOf(other)];
    await expect(store.append(group, 1)).rejects.toThrow(HeadMoved);
    expect(await written(still.id)).toEqual(nothing);
    expect(await written(moved.id)).toEqual(one);
    expect(await written(other.id)).toEqual(nothing);
  });

  test('a row is behind what is said by little, and is read as the log stands', async () => {
    let record = await begin();
    for (let seq = 1; seq <= 2 * mostBehind; seq += 1) {
      const append = appendOf(record, `said-${seq}`);
      await store.append([append], 1);
      ({ record } = append);
      expect(await readRecords(store, [record.id])).toEqual([record]);
      const row = await store.db
        .selectFrom('conversation')
        .select('sharedSeq')
        .where('id', '=', record.id)
        .executeTakeFirstOrThrow();
      const behind = store.dialect === 'sqlite' ? seq % mostBehind : 0;
      expect(row.sharedSeq).toBe(seq - behind);
    }
  });

  test('what is refused leaves no lock behind, whoever else writes meanwhile', async () => {
    for (let round = 0; round < 20; round += 1) {
      const record = await begin();
      const stored = appendOf(record);
      await store.append([stored], 1);
      const again = { ...stored, before: stored.record, record: advanced(stored.record) };
      const repeated = store.append([again], 1);
      const readThenWritten = store.db.transaction().execute(async (transaction) => {
        await transaction.selectFrom('outbox').selectAll().where('conversationId', '=', record.id).execute();
        await transaction
          .updateTable('outbox')
          .set({ body: '{}' })
          .where('conversationId', '=', record.id)
          .execute();
      });
      await expect(repeated).rejects.toMatchObject({
        code: expect.stringMatching(/^(SQLITE_CONSTRAINT|23505)/),
      });
      await readThenWritten;
      const fresh = await begin();
      await store.append([appendOf(fresh)], 1);
      expect(await written(fresh.id)).toEqual(one);
    }
  });

  test.each([1, 50])(
    'where one command is stored already, nothing of a group of %d more is written',
    async (count) => {
      const fresh = await Promise.all(Array.from({ length: count }, begin));
      const record = await begin();
      const stored = appendOf(record);
      await store.append([stored], 1);
      const again = { ...stored, before: stored.record, record: advanced(stored.record) };
      const group = [...fresh.map((each) => appendOf(each)), again];
      await expect(store.append(group, 1)).rejects.toMatchObject({
        code: expect.stringMatching(/^(SQLITE_CONSTRAINT|23505)/),
      });
      for (const { id } of fresh) expect(await written(id)).toEqual(nothing);
      expect(await written(record.id)).toEqual(one);
      await store.append(
        fresh.map((each) => appendOf(each)),
        1,
      );
      for (const { id } of fresh) expect(await written(id)).toEqual(one);
    },
  );

  test('groups, small and large, and what else is written at the same time wait for each other', async () => {
    const records = await Promise.all(Array.from({ length: 110 }, begin));
    const large = [records.slice(0, 50), records.slice(50, 100).reverse()];
    const small = records.slice(100).map((record) => [record]);
    const renamed = () =>
      store.db.transaction().execute(async (transaction) => {
        const { value } = await transaction
          .selectFrom('fact')
          .select('value')
          .where('key', '=', 'epoch')
          .executeTakeFirstOrThrow();
        await transaction.updateTable('fact').set({ value }).where('key', '=', 'epoch').execute();
      });
    await Promise.all(
      [...large, ...small].flatMap((group) => [
        store.append(
          group.map((record) => appendOf(record)),
          1,
        ),
        renamed(),
      ]),
    );
    for (const { id } of records) expect(await written(id)).toEqual(one);
  });

  test('what is open in a transaction elsewhere is finished first', async () => {
    const record = await begin();
    const steps: string[] = [];
    let append = Promise.resolve();
    await store.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('fact').set({ key: 'epoch' }).where('key', '=', 'epoch').execute();
      append = store.append([appendOf(record)], 1).then(() => void steps.push('append'));
      await new Promise((resolve) => setImmediate(resolve));
      steps.push('transaction');
    });
    await append;
    if (store.dialect === 'sqlite') expect(steps).toEqual(['transaction', 'append']);
    expect(await written(record.id)).toEqual(one);
  });
});

const advanced = (record: ConversationRecord, eventId = 'said'): ConversationRecord => ({
  ...record,
  heads: { ...record.heads, shared: { seq: record.heads.shared.seq + 1, id: eventId } },
});

function appendOf(before: ConversationRecord, id = 'said'): Append {
  const record = advanced(before, id);
  const event: LogEvent = {
    ...{ seq: record.heads.shared.seq, id, v: 1, at: 1, causedBy: id, type: 'handoff-declined' },
    body: { handoffId: 'one' },
  };
  const turn = { turn: 'message', ownership: 0 } as const;
  return {
    before,
    record,
    events: [event],
    outbox: [{ seq: event.seq, dueInMs: 0, kind: 'bot-turn', target: 'bot', body: turn }],
  };
}
