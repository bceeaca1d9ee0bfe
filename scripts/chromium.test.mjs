import { expect, test } from 'vitest';
import { findChromium, howToGetChromium } from './chromium.mjs';

const only =
  (/** @type {string[]} */ ...paths) =>
  (/** @type {string} */ path) =>
    paths.includes(path);

test('CHROMIUM_PATH wins over Playwright’s own, which wins over a system one', () => {
  const all = only('/mine', '/own', '/usr/bin/chromium');
  expect(findChromium('/own', { CHROMIUM_PATH: '/mine' }, all)).toBe('/mine');
  expect(findChromium('/own', {}, all)).toBe('/own');
  expect(findChromium('/own', {}, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium');
});

test('without one, the error is one line that says how to get it', () => {
  expect(() => findChromium('/own', {}, only())).toThrow(howToGetChromium);
  expect(howToGetChromium).not.toContain('\n');
  expect(() => findChromium('/own', { CHROMIUM_PATH: '/gone' }, only('/own'))).toThrow(
    'CHROMIUM_PATH is /gone',
  );
});
