import { expect, test } from 'vitest';
import { createManualClock } from '../testing/manual-clock.js';
import { createAsker } from './asker.js';

function setUp() {
  const clock = createManualClock();
  const askedAt: number[] = [];
  const begunAt = clock.monotonic();
  const asker = createAsker(clock, () => askedAt.push(clock.monotonic() - begunAt));
  return { clock, asker, askedAt };
}

test('asks until it is answered, and then no more', async () => {
  const { clock, asker, askedAt } = setUp();
  asker.begin();
  await clock.advance(12_000);
  expect(askedAt).toEqual([0, 5000, 10_000]);
  expect([asker.answered(), asker.answered()]).toEqual([true, false]);
  await clock.advance(60_000);
  expect(askedAt).toHaveLength(3);
  expect(clock.pending()).toBe(0);
});

test('a relay that cannot answer now is asked again within two seconds, or when it says', async () => {
  const { clock, asker, askedAt } = setUp();
  asker.begin();
  asker.postponed();
  await clock.advance(2000);
  expect(askedAt).toEqual([0, 1250]);
  asker.postponed(8000);
  await clock.advance(9000);
  expect(askedAt).toEqual([0, 1250, 2000 + 8125]);
  asker.answered();
});

test('nothing is asked that was answered in the meantime', async () => {
  const { clock, asker, askedAt } = setUp();
  asker.begin();
  asker.answered();
  asker.postponed(10);
  await clock.advance(60_000);
  expect(askedAt).toEqual([0]);
});
