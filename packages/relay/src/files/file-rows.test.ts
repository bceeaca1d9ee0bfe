import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../store/open-store.js';
import { openHub } from '../testing/open-hub.js';
import { onEachStore, type Place, withStore } from '../testing/places.js';
import { sweepFiles } from './file-rows.js';
import { createFolderStorage } from './folder-storage.js';

const dayMs = 24 * 60 * 60_000;

onEachStore((makePlace) => {
  let place: Place;
  let store: Store;
  withStore(
    makePlace,
    (opened, where) => {
      store = opened;
      place = where;
    },
    'test',
  );

  test('a file that no message in the log names is deleted after a day, and no other', async () => {
    const storage = createFolderStorage(place.folder);
    const { hub, begin } = openHub(store);
    const { conversationId, visitor } = await begin();
    const { id: uploaderId } = visitor.actor;
    const name = { name: 'a.txt', mediaType: 'text/plain', bytes: 1 };
    async function keep(id: string, createdAt: number) {
      async function* chunks() {
        yield Buffer.from('a');
      }
      await storage.write(id, chunks());
      const row = { id, siteId: 'main', conversationId, uploaderId, ...name, width: null, height: null };
      await store.db
        .insertInto('file')
        .values({ ...row, createdAt, messageId: null })
        .execute();
    }
    const naming = (fileId: string, bytes: number) =>
      hub.submit(
        'main',
        conversationId,
        visitor.issue({ type: 'send-message', parts: [{ type: 'file', fileId, ...name, bytes }] }),
      );
    const old = store.now() - dayMs - 1;
    await keep('named', old);
    await keep('unnamed', old);
    await keep('young', store.now() - dayMs + 60_000);
    await keep('refused', old);
    expect(await naming('named', 1)).toMatchObject({ isRepeat: false });
    // As it is left when the relay dies before the message is stored.
    await store.db.updateTable('file').set({ messageId: 'lost' }).where('id', '=', 'refused').execute();

    for (let round = 0; round < 2; round += 1) {
      await sweepFiles(store, storage);
      const rows = await store.db.selectFrom('file').select('id').orderBy('id').execute();
      expect(rows.map(({ id }) => id)).toEqual(['named', 'young']);
      const names = await readdir(join(place.folder, 'files'), { recursive: true, withFileTypes: true });
      expect(names.flatMap((each) => (each.isFile() ? [each.name] : [])).toSorted()).toEqual([
        'named',
        'young',
      ]);
    }
  });
});
