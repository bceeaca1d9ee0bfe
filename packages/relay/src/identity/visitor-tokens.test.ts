import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { signVisitorToken, verifyVisitorToken } from './visitor-tokens.js';

const key = randomBytes(32);
const now = 1_800_000_000_000;
const seconds = Math.floor(now / 1000);
const claims = { site: 'main', sub: 'vera', aud: 'baton-visitor', iat: seconds, exp: seconds + 600 };

const vera = { visitorId: 'vera', siteId: 'main' };

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: object, payload: object, by: Uint8Array = key) => {
  const text = `${encoded(header)}.${encoded(payload)}`;
  return `${text}.${createHmac('sha256', by).update(text).digest('base64url')}`;
};
const hs256 = { alg: 'HS256' };

describe('a visitor’s token', () => {
  test('says who it was made for, for ten minutes', async () => {
    const { token, expiresAt } = await signVisitorToken(key, { ...vera, isSigned: false }, now);
    expect(expiresAt).toBe(now + 600_000);
    expect(await verifyVisitorToken(key, token, now)).toEqual({
      visitorId: 'vera',
      siteId: 'main',
      isSigned: false,
      expiresAt: expiresAt + 60_000,
    });
  });

  test('ends with what it rests on', async () => {
    const holder = { ...vera, isSigned: true, notAfter: now + 5_000 };
    const { token, expiresAt } = await signVisitorToken(key, holder, now);
    expect(expiresAt).toBe(now + 5_000);
    expect(await verifyVisitorToken(key, token, now)).toMatchObject({ isSigned: true });
    expect(await verifyVisitorToken(key, token, now + 66_000)).toBeNull();
  });

  test('is forgiven a minute of skew between clocks, and not more', async () => {
    const { token, expiresAt } = await signVisitorToken(key, { ...vera, isSigned: false }, now);
    expect(await verifyVisitorToken(key, token, expiresAt + 59_000)).not.toBeNull();
    expect(await verifyVisitorToken(key, token, expiresAt + 61_000)).toBeNull();
  });

  test('made by hand with the right key is one, so that the forgeries below differ by one thing each', async () => {
    expect(await verifyVisitorToken(key, signed(hs256, claims), now)).toMatchObject({ visitorId: 'vera' });
  });

  test.each<[string, () => string | Promise<string>]>([
    ['unsigned', () => `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
    ['of no algorithm, though signed', () => signed({ alg: 'none' }, claims)],
    ['of an algorithm in other letters', () => signed({ alg: 'hs256' }, claims)],
    ['of another algorithm', () => signed({ alg: 'HS512' }, claims)],
    ['signed by another key', () => signed(hs256, claims, randomBytes(32))],
    ['signed by an empty key', () => signed(hs256, claims, new Uint8Array([0]))],
    ['without its signature', () => signed(hs256, claims).replace(/[^.]*$/, '')],
    [
      'with a changed claim',
      () => signed(hs256, claims).replace(/\.[^.]*\./, `.${encoded({ ...claims, sub: 'ada' })}.`),
    ],
    ['of another key’s id', () => signed({ ...hs256, kid: '../../dev/null' }, claims, randomBytes(32))],
    ['with a critical header that is not known', () => signed({ ...hs256, crit: ['x'], x: 1 }, claims)],
    ['without an end', () => signed(hs256, { ...claims, exp: undefined })],
    ['without a subject', () => signed(hs256, { ...claims, sub: undefined })],
    ['without an audience', () => signed(hs256, { ...claims, aud: undefined })],
    ['for another audience', () => signed(hs256, { ...claims, aud: 'baton-agent' })],
    ['without a site', () => signed(hs256, { ...claims, site: undefined })],
    ['that is over', () => signed(hs256, { ...claims, exp: seconds - 61 })],
    ['that has not begun', () => signed(hs256, { ...claims, nbf: seconds + 61 })],
    ['whose end is no number', () => signed(hs256, { ...claims, exp: 'never' })],
    ['whose subject is no text', () => signed(hs256, { ...claims, sub: 7 })],
    [
      'signed by a public key’s owner',
      () =>
        new SignJWT({ site: 'main' })
          .setProtectedHeader({ alg: 'RS256' })
          .setSubject('vera')
          .setAudience('baton-visitor')
          .setExpirationTime(seconds + 600)
          .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
    ],
    ['that is two', () => `${signed(hs256, claims)}.${signed(hs256, claims)}`],
    ['that is none', () => 'not-a-token'],
    ['that is empty', () => ''],
  ])('%s is not valid', async (_, forge) => {
    expect(await verifyVisitorToken(key, await forge(), now)).toBeNull();
  });
});
