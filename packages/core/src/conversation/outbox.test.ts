import { limits } from '@batonchat/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutboxItem } from '../state.js';
import { isFull, newItem, withRefused, withRestored } from './outbox.js';

const say = (text: string): OutboxItem['command'] => ({
  type: 'send-message',
  parts: [{ type: 'text', text }],
});
const item = (commandId: string, changes: Partial<OutboxItem> = {}): OutboxItem => ({
  commandId,
  conversationId: 'c',
  command: say(commandId),
  createdAt: 1,
  status: 'sending',
  refusal: null,
  ...changes,
});
const idsOf = (outbox: readonly OutboxItem[]) => outbox.map(({ commandId }) => commandId);
const bytesOf = (outbox: readonly OutboxItem[]) =>
  new TextEncoder().encode(outbox.map((each) => JSON.stringify(each)).join('')).length;

describe('room', () => {
  test('for 500 items', () => {
    const held = Array.from({ length: 500 }, (_, index) => item(`${index}`));
    expect(isFull(held.slice(1), item('new'))).toBe(false);
    expect(isFull(held, item('new'))).toBe(true);
  });

  test.each(['x', 'ü', '🙂'])('for 2 MB of JSON, whatever the letters weigh: %s', (letter) => {
    const long = item('0', { command: say(letter.repeat(limits.messageCharacters / letter.length)) });
    const count = Math.floor(2_000_000 / bytesOf([long]));
    const held = Array.from({ length: count }, () => long);
    expect(isFull(held.slice(1), long)).toBe(false);
    expect(isFull(held, long)).toBe(true);
    expect(bytesOf(held)).toBeLessThanOrEqual(2_000_000);
    expect(bytesOf([...held, long])).toBeGreaterThan(2_000_000);
  });
});

describe('order', () => {
  const dayMs = 86_400_000;

  test('is the order of saying, over any reloads and however the wall clock is set', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('say' as const), sinceMs: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ type: fc.constant('set' as const), toMs: fc.constantFrom(-dayMs, 0, dayMs) }),
      // A reload, after which so many things are said before the storage has answered.
      fc.record({ type: fc.constant('reload' as const), said: fc.integer({ min: 0, max: 2 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = 10 * dayMs;
        let offset = 0;
        let outbox: readonly OutboxItem[] = [];
        const order: string[] = [];
        const said = () => {
          const one = newItem<OutboxItem['command']>(say('x'), { conversation: null, outbox }, now + offset);
          order.push(one.commandId);
          outbox = [...outbox, one];
          return one.commandId;
        };
        for (const each of steps) {
          if (each.type === 'set') offset = each.toMs;
          if (each.type === 'say') {
            now += each.sinceMs;
            said();
          }
          if (each.type === 'reload') {
            const stored = outbox.toReversed();
            outbox = [];
            const early = new Set(Array.from({ length: each.said }, said));
            // The storage may hold what was said meanwhile, or not yet.
            outbox = withRestored(outbox, now % 2 ? stored : [...outbox, ...stored], early);
          }
          expect(idsOf(outbox)).toEqual(order);
        }
      }),
    );
  });

  test('what another tab said is in its place by time, and what is here already stays the same', () => {
    const [a, b, c] = [item('a', { createdAt: 1 }), item('b', { createdAt: 2 }), item('c', { createdAt: 3 })];
    expect(idsOf(withRestored([a, c], [b], new Set()))).toEqual(['a', 'b', 'c']);
    const held = [a, b];
    expect(withRestored(held, [{ ...b }], new Set())).toBe(held);
  });
});

describe('a refusal', () => {
  const refusal = { code: 'not-found', message: 'No.' } as const;

  test.each([{ type: 'end-handoff' }, { type: 'decline-offer' }] as const)(
    'leaves nothing of $type, which no view shows as failed and every view offers again',
    (command) => {
      const held = [item('a', { command }), item('b')];
      expect(withRefused(held, 'a', refusal)).toEqual([item('b')]);
      expect(withRefused(held, 'other', refusal)).toBe(held);
    },
  );

  test.each([say('hello'), { type: 'request-handoff', reason: 'button' }, { type: 'accept-offer' }] as const)(
    'keeps $type, which is shown as failed',
    (command) => {
      expect(withRefused([item('a', { command })], 'a', refusal)).toMatchObject([
        { status: 'failed', refusal },
      ]);
    },
  );
});
