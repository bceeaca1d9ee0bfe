import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bot, messageRow } from '../testing/rows.js';
import { layoutOf } from './row-layout.js';

const dayMs = 24 * 60 * 60_000;
const year = 365 * dayMs;

test('a day begins exactly where the date in words is another one, whatever lies between', () => {
  const at = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
  const apart = fc.oneof(
    fc.integer({ min: -dayMs, max: 2 * dayMs }),
    fc.integer({ min: -5 * year, max: 5 * year }),
  );
  fc.assert(
    fc.property(at, apart, (before, gap) => {
      const rows = [before, before + gap].map((at, index) => ({
        ...messageRow(index + 1, bot, 'Hello'),
        at,
      }));
      const isAnotherDay = new Date(before).toDateString() !== new Date(before + gap).toDateString();
      expect(layoutOf(rows, 1).startsDay).toBe(isAnotherDay);
    }),
    { numRuns: 2000 },
  );
});
