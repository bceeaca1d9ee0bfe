import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './browser.ts';
import { uploadServer } from './packages/core/upload-server.ts';
import { preactAlias } from './packages/embed/preact-alias.ts';
import { asShipped } from './packages/react/as-shipped.ts';

// Vitest writes into this object, so two projects that shared one would collide on its name.
const browser = (contextOptions = {}) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions, contextOptions }),
  instances: [{ browser: 'chromium' as const }],
});

// What must be quick is measured where it is promised; this only ends what hangs, on a machine with other work too.
const hangsAfterMs = 20_000;
const patient = { poll: { timeout: hangsAfterMs / 2 } };
const underStrain = 'packages/relay/src/bad-input/{flood,slow-loris}.test.ts';
const isTimePlenty = process.env['BATON_WHOLE'] === '1';
// All of it where time is plenty (`.ci/run`); elsewhere the tests that drive the most of the package.
const onOtherReacts = isTimePlenty
  ? ['packages/react/src/**/*.test.tsx']
  : ['packages/react/src/{react-version,widget/*,message-list/message-list,composer/*}.test.tsx'];
// A page for each file costs a third of the time: elsewhere they follow each other in one, which is cleared after each test.
const inPages = { isolate: isTimePlenty, setupFiles: ['./clear-page.ts'], maxWorkers: 2 };
const metInTests = ['axe-core', '@testing-library/react', 'vitest-browser-react'];

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        resolve: { alias: asShipped() },
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts', 'scripts/*.test.mjs'],
          exclude: [underStrain],
          environment: 'node',
          // A process reads the packages once for all of its files: half of the time went into that.
          isolate: false,
          maxWorkers: 3,
          testTimeout: hangsAfterMs,
          hookTimeout: hangsAfterMs,
          expect: patient,
        },
      },
      {
        // A relay's pace under strain is judged by its pace without it, in turns: when the rest is done.
        test: {
          name: 'strain',
          include: [underStrain],
          environment: 'node',
          isolate: false,
          maxWorkers: 2,
          expect: patient,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react(), uploadServer()],
        resolve: { alias: asShipped() },
        optimizeDeps: { include: [...metInTests, 'react', 'react-dom/client', 'react/jsx-dev-runtime'] },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.test.tsx', 'apps/console/src/**/*.test.tsx'],
          exclude: ['packages/embed/**'],
          ...inPages,
          expect: patient,
          env: { REACT: '19' },
          browser: browser(),
        },
      },
      {
        // The script-tag bundle runs on Preact: what holds on React must hold there too.
        plugins: [react()],
        cacheDir: 'node_modules/.vite-preact',
        resolve: { alias: [...preactAlias(), ...asShipped()] },
        optimizeDeps: { include: metInTests },
        test: {
          name: 'preact',
          include: [...onOtherReacts, 'packages/embed/src/**/*.test.tsx'],
          ...inPages,
          expect: patient,
          env: { REACT: 'preact' },
          browser: browser({ reducedMotion: 'reduce' }),
        },
      },
      {
        // The oldest React that the package promises to run on; an alias reaches what the libraries import too.
        plugins: [react()],
        cacheDir: 'node_modules/.vite-react-18',
        resolve: { alias: [{ find: /^react(-dom)?(?=\/|$)/, replacement: 'react$1-18' }, ...asShipped()] },
        optimizeDeps: {
          include: [...metInTests, 'react-18', 'react-18/jsx-dev-runtime', 'react-dom-18/client'],
        },
        test: {
          name: 'react-18',
          include: onOtherReacts,
          ...inPages,
          expect: patient,
          env: { REACT: '18' },
          browser: browser({ reducedMotion: 'reduce' }),
        },
      },
      {
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('./.storybook', import.meta.url)) })],
        test: {
          name: 'stories',
          // Stories follow each other in one page, as in Storybook itself: a page for each file took half of the time.
          isolate: false,
          maxWorkers: 2,
          browser: browser({ reducedMotion: 'reduce' }),
        },
      },
    ],
  },
});
