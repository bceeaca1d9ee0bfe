/**
 * Leaves `import()` as it is written: Vite wraps each in 1 kB of code that preloads stylesheets, and the widget's chunks
 * have none.
 *
 * @returns {import('vite').Plugin}
 */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined,
});
