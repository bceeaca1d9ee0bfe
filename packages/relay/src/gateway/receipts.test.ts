import { expect, test } from 'vitest';
import type { Store } from '../store/open-store.js';
import { failingStore } from '../testing/failing-store.js';
import { onEachStore, withStore } from '../testing/places.js';
import { quietLog } from '../testing/quiet-log.js';
import { createReceipts } from './receipts.js';

onEachStore((makePlace) => {
  let store: Store;
  withStore(makePlace, (opened) => {
    store = opened;
  });

  const mark = (participantId: string, deliveredSeq: number, readSeq: number) =>
    ({ participantId, kind: 'visitor', deliveredSeq, readSeq }) as const;

  test('marks only rise, in whatever order they come', async () => {
    const receipts = createReceipts(store, quietLog());
    const came = [
      [5, 2],
      [3, 3],
      [5, 2],
      [1, 0],
      [8, 1],
      [8, 8],
      [2, 2],
    ] as const;
    const shown: number[][] = [];
    for (const [delivered, read] of came) {
      const raised = await receipts.raise('main', 'rising', mark('vera', delivered, read));
      if (raised) shown.push(raised.flatMap(({ deliveredSeq, readSeq }) => [deliveredSeq, readSeq]));
    }
    expect(shown).toEqual([
      [5, 2],
      [5, 3],
      [8, 3],
      [8, 8],
    ]);
    await receipts.flush();
    expect(await createReceipts(store, quietLog()).of('rising')).toEqual([mark('vera', 8, 8)]);
  });

  test('what was read was also delivered', async () => {
    const receipts = createReceipts(store, quietLog());
    expect(await receipts.raise('main', 'read', mark('vera', 0, 4))).toEqual([mark('vera', 4, 4)]);
    await receipts.flush();
  });

  test('a late write of a lower mark does not lower what is stored', async () => {
    const [one, other] = [createReceipts(store, quietLog()), createReceipts(store, quietLog())];
    await Promise.all([one.of('two-nodes'), other.of('two-nodes')]);
    await one.raise('main', 'two-nodes', mark('vera', 9, 9));
    await other.raise('main', 'two-nodes', mark('vera', 5, 5));
    await one.flush();
    await other.flush();
    expect(await createReceipts(store, quietLog()).of('two-nodes')).toEqual([mark('vera', 9, 9)]);
  });

  test('a write that fails is made up for by the next', async () => {
    const failing = failingStore(store);
    const receipts = createReceipts(failing.store, quietLog());
    await receipts.raise('main', 'failing', mark('vera', 3, 3));
    failing.fail(true);
    await receipts.flush();
    failing.fail(false);
    expect(await createReceipts(store, quietLog()).of('failing')).toEqual([]);
    await receipts.flush();
    expect(await createReceipts(store, quietLog()).of('failing')).toEqual([mark('vera', 3, 3)]);
  });

  test('over many conversations nothing that is not written yet is forgotten', async () => {
    const receipts = createReceipts(store, quietLog());
    for (let n = 0; n < 1005; n += 1) await receipts.raise('main', `many-${n}`, mark('vera', 2, 2));
    const flushed = receipts.flush();
    await receipts.raise('main', 'many-7', mark('vera', 6, 6));
    await flushed;
    expect(await receipts.raise('main', 'many-7', mark('vera', 5, 5))).toBeNull();
    await receipts.flush();
  });
});
