/** As Vite writes an import of which all is taken, and one of which some names are. */
const whole = /__vitePreload\(\(\) => (import\([\s\S]*?), __VITE_PRELOAD__\)/g;
const picked =
  /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\([^)]*\));\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__\)/g;

/**
 * Leaves `import()` as it is written: Vite wraps each in code that preloads stylesheets, 1 kB and some for each call, and
 * the widget's chunks have none.
 *
 * @returns {import('vite').Plugin}
 */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : undefined,
  renderChunk(code) {
    if (!code.includes('__VITE_PRELOAD__')) return null;
    const plain = code.replace(picked, '$1').replace(whole, '$1');
    if (plain.includes('__VITE_PRELOAD__'))
      this.error(
        'Vite writes a dynamic import as scripts/plain-imports.mjs does not know it. Teach it there how.',
      );
    return { code: plain, map: null };
  },
});
