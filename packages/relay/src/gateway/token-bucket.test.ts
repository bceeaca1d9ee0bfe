import { expect, test } from 'vitest';
import { createCommandRates, defaultRateLimits } from './rate-limits.js';
import { createTokenBucket } from './token-bucket.js';

const many = (count: number, take: () => boolean) =>
  Array.from({ length: count }, take).filter(Boolean).length;

test('a bucket gives its size at once, and then as much as has flowed back', () => {
  let now = 0;
  const bucket = createTokenBucket(20, 10_000, () => now);
  expect(many(30, bucket.take)).toBe(20);
  expect(bucket.waitMs()).toBe(500);
  now += 499;
  expect(bucket.take()).toBe(false);
  now += 1;
  expect(bucket.waitMs()).toBe(0);
  expect(many(5, bucket.take)).toBe(1);
  now += 5_000;
  expect(many(30, bucket.take)).toBe(10);
  now += 1_000_000;
  expect(bucket.isFull()).toBe(true);
  expect(many(30, bucket.take)).toBe(20);
});

test('what is owed flows back first, and is never more than a bucket', () => {
  let now = 0;
  const bucket = createTokenBucket(20, 10_000, () => now);
  expect(many(25, bucket.owe)).toBe(20);
  expect(bucket.waitMs()).toBe(3_000);
  now += 3_000;
  expect(many(5, bucket.take)).toBe(1);
  many(10_000, bucket.owe);
  expect(bucket.waitMs()).toBe(10_500);
});

test('one that begins with little saves up to its size, and is credited once with what it saved before', () => {
  let now = 0;
  const bucket = createTokenBucket(500, 250_000, () => now, 20);
  expect(many(30, bucket.take)).toBe(20);
  now += 50_000;
  expect(bucket.isFull()).toBe(false);
  bucket.credit(50_000);
  bucket.credit(50_000);
  expect(many(600, bucket.take)).toBe(200);
  now += 10_000_000;
  expect(many(600, bucket.take)).toBe(500);
  const early = createTokenBucket(500, 250_000, () => now, 20);
  early.credit(-1);
  expect(many(600, early.take)).toBe(20);
});

test('participants are counted apart, by kind as well, and forgotten when they are quiet', () => {
  let now = 0;
  const rates = createCommandRates(defaultRateLimits, () => now);
  const join = (kind: string) => rates.join({ kind, id: 'x' });
  const tab = join('visitor');
  expect(many(100, tab.commands.take)).toBe(20);
  expect(many(100, join('agent').commands.take)).toBe(60);
  expect(many(100, join('visitor').commands.take), 'the same in another tab').toBe(0);
  now += 300_000;
  expect(join('visitor').commands, 'as long as one of them is open').toBe(tab.commands);
  const [one, other] = [rates.join({ kind: 'agent', id: 'y' }), rates.join({ kind: 'agent', id: 'y' })];
  one.leave();
  now += 60_000;
  const third = rates.join({ kind: 'agent', id: 'y' });
  expect(third.commands).toBe(other.commands);
  other.leave();
  third.leave();
  now += 60_000;
  expect(rates.join({ kind: 'agent', id: 'y' }).commands, 'and no longer').not.toBe(other.commands);
});
