import { expect, test } from 'vitest';
import { check, honest, nothing, sum, sumLine, tallyPlaywright } from './tally.mjs';

test('the last line says how many passed and failed, and names skips only when there are any', () => {
  expect(sumLine(sum([check(true), check(true), check(false)]))).toBe('2 passed, 1 failed');
  expect(sumLine({ passed: 1, failed: 0, skipped: ['a: why', 'b: why'] })).toBe(
    '1 passed, 0 failed, 2 skipped',
  );
});

test('a runner that crashed, or left no report, has failed', () => {
  expect(honest({ ...nothing, passed: 9 }, 1)).toMatchObject({ passed: 9, failed: 1 });
  expect(honest(undefined, 0).failed).toBe(1);
  expect(honest({ ...nothing, passed: 9, failed: 2 }, 1).failed).toBe(2);
  expect(honest({ ...nothing, passed: 9 }, 0).failed).toBe(0);
});

test('in Playwright’s report a flaky test has failed, and a skipped one gives its reason', () => {
  const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
    title,
    tests: [{ status, annotations: [] }],
  });
  const report = {
    suites: [
      {
        title: 'loop.test.ts',
        specs: [spec('opens', 'expected'), spec('claims', 'unexpected')],
        suites: [
          {
            specs: [
              spec('streams', 'flaky'),
              {
                title: 'survives',
                tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no kill' }] }],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(tallyPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: ['survives: no kill'] });
});
