import { expect, test } from 'vitest';
import { createKeptByKey } from './kept-by-key.js';

test('what is kept of a key is the same until it is idle and a minute has gone by', () => {
  let now = 0;
  const kept = createKeptByKey<{ isIdle: boolean }>(
    ({ isIdle }) => isIdle,
    () => now,
  );
  const make = () => ({ isIdle: false });
  const one = kept('one', make);
  const two = kept('two', make);
  expect(two).not.toBe(one);
  one.isIdle = true;
  now = 59_999;
  expect(kept('one', make)).toBe(one);
  now = 60_000;
  expect(kept('two', make)).toBe(two);
  expect(kept('one', make)).not.toBe(one);
});
