import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quietLog } from './testing/quiet-log.js';
import { warmUp } from './warm-up.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one thing is prepared after the other, and one that fails stops no other', async () => {
  const log = quietLog();
  const begun: string[] = [];
  let finish = () => {};
  warmUp(
    {
      slow() {
        begun.push('slow');
        return new Promise((resolve) => {
          finish = resolve;
        });
      },
      async broken() {
        begun.push('broken');
        throw new Error('Gone.');
      },
      async last() {
        begun.push('last');
      },
    },
    log,
  );
  expect(begun).toEqual([]);
  await vi.runAllTimersAsync();
  expect(begun).toEqual(['slow']);
  finish();
  await vi.runAllTimersAsync();
  expect(begun).toEqual(['slow', 'broken', 'last']);
  expect(log.lines).toMatchObject([{ level: 'warn', text: 'broken could not be prepared.' }]);
});

test('nothing begins once it is stopped', async () => {
  const begun: string[] = [];
  let finish = () => {};
  const tasks = {
    slow() {
      begun.push('slow');
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    async last() {
      begun.push('last');
    },
  };
  warmUp(tasks, quietLog())();
  await vi.runAllTimersAsync();
  expect(begun).toEqual([]);

  const stop = warmUp(tasks, quietLog());
  await vi.runAllTimersAsync();
  stop();
  finish();
  await vi.runAllTimersAsync();
  expect(begun).toEqual(['slow']);
});
