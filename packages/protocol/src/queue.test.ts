import { describe, expect, test } from 'vitest';
import { claimGap, queuePlaces, waitingIn } from './queue.js';
import type { Handoff } from './state.js';

const waiting = (conversationId: string, requestedAt: number) => ({
  conversationId,
  handoffId: `of ${conversationId}`,
  requestedAt,
});
const minute = 60_000;

describe('a place in the queue', () => {
  test('is by who asked first, and the same for all who look', () => {
    const places = queuePlaces([waiting('c', 2), waiting('b', 1), waiting('a', 2)], null);
    expect([...places].map(([id, { position }]) => [id, position])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ]);
    expect(places.get('b')).toEqual({ handoffId: 'of b', position: 1, waitMs: null });
  });

  test('says how long it takes by how fast it goes', () => {
    const places = queuePlaces([waiting('a', 1), waiting('b', 2)], 2 * minute);
    expect([...places.values()].map(({ waitMs }) => waitMs)).toEqual([2 * minute, 4 * minute]);
  });

  test('has whoever is pending, and nobody else', () => {
    const handoff = { id: 'h', requestedAt: 5 } as Handoff;
    expect(waitingIn('c', { ...handoff, status: 'pending' })).toEqual({
      conversationId: 'c',
      handoffId: 'h',
      requestedAt: 5,
    });
    for (const status of ['offered', 'collecting', 'active', 'resolved'] as const)
      expect(waitingIn('c', { ...handoff, status })).toBeNull();
    expect(waitingIn('c', null)).toBeNull();
  });
});

describe('the time from one claim to the next', () => {
  const now = 100 * minute;
  test('is what it was lately', () => {
    expect(claimGap([now - 6 * minute, now - 3 * minute, now], now)).toBe(3 * minute);
  });
  test('grows while nobody claims', () => {
    expect(claimGap([now - 16 * minute, now - 13 * minute, now - 10 * minute], now)).toBe(8 * minute);
  });
  test('is not known from too few claims, or from old ones', () => {
    expect(claimGap([], now)).toBeNull();
    expect(claimGap([now - 2 * minute, now], now)).toBeNull();
    expect(claimGap([now - 50 * minute, now - 40 * minute, now - minute, now], now)).toBeNull();
  });
});
