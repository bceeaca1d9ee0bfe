import { expect, test } from 'vitest';
import { tableOf } from './table.js';
import type { Result } from './trial.js';

const count = { sent: 10, acked: 10, delivered: 10, lost: 0, dupVisible: 0, order: 0, gaps: 0, problems: [] };
const trial = (seed: number, after: number, failures: string[] = []): Result => ({
  id: 'D1',
  title: 'random sockets are cut',
  place: 'sqlite',
  seed,
  ms: 1000,
  count,
  figures: [{ name: 'after', value: after, unit: 'ms', atMost: 50 }],
  failures,
});

test('a row sums its seeds, and tells the median and the worst of each figure', () => {
  const row = tableOf([trial(1, 30), trial(2, 12.34), trial(3, 20)]).split('\n')[2];
  expect(row).toBe(
    '| D1 random sockets are cut | sqlite | 3 | 30 | 30 | 30 | 0 | 0 | 0 | 0 | after 20 (30 ms) | held |',
  );
});

test('a row says with which seeds the promise was broken', () => {
  const row = tableOf([trial(1, 30), trial(2, 60, ['after 60 ms (<= 50 ms)'])]).split('\n')[2];
  expect(row).toContain('**broken** with 2');
});
