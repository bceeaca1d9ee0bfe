import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { measureSizes, readBudgets, sizeTable, sumOfGraph } from './sizes.mjs';

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

test('a file counts with what it imports, once, and without what it loads on a later need', () => {
  /** @type {Record<string, string>} */
  const files = {
    'a/main.js': 'import "./one.js"; import { x } from "./two.js"; import("./later.js"); x();',
    'a/one.js': 'import "react"; import "./two.js";',
    'a/two.js': 'export const x = () => {};',
    'a/later.js': 'export const later = 1;',
  };
  const bytes = ['a/main.js', 'a/one.js', 'a/two.js'].map(
    (name) => gzipSync(files[name] ?? '', { level: 9 }).length,
  );
  expect(sumOfGraph('a/main.js', files)).toBe(bytes.reduce((total, each) => total + each, 0));
});

test('a budget that is no whole number of bytes is refused by name', () => {
  expect(readBudgets('{"core": 13000}')).toEqual({ core: 13000 });
  expect(() => readBudgets('{"core": "13 kB"}')).toThrow('"core" is "13 kB"');
});
