import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './browser.ts';
import { preactAlias } from './packages/embed/preact-alias.ts';

// Vitest writes into this object, so two projects that shared one would collide on its name.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
});

// What must be quick is measured where it is promised; this only ends what hangs, on a machine with other work too.
const hangsAfterMs = 20_000;
const badInput = 'packages/relay/src/bad-input/*.test.ts';
const metInTests = ['axe-core', '@testing-library/react', 'vitest-browser-react'];

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: [badInput],
          environment: 'node',
          maxWorkers: 2,
          testTimeout: hangsAfterMs,
          hookTimeout: hangsAfterMs,
        },
      },
      {
        // A relay's pace under strain is judged by its pace without it: one file after the other, when the rest is done.
        test: {
          name: 'bad-input',
          include: [badInput],
          environment: 'node',
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: [...metInTests, 'react', 'react-dom/client', 'react/jsx-dev-runtime'] },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.test.tsx', 'apps/console/src/**/*.test.tsx'],
          exclude: ['packages/embed/**'],
          maxWorkers: 2,
          browser: browser(),
        },
      },
      {
        // The script-tag bundle runs on Preact: what holds on React must hold there too.
        plugins: [react()],
        cacheDir: 'node_modules/.vite-preact',
        resolve: { alias: preactAlias() },
        optimizeDeps: { include: metInTests },
        test: {
          name: 'preact',
          include: ['packages/react/src/**/*.test.tsx', 'packages/embed/src/**/*.test.tsx'],
          maxWorkers: 2,
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
        test: { name: 'stories', maxWorkers: 2, browser: browser() },
      },
    ],
  },
});
