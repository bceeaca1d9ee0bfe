import { expect, test } from 'vitest';
import { createBacklog } from './backlog.js';

/** A peer that takes what waits for it when told to. */
function peerWith(bufferedAmount: number) {
  const pings: (() => void)[] = [];
  const peer = {
    bufferedAmount,
    ping: (_data: undefined, _mask: undefined, taken: () => void) => void pings.push(taken),
  };
  return { peer, take: () => pings.shift()?.(), asked: () => pings.length };
}

test('a peer for whom nothing waits is left alone', () => {
  const { peer, asked } = peerWith(0);
  const backlog = createBacklog(peer, 10);
  for (const now of [0, 5, 50]) expect(backlog.isStuck(now)).toBe(false);
  expect(asked()).toBe(0);
});

test('one that takes nothing is stuck once that has lasted, and not before', () => {
  const { peer, asked } = peerWith(100);
  const backlog = createBacklog(peer, 10);
  expect([0, 3, 9, 10, 12].map((now) => backlog.isStuck(now))).toEqual([false, false, false, true, true]);
  expect(asked()).toBe(1);
});

test('one that is slow but takes what waits is not, however long there is more', () => {
  const { peer, take } = peerWith(100);
  const backlog = createBacklog(peer, 10);
  for (let now = 0; now < 100; now += 6) {
    expect(backlog.isStuck(now)).toBe(false);
    take();
  }
});
