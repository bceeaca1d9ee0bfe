import { expect, test } from 'vitest';
import { createCapabilities } from './capability.js';

const key = Buffer.alloc(32, 'k');
const minuteMs = 60_000;
const now = Date.parse('2026-11-22T10:00:00Z') + 12_345;

const queryOf = (path: string) => {
  const query = new URL(path, 'http://baton.example').searchParams;
  return { e: query.get('e') ?? undefined, s: query.get('s') ?? undefined };
};

test('an address opens its file for half an hour at least and an hour at most', () => {
  const { pathOf, opens } = createCapabilities(key);
  for (let minute = 0; minute < 60; minute += 7) {
    const at = now + minute * minuteMs;
    const { path, expiresAt } = pathOf('file', at);
    expect(expiresAt - at).toBeGreaterThanOrEqual(30 * minuteMs);
    expect(expiresAt - at).toBeLessThanOrEqual(60 * minuteMs);
    expect(opens('file', queryOf(path), expiresAt - 1)).toBe(true);
    expect(opens('file', queryOf(path), expiresAt)).toBe(false);
  }
});

test('a file keeps its address for a while', () => {
  const { pathOf } = createCapabilities(key);
  expect(pathOf('file', now + minuteMs).path).toBe(pathOf('file', now).path);
});

test('an address opens no other file, no longer, and under no other key', () => {
  const { pathOf, opens } = createCapabilities(key);
  const { e, s } = queryOf(pathOf('file', now).path);
  expect(opens('file', { e, s }, now)).toBe(true);
  expect(opens('another', { e, s }, now)).toBe(false);
  expect(opens('file', { e: String(Number(e) + 3600), s }, now)).toBe(false);
  expect(opens('file', { e: `${e}0`, s }, now)).toBe(false);
  expect(opens('file', { e, s: undefined }, now)).toBe(false);
  expect(opens('file', { e: undefined, s }, now)).toBe(false);
  expect(createCapabilities(Buffer.alloc(32, 'j')).opens('file', { e, s }, now)).toBe(false);
  const [id, rest] = ['file.1', e];
  expect(opens(id, { e: rest, s }, now), 'nothing moves from the expiry to the id').toBe(false);
});
