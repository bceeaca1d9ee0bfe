import { expect, test } from 'vitest';
import { inGroups } from './in-groups.js';

test('who come together share one call; who come while it is under way share the next', async () => {
  const calls: (readonly number[])[] = [];
  let finish = () => {};
  let begin = () => {};
  const isUnderWay = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const add = inGroups<number>((items) => {
    calls.push(items);
    if (calls.length > 1) return Promise.resolve();
    begin();
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  const first = [add(1), add(2)];
  await isUnderWay;
  await Promise.all([add(3), add(4)]);
  expect(calls).toEqual([
    [1, 2],
    [3, 4],
  ]);
  finish();
  await Promise.all(first);
});

test('a failure is everybody’s of that call, and nobody else’s', async () => {
  let isBroken = true;
  const add = inGroups<number>(async () => {
    if (isBroken) throw new Error('Gone.');
  });
  const settled = await Promise.allSettled([add(1), add(2)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isBroken = false;
  await expect(add(3)).resolves.toBeUndefined();
});
