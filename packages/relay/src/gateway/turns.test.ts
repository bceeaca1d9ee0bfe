import { expect, test } from 'vitest';
import { createTurns } from './turns.js';

/** Keeps the thread for so long, as reading and writing JSON does. */
function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('many pieces are done one at a time and in order, and half of the time is for others', async () => {
  const turn = createTurns();
  const order: number[] = [];
  let others = 0;
  const other = setInterval(() => {
    others += 1;
  }, 1);
  const pieces = Array.from({ length: 10 }, (_, number) =>
    turn(async () => {
      work(10);
      order.push(number);
    }),
  );
  await Promise.all(pieces);
  clearInterval(other);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // At least once in each of the nine rests; each lasts ten milliseconds.
  expect(others).toBeGreaterThanOrEqual(9);
});

test('a piece that fails is its own affair', async () => {
  const turn = createTurns();
  const failed = turn(() => Promise.reject(new Error('the store is away')));
  const next = turn(async () => 'done');
  await expect(failed).rejects.toThrow('the store is away');
  expect(await next).toBe('done');
});
