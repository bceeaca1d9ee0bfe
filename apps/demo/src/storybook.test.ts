import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStorybook } from './storybook.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-storybook-'));
  writeFileSync(join(folder, 'secret.html'), 'secret');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('names the command until it is built, and then shows it without a restart', async () => {
  const storybook = createStorybook(join(folder, 'built'));
  const before = await storybook.request('/storybook/');
  expect(before.status).toBe(200);
  expect(await before.text()).toContain('npm run storybook build');

  mkdirSync(join(folder, 'built', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'built', 'index.html'), 'built');
  writeFileSync(join(folder, 'built', 'assets', 'a.js'), 'code');
  expect(await (await storybook.request('/storybook/')).text()).toBe('built');
  const code = await storybook.request('/storybook/assets/a.js');
  expect([code.status, code.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await storybook.request('/storybook')).headers.get('location')).toBe('/storybook/');
});

test.each(['/storybook/..%2fsecret.html', '/storybook/a/..%2f..%2fsecret.html', '/storybook/assets'])(
  '%s is not there',
  async (path) => {
    mkdirSync(join(folder, 'built', 'assets'), { recursive: true });
    expect((await createStorybook(join(folder, 'built')).request(path)).status).toBe(404);
  },
);
