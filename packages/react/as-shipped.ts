import { fileURLToPath } from 'node:url';

/**
 * Where tests and stories take the lexer from, as an absolute file: the built one, as pages have it. Of marked it lacks
 * more than is unused (see `scripts/trim-libraries.mjs`), and what is tested must be what is shown.
 */
export const asShipped = (): { find: string; replacement: string }[] => [
  {
    find: './marked-lexer.js',
    replacement: fileURLToPath(new URL('dist/markdown/marked-lexer.js', import.meta.url)),
  },
];
