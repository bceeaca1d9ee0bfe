import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../store/open-store.js';
import { countStatements } from '../testing/count-statements.js';
import { failingStore } from '../testing/failing-store.js';
import { closedGate } from '../testing/gate.js';
import { onEachStore, type Place } from '../testing/places.js';
import { quietLog } from '../testing/quiet-log.js';
import type { OutboxRow } from './rows.js';
import {
  createOutboxWorker,
  type OutboxOptions,
  type OutboxRunner,
  type OutboxWorker,
  Undeliverable,
} from './worker.js';

onEachStore((makePlace) => {
  let place: Place;
  let store: Store;
  const workers: OutboxWorker[] = [];
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close()));
    await store.db.deleteFrom('outbox').execute();
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  function work(runners: Record<string, OutboxRunner>, options: Partial<OutboxOptions> = {}) {
    const log = quietLog();
    const nodeId = randomUUID();
    const worker = createOutboxWorker({ store, nodeId, runners, log, backoffMs: () => 5, ...options });
    workers.push(worker);
    return { ...worker, log, nodeId };
  }

  async function leave(conversationId: string, seq: number, row: Partial<OutboxRow> = {}): Promise<void> {
    const now = store.now();
    await store.db
      .insertInto('outbox')
      .values({
        conversationId,
        siteId: 'main',
        target: row.kind ?? 'a',
        seq,
        kind: 'a',
        body: '{}',
        dueAt: now,
        createdAt: now,
        ...row,
      })
      .execute();
  }

  const rows = () => store.db.selectFrom('outbox').selectAll().orderBy('seq').execute();
  const untilEmpty = () => expect.poll(() => rows()).toEqual([]);

  describe('a lane', () => {
    test('is done in its order, one row after the other', async () => {
      const done: number[] = [];
      let atOnce = 0;
      for (const seq of [3, 1, 2]) await leave('one', seq);
      work({
        a: {
          async run({ seq }) {
            atOnce += 1;
            expect(atOnce).toBe(1);
            await new Promise((resolve) => setImmediate(resolve));
            atOnce -= 1;
            done.push(seq);
          },
        },
      });
      await untilEmpty();
      expect(done).toEqual([1, 2, 3]);
    });

    test('that hangs holds up no other conversation and no other target', async () => {
      const done: string[] = [];
      const gate = closedGate();
      await leave('one', 1);
      await leave('one', 2);
      await leave('one', 3, { kind: 'b' });
      await leave('two', 1);
      work({
        a: {
          async run({ conversationId, seq }) {
            if (conversationId === 'one') await gate.wait();
            done.push(`a ${conversationId} ${seq}`);
          },
        },
        b: {
          async run({ conversationId, seq }) {
            done.push(`b ${conversationId} ${seq}`);
          },
        },
      });
      await expect.poll(() => done.toSorted()).toEqual(['a two 1', 'b one 3']);
      gate.open();
      await untilEmpty();
      expect(done.slice(2)).toEqual(['a one 1', 'a one 2']);
    });

    test('is tried as often and after as long as its kind says, and no more where that would not help', async () => {
      const tries: string[] = [];
      const pauses: number[] = [];
      await leave('one', 1);
      await leave('two', 1, { kind: 'b' });
      work({
        a: {
          attempts: 6,
          backoffMs(attempts) {
            pauses.push(attempts);
            return 1;
          },
          async run() {
            tries.push('a');
            throw new Error('busy');
          },
        },
        b: {
          async run() {
            tries.push('b');
            throw new Undeliverable('gone');
          },
        },
      });
      await expect.poll(async () => (await rows()).map((row) => row.deadAt !== null)).toEqual([true, true]);
      expect(tries.toSorted()).toEqual(['a', 'a', 'a', 'a', 'a', 'a', 'b']);
      expect(pauses).toEqual([1, 2, 3, 4, 5]);
    });

    test('of one kind takes no place from those of another', async () => {
      const gate = closedGate();
      for (let n = 0; n < 20; n += 1) await leave(`hangs ${n}`, 1);
      await leave('last', 1, { kind: 'b', dueAt: store.now() });
      let answered = false;
      work(
        {
          a: { run: () => gate.wait() },
          b: {
            async run() {
              answered = true;
            },
          },
        },
        { atOnce: 3 },
      );
      await expect.poll(() => answered).toBe(true);
      gate.open();
      await untilEmpty();
    });
  });

  describe('a row', () => {
    test('is not done before it is due', async () => {
      const dueAt = store.now() + 120;
      await leave('one', 1, { dueAt });
      let doneAt = 0;
      work({
        a: {
          async run() {
            doneAt = store.now();
          },
        },
      });
      await untilEmpty();
      expect(doneAt).toBeGreaterThanOrEqual(dueAt);
    });

    test('that fails is tried again, and the lane waits for it', async () => {
      const tried: string[] = [];
      await leave('one', 1);
      await leave('one', 2);
      const { log } = work({
        a: {
          async run({ seq, attempts }) {
            tried.push(`${seq}, attempt ${attempts}`);
            if (seq === 1 && attempts < 3) throw new Error('Not yet.');
          },
        },
      });
      await untilEmpty();
      expect(tried).toEqual(['1, attempt 1', '1, attempt 2', '1, attempt 3', '2, attempt 1']);
      expect(log.lines.map(({ text }) => text)).toEqual(
        Array(2).fill('An outbox row failed; it is tried again.'),
      );
    });

    test('waits longer after each failure', async () => {
      const waits: number[] = [];
      await leave('one', 1);
      work(
        { a: { run: () => Promise.reject(new Error('no')) } },
        {
          backoffMs(attempts) {
            waits.push(attempts);
            return 1;
          },
        },
      );
      await expect.poll(async () => (await rows())[0]?.deadAt).not.toBeNull();
      expect(waits).toEqual([1, 2, 3]);
    });

    test('whose tries are spent is told of, stays as a dead letter, and the lane goes on', async () => {
      const told: OutboxRow[] = [];
      const done: number[] = [];
      await leave('one', 1);
      await leave('one', 2);
      work({
        a: {
          async run({ seq }) {
            if (seq === 1) throw new Error('Never.');
            done.push(seq);
          },
          async onDead(row) {
            told.push(row);
          },
        },
      });
      await expect.poll(() => done).toEqual([2]);
      await expect.poll(() => rows()).toHaveLength(1);
      expect(await rows()).toMatchObject([{ seq: 1, attempts: 4, lastError: 'Never.', leasedBy: null }]);
      expect((await rows())[0]?.deadAt).toBeTypeOf('number');
      expect(told).toMatchObject([{ seq: 1 }]);
    });

    test('is not buried before its end was told', async () => {
      let told = 0;
      await leave('one', 1);
      work({
        a: {
          run: () => Promise.reject(new Error('Never.')),
          async onDead() {
            told += 1;
            if (told < 3) throw new Error('Not now.');
          },
        },
      });
      await expect.poll(async () => (await rows())[0]?.deadAt).not.toBeNull();
      expect(told).toBe(3);
    });

    test('under which the process dies each time is buried without another try', async () => {
      await leave('one', 1, { attempts: 8 });
      const run = vi.fn(() => Promise.resolve());
      work({ a: { run } });
      await expect.poll(async () => (await rows())[0]?.deadAt).not.toBeNull();
      expect(run).not.toHaveBeenCalled();
    });
  });

  describe('a lease', () => {
    test('of a node that is gone ends, and the row is taken by another', async () => {
      const leasedUntil = store.now() + 100;
      await leave('one', 1, { leasedBy: 'a node that is gone', leasedUntil, attempts: 1 });
      let takenAt = 0;
      work({
        a: {
          async run({ attempts }) {
            takenAt = store.now();
            expect(attempts).toBe(2);
          },
        },
      });
      await untilEmpty();
      expect(takenAt).toBeGreaterThanOrEqual(leasedUntil);
    });

    test('is renewed for as long as the row is being done', async () => {
      const leaseMs = 500;
      const gate = closedGate();
      const run = vi.fn(() => gate.wait());
      await leave('one', 1);
      const first = work({ a: { run } }, { leaseMs });
      await expect.poll(() => run).toHaveBeenCalledTimes(1);
      const other = work({ a: { run } }, { leaseMs });
      const enoughAt = store.now() + 2.5 * leaseMs;
      const wokenAt = () => {
        other.wake();
        return store.now();
      };
      await expect.poll(wokenAt).toBeGreaterThan(enoughAt);
      expect(run).toHaveBeenCalledTimes(1);
      expect(await rows()).toMatchObject([{ leasedBy: first.nodeId }]);
      gate.open();
      await untilEmpty();
    });

    test('is given back when the worker closes, and who runs is told to stop', async () => {
      let reason: unknown;
      await leave('one', 1);
      const worker = work({
        a: {
          run: (_, signal) =>
            new Promise((_resolve, reject) => {
              signal.addEventListener('abort', () => {
                reason = signal.aborted;
                reject(new Error('stopped'));
              });
            }),
        },
      });
      await expect.poll(async () => (await rows())[0]?.leasedBy).toBe(worker.nodeId);
      await worker.close();
      expect(reason).toBe(true);
      expect(await rows()).toMatchObject([{ leasedBy: null, leasedUntil: null, deadAt: null }]);
    });
  });

  test('what a runner has hung on the signal of a row goes with that row', async () => {
    const signals: AbortSignal[] = [];
    await leave('one', 1);
    const worker = work({
      a: {
        async run(_, signal) {
          signals.push(signal);
        },
      },
    });
    await untilEmpty();
    await worker.close();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  test('a worker closes although somebody does not heed the signal', async () => {
    await leave('one', 1);
    const run = vi.fn(() => new Promise<void>(() => {}));
    const worker = work({ a: { run } }, { closeWithinMs: 50 });
    await expect.poll(() => run).toHaveBeenCalled();
    await worker.close();
  });

  test('an idle worker asks once a kind and then rests until it is woken', async () => {
    const counted = countStatements(store);
    const { wake } = work(
      { a: { run: async () => {} }, b: { run: async () => {} } },
      { store: counted.store },
    );
    await expect.poll(() => counted.statements).toHaveLength(2);
    const enoughAt = store.now() + 300;
    await expect.poll(() => store.now()).toBeGreaterThan(enoughAt);
    expect(counted.statements).toHaveLength(2);
    wake();
    await expect.poll(() => counted.statements).toHaveLength(4);
  });

  test('no call to wake is lost', async () => {
    const { wake } = work({ a: { run: async () => {} } });
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        await leave(`conversation ${n}`, 1);
        wake();
      }),
    );
    // Well before the next poll, which would hide a lost call.
    await expect.poll(() => rows()).toEqual([]);
  });

  test('a store that is away for a while delays the rows and loses none', async () => {
    const failing = failingStore(store);
    failing.fail(true);
    const done = vi.fn(() => Promise.resolve());
    const { log } = work({ a: { run: done } }, { store: failing.store });
    await leave('one', 1);
    await expect.poll(() => log.lines.length).toBeGreaterThan(0);
    failing.fail(false);
    await expect.poll(() => done).toHaveBeenCalledTimes(1);
    await untilEmpty();
  });
});
