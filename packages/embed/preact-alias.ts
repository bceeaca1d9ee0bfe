import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * Where the script-tag bundle, and the tests that stand for it, take React from: Preact, as absolute files; `react` is
 * another file for `react` itself. The longer names come first, since an alias also matches what begins with it.
 */
export function preactAlias(react?: string): { find: RegExp; replacement: string }[] {
  const preact = dirname(createRequire(import.meta.url).resolve('preact/package.json'));
  const file = {
    compat: `${preact}/compat/dist/compat.mjs`,
    jsx: `${preact}/jsx-runtime/dist/jsxRuntime.mjs`,
  };
  return [
    { find: /^react-dom\/client$/, replacement: `${preact}/compat/client.mjs` },
    { find: /^react-dom\/test-utils$/, replacement: `${preact}/test-utils/dist/testUtils.mjs` },
    { find: /^react-dom$/, replacement: file.compat },
    { find: /^react\/jsx(-dev)?-runtime$/, replacement: file.jsx },
    { find: /^react$/, replacement: react ?? file.compat },
  ];
}
