import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './browser.ts';

const longest = 'loop.spec.ts';
const report = process.env['BATON_E2E_REPORT'];

export default defineConfig({
  testDir: 'apps/demo/e2e',
  // Each test starts its own relay and drives several windows: more than two side by side would starve each other.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  // The longest first: begun last, it would be waited for alone.
  projects: [
    { name: 'long', testMatch: longest },
    // The longest journey is seen with its motions; they cost a fifth of the time of the others.
    { name: 'others', testIgnore: longest, use: { contextOptions: { reducedMotion: 'reduce' } } },
  ],
  use: { ...devices['Desktop Chrome'], launchOptions, screenshot: 'only-on-failure' },
});
