import { closeCodes } from '@batonchat/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffMs } from './backoff.js';
import { connectionStateOf, idleLink, type Link, type LinkInput, nextLink } from './machine.js';

const middle = { now: 1000, random: 0.5, isOnline: true };
const after = (inputs: LinkInput[], circumstances = middle): Link =>
  inputs.reduce((link, input) => nextLink(link, input, circumstances), idleLink);
const ended = (code: number): LinkInput => ({ type: 'ended', code });
const up: LinkInput[] = [{ type: 'connect' }, { type: 'welcomed' }];

describe('what a reader sees', () => {
  test('idle, connecting, connected', () => {
    expect(connectionStateOf(idleLink).status).toBe('idle');
    expect(connectionStateOf(after([{ type: 'connect' }])).status).toBe('connecting');
    expect(connectionStateOf(after(up))).toEqual({ status: 'connected', reason: null, retryAt: null });
  });

  test('a first attempt that fails is reconnecting, with a reason and a time', () => {
    const state = connectionStateOf(after([{ type: 'connect' }, ended(1006)]));
    expect(state).toEqual({ status: 'reconnecting', reason: 'unreachable', retryAt: 1375 });
  });

  test('the reason stays until the relay has welcomed us', () => {
    const redialling = after([...up, ended(1006), { type: 'retry' }]);
    expect(connectionStateOf(redialling)).toEqual({
      status: 'reconnecting',
      reason: 'unreachable',
      retryAt: null,
    });
    expect(nextLink(redialling, { type: 'welcomed' }, middle).reason).toBeNull();
  });

  test('without a network the reason is that', () => {
    expect(after([...up, ended(1006)], { ...middle, isOnline: false }).reason).toBe('offline');
  });
});

describe('how long it waits', () => {
  test('anywhere from 0 to a limit that grows from 750 ms to 3 s, and is 20 s after a minute of failures', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (times, random) => {
          let link = after([{ type: 'connect' }]);
          for (let count = 1; count < times; count++)
            link = nextLink(nextLink(link, ended(1006), middle), { type: 'retry' }, middle);
          const { retryAt } = nextLink(link, ended(1006), { ...middle, random });
          const limit = times > 40 ? 20_000 : ([750, 1500][times - 1] ?? 3000);
          expect(retryAt).toBe(1000 + Math.round(random * limit));
        },
      ),
    );
  });

  test('whom the relay welcomed starts anew', () => {
    let link = after([{ type: 'connect' }]);
    for (let count = 0; count < 5; count += 1)
      link = nextLink(nextLink(link, ended(1006), middle), { type: 'retry' }, middle);
    const welcomed = nextLink(link, { type: 'welcomed' }, middle);
    expect(nextLink(welcomed, ended(1006), { ...middle, random: 1 }).retryInMs).toBe(750);
  });

  test('of those who lost the same relay no more than a fifth come back together, however long it was away', () => {
    const clients = 20_000;
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (const awayMs of [0, 200, 400, 500, 600, 650, 750, 1000, 2000]) {
      const within = new Map<number, number>();
      for (let client = 0; client < clients; client += 1) {
        let at = backoffMs(0, random());
        for (let failures = 1; at < awayMs; failures += 1) at += backoffMs(failures, random());
        const window = Math.floor(at / 100);
        within.set(window, (within.get(window) ?? 0) + 1);
      }
      expect(Math.max(...within.values()) / clients).toBeLessThan(0.2);
    }
  });

  test('an announced restart spreads everybody over one second', () => {
    expect(after([...up, ended(closeCodes.restart)]).retryAt).toBe(1500);
    expect(after([...up, ended(closeCodes.restart)], { ...middle, random: 0.999 }).retryAt).toBe(1999);
  });

  test('a relay that names a time is not asked before it, nor by all at that moment', () => {
    const told = (retryAfterMs: number, random: number) =>
      after([{ type: 'connect' }, { type: 'ended', code: 1006, retryAfterMs }], { ...middle, random })
        .retryInMs;
    expect([told(7000, 0), told(7000, 0.5), told(7000, 0.999)]).toEqual([7000, 7375, 7749]);
    expect([told(-5, 0), told(1e9, 0)]).toEqual([0, 300_000]);
  });

  test('a wall clock that is set between two attempts changes no wait', () => {
    for (const now of [middle.now + 86_400_000, middle.now - 86_400_000]) {
      const welcomed = after(up);
      const soon = nextLink(welcomed, ended(1006), { ...middle, now });
      expect(soon).toMatchObject({ failures: 1, retryInMs: 375, retryAt: now + 375 });
      const again = nextLink(nextLink(soon, { type: 'retry' }, middle), { type: 'welcomed' }, middle);
      expect(nextLink(again, ended(1006), { ...middle, now })).toMatchObject({ failures: 1 });
    }
  });

  test('one that was too slow waits longer', () => {
    expect(after([...up, ended(closeCodes.slow)]).retryAt).toBe(1000 + 1500);
  });
});

describe('what ends it', () => {
  test.each([
    [closeCodes.forbidden, 'forbidden'],
    [closeCodes.tooOld, 'reload-needed'],
    [closeCodes.offence, 'offence'],
  ])('%i is terminal: %s', (code, reason) => {
    const closed = after([...up, ended(code)]);
    expect(connectionStateOf(closed)).toEqual({ status: 'closed', reason, retryAt: null });
    expect(nextLink(closed, { type: 'retry' }, middle)).toBe(closed);
    expect(nextLink(closed, { type: 'connect' }, middle)).toBe(closed);
  });

  test('a person may try again after a terminal reason, but not after destroy', () => {
    expect(after([...up, ended(closeCodes.forbidden), { type: 'insist' }]).phase).toBe('dialling');
    expect(after([...up, { type: 'destroyed' }, { type: 'insist' }])).toMatchObject({
      phase: 'closed',
      reason: 'destroyed',
    });
  });

  test('after someone insisted, an attempt that fails is made again within a second, also one that was under way', () => {
    const failed = (link: Link) => nextLink(link, ended(1006), middle);
    const dialAgain = (link: Link) => nextLink(link, { type: 'retry' }, middle);
    let waiting = failed(after(up));
    for (let failures = 1; failures < 6; failures += 1) waiting = failed(dialAgain(waiting));
    expect(waiting.retryInMs).toBe(1500);
    const insist = (link: Link) => nextLink(link, { type: 'insist' }, middle);
    expect(failed(insist(waiting)).retryInMs).toBe(375);
    expect(failed(insist(dialAgain(waiting))).retryInMs).toBe(375);
  });

  test('an expired token is renewed at once, a second one only after a wait', () => {
    const renewing = after([...up, ended(closeCodes.tokenExpired)]);
    expect(renewing).toMatchObject({ phase: 'dialling', needsFreshToken: true, attempt: 2 });
    const again = nextLink(renewing, ended(closeCodes.tokenExpired), middle);
    expect(again).toMatchObject({ phase: 'waiting', needsFreshToken: true });
    const welcomed = nextLink(nextLink(again, { type: 'retry' }, middle), { type: 'welcomed' }, middle);
    expect(welcomed.needsFreshToken).toBe(false);
  });
});

test('whatever happens, it is either waiting with a time, under way, up, or closed with a reason', () => {
  const input = fc.oneof(
    fc.constantFrom<LinkInput>(
      { type: 'connect' },
      { type: 'retry' },
      { type: 'insist' },
      { type: 'welcomed' },
      { type: 'destroyed' },
    ),
    fc.constantFrom(1000, 1006, ...Object.values(closeCodes)).map(ended),
  );
  fc.assert(
    fc.property(fc.array(input, { maxLength: 40 }), (inputs) => {
      let link = idleLink;
      for (const each of inputs) {
        const next = nextLink(link, each, middle);
        if (link.reason === 'destroyed') expect(next).toBe(link);
        if (next.phase === 'dialling' && link.phase !== 'dialling')
          expect(next.attempt).toBe(link.attempt + 1);
        link = next;
      }
      if (link.phase === 'waiting') expect(link.retryAt).toBeGreaterThanOrEqual(1000);
      if (link.phase === 'closed') expect(link.reason).not.toBeNull();
      if (link.phase === 'up') expect(link.reason).toBeNull();
    }),
  );
});
