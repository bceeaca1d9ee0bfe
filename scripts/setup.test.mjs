import { expect, test } from 'vitest';
import { isAtLeast } from './setup.mjs';

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['24.1.0', true],
  ['20.18.9', false],
  ['18.20.4', false],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isAtLeast(version, '20.19.0')).toBe(expected);
});
