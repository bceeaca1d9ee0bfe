import { expect, test } from 'vitest';
import { measureSizes, readBudgets, sizeTable } from './sizes.mjs';

test('an entry over its budget, one that was not built and one that nothing measures are problems', async () => {
  const rows = await measureSizes(
    { small: 100, large: 100, missing: 100, unknown: 100 },
    {
      small: async () => 100,
      large: async () => 130,
      missing: () => Promise.reject(new Error('dist/x.js is not there')),
    },
  );
  expect(rows.map(({ name, problem }) => [name, problem])).toEqual([
    ['small', undefined],
    ['large', '30 bytes over its budget'],
    ['missing', 'dist/x.js is not there'],
    ['unknown', 'size-budget.json names "unknown", but what is measured is: small, large, missing'],
  ]);
  expect(sizeTable(rows).match(/FAILED/g)).toHaveLength(3);
});

test('a budget that is no whole number of bytes is refused by name', () => {
  expect(readBudgets('{"core": 13000}')).toEqual({ core: 13000 });
  expect(() => readBudgets('{"core": "13 kB"}')).toThrow('"core" is "13 kB"');
});
