import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config-error.js';
import { identityKeysOf, readIdentityKeys } from './identity-keys.js';
import { IdentityRefused, verifyIdentity } from './identity-tokens.js';

const now = 1_800_000_000_000;
const seconds = now / 1000;
const [secret, next, others] = [randomBytes(32), randomBytes(32), randomBytes(32)].map((each) =>
  each.toString('hex'),
) as [string, string, string];
const one = identityKeysOf([{ id: 'a', secret }]);
const two = identityKeysOf([
  { id: 'a', secret },
  { id: 'b', secret: next },
  { id: 'c', secret: others, siteId: 'other' },
]);

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: object, payload: object, by = secret) => {
  const text = `${encoded(header)}.${encoded(payload)}`;
  return `${text}.${createHmac('sha256', by).update(text).digest('base64url')}`;
};
const hs256 = { alg: 'HS256' };
const claims = { sub: 'customer-7', aud: 'baton', exp: seconds + 600 };
const verify = (token: string, keys = one, siteId = 'main') => verifyIdentity(keys, { token, siteId, now });

describe('an identity token', () => {
  test('says who the visitor is, and until when', async () => {
    const more = { name: 'Vera Blum', email: 'vera@shop.example', facts: { plan: 'pro' } };
    expect(await verify(signed(hs256, { ...claims, ...more }))).toEqual({
      identity: { subject: 'customer-7', ...more },
      expiresAt: now + 600_000,
      leftOut: [],
    });
    expect(await verify(signed(hs256, claims))).toMatchObject({ identity: { name: null, email: null } });
  });

  test('names the key it is signed with, of two that live at once', async () => {
    for (const [kid, by] of [
      ['a', secret],
      ['b', next],
    ] as const)
      expect(await verify(signed({ ...hs256, kid }, claims, by), two)).toMatchObject({
        identity: { subject: 'customer-7' },
      });
    await expect(verify(signed({ ...hs256, kid: 'a' }, claims, next), two)).rejects.toThrow(IdentityRefused);
  });

  test('of one site is none of another, with a key of its own or not', async () => {
    const ofOther = signed({ ...hs256, kid: 'c' }, claims, others);
    expect(await verify(ofOther, two, 'other')).toMatchObject({ identity: { subject: 'customer-7' } });
    await expect(verify(ofOther, two, 'main')).rejects.toThrow('names no key of this site');
    await expect(verify(signed({ ...hs256, kid: 'a' }, claims), two, 'other')).rejects.toThrow(
      IdentityRefused,
    );
    await expect(verify(signed(hs256, claims), one, 'other')).rejects.toThrow(
      'no identity secret for the site "other"',
    );
  });

  test('is taken with a name that is too long, cut between characters as they are seen', async () => {
    const nameOf = async (name: string) =>
      (await verify(signed(hs256, { ...claims, name }))).identity.name ?? '';
    const family = '👩‍👩‍👧‍👦';
    expect(await nameOf(`${'x'.repeat(80)}`)).toBe('x'.repeat(80));
    expect(await nameOf(`${'x'.repeat(81)}`)).toBe(`${'x'.repeat(79)}…`);
    expect(await nameOf(`  ${'x'.repeat(79)}  `)).toBe('x'.repeat(79));
    expect(await nameOf(`${'x'.repeat(75)}${family}y`)).toBe(`${'x'.repeat(75)}…`);
    expect(await nameOf(`${'x'.repeat(77)} ${'e\u0301'.repeat(9)}`)).toBe(`${'x'.repeat(77)}…`);
    expect(await nameOf('é'.normalize('NFD').repeat(99))).toBe(`${'é'.normalize('NFD').repeat(39)}…`);
    expect(await nameOf(family.repeat(20))).toBe(`${family.repeat(7)}…`);
  });

  test('that says too much otherwise lets its visitor in too: an address is never cut, and nothing told names them', async () => {
    const email = `vera@${'x'.repeat(250)}.example`;
    const facts = {
      plan: 'p'.repeat(201),
      [`vera ${'n'.repeat(40)}`]: '1',
      ...Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`fact ${n}`, 'yes'])),
    };
    const { identity, leftOut } = await verify(signed(hs256, { ...claims, email, facts }));
    expect(identity.email).toBe(null);
    expect(identity.facts).toMatchObject({ plan: `${'p'.repeat(199)}…`, 'fact 18': 'yes' });
    expect(Object.keys(identity.facts ?? {})).toHaveLength(20);
    expect(leftOut).toEqual([
      'email: longer than 254 characters',
      'facts: names longer than 40 characters',
      'facts: more than 20',
    ]);
  });

  test.each<[string, string]>([
    ['unsigned', `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
    ['of no algorithm, though signed', signed({ alg: 'none' }, claims)],
    ['of an algorithm in other letters', signed({ alg: 'hs256' }, claims)],
    ['of another algorithm', signed({ alg: 'HS384' }, claims)],
    ['of an asymmetric algorithm, signed with the secret', signed({ alg: 'RS256' }, claims)],
    ['signed by another key', signed(hs256, claims, next)],
    ['signed by an empty key', signed(hs256, claims, '')],
    ['without its signature', signed(hs256, claims).replace(/[^.]*$/, '')],
    [
      'with a swapped subject',
      signed(hs256, claims).replace(/\.[^.]*\./, `.${encoded({ ...claims, sub: 'customer-8' })}.`),
    ],
    ['of a key id that is a path', signed({ ...hs256, kid: '../../dev/null' }, claims, '')],
    ['of a key id that is SQL', signed({ ...hs256, kid: "a' or 1=1 --" }, claims)],
    ['of a key id of every object', signed({ ...hs256, kid: '__proto__' }, claims)],
    ['with a key of its own', signed({ ...hs256, jwk: { kty: 'oct', k: encoded('x') } }, claims, 'x')],
    ['with a critical header that is not known', signed({ ...hs256, crit: ['x'], x: 1 }, claims)],
    ['without an end', signed(hs256, { ...claims, exp: undefined })],
    ['that is over', signed(hs256, { ...claims, exp: seconds - 61 })],
    ['that lives for more than a day', signed(hs256, { ...claims, exp: seconds + 25 * 3600 })],
    ['whose end is no number', signed(hs256, { ...claims, exp: 'never' })],
    ['that has not begun', signed(hs256, { ...claims, nbf: seconds + 61 })],
    ['without an audience', signed(hs256, { ...claims, aud: undefined })],
    ['for another audience', signed(hs256, { ...claims, aud: 'baton-visitor' })],
    ['without a subject', signed(hs256, { ...claims, sub: undefined })],
    ['of an empty subject', signed(hs256, { ...claims, sub: ' ' })],
    ['whose subject is no text', signed(hs256, { ...claims, sub: 7 })],
    ['of a subject with NUL', signed(hs256, { ...claims, sub: 'a\0b' })],
    ['of an endless subject', signed(hs256, { ...claims, sub: 'x'.repeat(201) })],
    ['of an endless name with NUL', signed(hs256, { ...claims, name: `a\0${'x'.repeat(80)}` })],
    ['whose name is no text', signed(hs256, { ...claims, name: { first: 'Vera' } })],
    ['whose facts are no facts', signed(hs256, { ...claims, facts: { plan: { id: 7 } } })],
    ['that is two', `${signed(hs256, claims)}.${signed(hs256, claims)}`],
    ['that is none', 'not-a-token'],
    ['that is empty', ''],
  ])('%s is refused', async (_, token) => {
    const refusal = verify(token);
    await expect(refusal).rejects.toThrow(IdentityRefused);
    await expect(refusal).rejects.not.toThrow(secret);
  });
});

describe('the identity secrets of the environment', () => {
  test('are one, or several with a key id each', () => {
    expect(readIdentityKeys(secret)).toEqual([{ id: 'default', secret }]);
    expect(readIdentityKeys(`2026-01:${secret}, 2026-07:${next}`)).toEqual([
      { id: '2026-01', secret },
      { id: '2026-07', secret: next },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['too short', 'only-31-bytes-are-in-this-secret'.slice(0, 31), /has 31 bytes.*openssl rand/],
    ['without a key id', `:${secret}`, /key id of identity secret 1/],
    ['twice of one key id', `a:${secret},a:${next}`, /Two identity secrets have the key id "a"/],
  ])('are refused when %s, and not told', (_, value, message) => {
    const read = () => identityKeysOf(readIdentityKeys(value));
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(value);
  });
});
