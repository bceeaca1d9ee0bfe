import type { BotTurnKind } from '@batonchat/protocol';
import { afterEach, expect, test } from 'vitest';
import { gatherThrough } from './bot-turn-input.js';
import type { Store } from './store/open-store.js';
import { onEachStore, withStore } from './testing/places.js';

onEachStore((makePlace) => {
  let store: Store;
  withStore(makePlace, (opened) => {
    store = opened;
  });
  afterEach(async () => {
    await store.db.deleteFrom('outbox').execute();
  });

  const leave = async (conversationId: string, turns: BotTurnKind[], through?: number) => {
    const common = {
      conversationId,
      siteId: 'main',
      target: 'bot',
      kind: 'bot-turn',
      dueAt: 1,
      createdAt: 1,
    };
    const body = (turn: BotTurnKind, index: number) =>
      JSON.stringify({ turn, ownership: 0, ...(index === 0 && through ? { through } : {}) });
    await store.db
      .insertInto('outbox')
      .values(turns.map((turn, index) => ({ ...common, seq: index + 1, body: body(turn, index) })))
      .execute();
  };
  const rows = () =>
    store.db.selectFrom('outbox').selectAll().orderBy('conversationId').orderBy('seq').execute();
  const first = async () => {
    const [row] = await rows();
    if (!row) throw new Error('There is no row.');
    return row;
  };
  const seqs = async () => (await rows()).map(({ conversationId, seq }) => `${conversationId} ${seq}`);

  test('messages that wait behind one join it, up to what is no message', async () => {
    await leave('a', ['message', 'message', 'message', 'handoff-ended', 'message']);
    await leave('b', ['message', 'message']);
    expect(await gatherThrough(store, await first())).toBe(3);
    expect(await seqs()).toEqual(['a 1', 'a 4', 'a 5', 'b 1', 'b 2']);
  });

  test('a turn that is run again is the same one, though more was said meanwhile', async () => {
    await leave('a', ['message', 'message']);
    expect(await gatherThrough(store, await first())).toBe(2);
    const joined = await first();
    await store.db
      .insertInto('outbox')
      .values({ ...joined, seq: 3, body: JSON.stringify({ turn: 'message', ownership: 0 }) })
      .execute();
    expect(await gatherThrough(store, await first())).toBe(2);
    expect(await seqs()).toEqual(['a 1', 'a 3']);
  });

  test('a process that died between joining and clearing leaves none that is answered twice', async () => {
    await leave('a', ['message', 'message', 'message'], 2);
    expect(await gatherThrough(store, await first())).toBe(2);
    expect(await seqs()).toEqual(['a 1', 'a 3']);
  });
});
