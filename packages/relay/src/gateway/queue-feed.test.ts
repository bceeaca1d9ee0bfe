import { type ConversationRecord, type DownFrame, newRecord, type Waiting } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import { createQueueFeed } from './queue-feed.js';

const minute = 60_000;

/** A conversation whose handoff has this status. */
function record(id: string, status: 'pending' | 'active' | 'resolved', siteId = 'main'): ConversationRecord {
  const fresh = newRecord(id, siteId);
  const handoff = { id: `of ${id}`, status, requestedAt: 1 } as ConversationRecord['state']['handoff'];
  return { ...fresh, state: { ...fresh.state, handoff } };
}

function openFeed(waiting: readonly Waiting[] = []) {
  const sent: [conversationId: string, position: number, waitMs: number | null][] = [];
  const later: (() => void)[] = [];
  const errors: unknown[] = [];
  const reads: string[] = [];
  const clock = { now: 0 };
  let failure: Error | null = null;
  const feed = createQueueFeed({
    async readWaiting(siteId) {
      reads.push(siteId);
      if (failure) throw failure;
      return waiting;
    },
    send(conversationId, frame) {
      const { place } = frame as Extract<DownFrame, { type: 'queue-place' }>;
      sent.push([conversationId, place.position, place.waitMs]);
    },
    now: () => clock.now,
    onError: (error) => errors.push(error),
    later: (run) => later.push(run),
  });
  return {
    ...{ feed, clock, errors, reads, later },
    fail(with_: Error | null) {
      failure = with_;
    },
    /** What is told once the time for gathering is over. */
    async told() {
      await expect.poll(() => later.length).toBeGreaterThan(0);
      for (const run of later.splice(0)) run();
      return sent.splice(0).sort();
    },
  };
}

test('whoever waits is told once, and again when their place is another', async () => {
  const { feed, told } = openFeed();
  for (const id of ['a', 'b', 'c']) feed.changed(record(id, 'pending'));
  expect(await told()).toEqual([
    ['a', 1, null],
    ['b', 2, null],
    ['c', 3, null],
  ]);
  feed.changed(record('b', 'resolved'));
  expect(await told()).toEqual([['c', 2, null]]);
  feed.opened(record('a', 'pending'));
  expect(await told()).toEqual([['a', 1, null]]);
});

test('those who waited before this relay was started count too', async () => {
  const { feed, told, reads } = openFeed([{ conversationId: 'old', handoffId: 'of old', requestedAt: 0 }]);
  feed.changed(record('new', 'pending'));
  feed.changed(record('newer', 'pending'));
  expect(await told()).toEqual([
    ['new', 2, null],
    ['newer', 3, null],
    ['old', 1, null],
  ]);
  expect(reads).toEqual(['main']);
});

test('who is the first to wait is told, though the store has them by the time that it is read', async () => {
  const { feed, told } = openFeed([{ conversationId: 'a', handoffId: 'of a', requestedAt: 1 }]);
  feed.changed(record('a', 'pending'));
  expect(await told()).toEqual([['a', 1, null]]);
});

test('nothing is read or told for a site in which nobody waits, and each site has a queue of its own', async () => {
  const { feed, told, reads, later } = openFeed();
  feed.changed(newRecord('quiet', 'main'));
  feed.changed(record('over', 'resolved'));
  expect([reads, later]).toEqual([[], []]);
  feed.changed(record('here', 'pending'));
  feed.changed(record('there', 'pending', 'other'));
  await expect.poll(() => later.length).toBe(2);
  expect(await told()).toEqual([
    ['here', 1, null],
    ['there', 1, null],
  ]);
});

test('the wait is told by how fast agents claim, and a message of somebody who waits changes nothing', async () => {
  const { feed, clock, told, later } = openFeed();
  for (const id of ['a', 'b', 'c', 'd', 'e']) feed.changed(record(id, 'pending'));
  await told();
  for (const id of ['a', 'b', 'c']) {
    clock.now += 2 * minute;
    feed.changed(record(id, 'active'));
  }
  expect(await told()).toEqual([
    ['d', 1, 2 * minute],
    ['e', 2, 4 * minute],
  ]);
  feed.changed(record('d', 'pending'));
  expect(later).toEqual([]);
});

test('a store that cannot be read is read at the next change', async () => {
  const { feed, told, errors, fail } = openFeed();
  fail(new Error('away'));
  feed.changed(record('a', 'pending'));
  await expect.poll(() => errors.length).toBe(1);
  fail(null);
  feed.changed(record('b', 'pending'));
  expect(await told()).toEqual([['b', 1, null]]);
});
