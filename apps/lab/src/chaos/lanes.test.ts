import { expect, test } from 'vitest';
import { inLanes } from './lanes.js';

/** Pieces of work that end when they are told to. */
function pieces(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = Array.from({ length: count }, (_, index) => () => {
    begun.push(index);
    return new Promise<number>((resolve, reject) => {
      ends[index] = () => (index === 9 ? reject(new Error('the tenth')) : resolve(index));
    });
  });
  const end = async (index: number) => {
    ends[index]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, work, end };
}

test('so many run at a time, and what came of them is told in their order', async () => {
  const { begun, work, end } = pieces(4);
  const told: number[] = [];
  const all = inLanes(2, work, (index) => told.push(index));
  expect(begun).toEqual([0, 1]);
  await end(1);
  expect(begun).toEqual([0, 1, 2]);
  expect(told).toEqual([]);
  await end(0);
  expect(told).toEqual([0, 1]);
  await end(3);
  await end(2);
  await all;
  expect(told).toEqual([0, 1, 2, 3]);
});

test('after one that fails none is begun', async () => {
  const { begun, work, end } = pieces(12);
  const all = inLanes(1, work.slice(8), () => {});
  const failed = expect(all).rejects.toThrow('the tenth');
  await end(8);
  await end(9);
  await failed;
  expect(begun).toEqual([8, 9]);
});
