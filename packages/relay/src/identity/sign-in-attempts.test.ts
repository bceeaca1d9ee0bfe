import { expect, test } from 'vitest';
import { createSignInAttempts } from './sign-in-attempts.js';

const rule = { window: 60, max: 3 };

test('refuses what comes after a burst, says when there is room, and then has it', async () => {
  let now = 0;
  const { consume } = createSignInAttempts(() => now);
  const attempt = (key = 'a') => consume(key, rule);
  for (let n = 0; n < rule.max; n += 1) expect(await attempt()).toEqual({ allowed: true, retryAfter: null });
  expect(await attempt()).toEqual({ allowed: false, retryAfter: 20 });
  expect(await attempt('b')).toEqual({ allowed: true, retryAfter: null });
  now = 20_000;
  expect(await attempt()).toEqual({ allowed: true, retryAfter: null });
  expect(await attempt()).toMatchObject({ allowed: false });
});

test('is one relay’s: another one in the process counts for itself', async () => {
  const [one, other] = [createSignInAttempts(() => 0), createSignInAttempts(() => 0)];
  for (let n = 0; n < rule.max; n += 1) await one.consume('a', rule);
  expect(await one.consume('a', rule)).toMatchObject({ allowed: false });
  expect(await other.consume('a', rule)).toMatchObject({ allowed: true });
});

test('goes on counting those who come often while thousands come once', async () => {
  let now = 0;
  const { consume } = createSignInAttempts(() => now);
  for (let n = 0; n < rule.max; n += 1) await consume('often', rule);
  for (let n = 0; n < 3000; n += 1) {
    now += 1;
    await consume(`once ${n}`, rule);
  }
  expect(await consume('often', rule)).toMatchObject({ allowed: false });
});
