import { rm } from 'node:fs/promises';
import { build, defineConfig, type Plugin } from 'vite';
import { plainImports } from '../../scripts/plain-imports.mjs';
import { preactAlias } from './preact-alias.ts';

const folder = import.meta.dirname;

/**
 * Emits `embed.js`, the loader, beside the app it loads: a classic script that knows the app's hashed file name, so that
 * the loader alone has to be revalidated and all else may be cached for ever.
 */
function loader(): Plugin {
  return {
    name: 'baton-loader',
    async buildStart() {
      this.addWatchFile(`${folder}/src/loader.ts`);
      await rm(`${folder}/dist/embed`, { recursive: true, force: true });
    },
    async generateBundle(_options, bundle) {
      const app = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
      if (!app)
        this.error('The widget has no entry chunk: see build.rolldownOptions.input in packages/embed.');
      this.emitFile({ type: 'asset', fileName: 'embed.js', source: await bundleLoader(`./${app.fileName}`) });
    },
  };
}

async function bundleLoader(appFile: string): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    define: { __APP_FILE__: JSON.stringify(appFile) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: `${folder}/src/loader.ts`, output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output))
    throw new Error('Vite gave no output for packages/embed/src/loader.ts.');
  return output.output[0].code;
}

export default defineConfig({
  root: folder,
  plugins: [plainImports(), loader()],
  resolve: { alias: preactAlias(`${folder}/react.ts`) },
  build: {
    outDir: 'dist',
    // TypeScript's output of this package lies in the same folder.
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    // The browsers that the widget's CSS is written for: for older ones it would be rewritten.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: { app: `${folder}/src/app.tsx` },
      // What later chunks share stays in the app: a file of its own would have to be fetched before it.
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'embed/[name]-[hash].js', chunkFileNames: 'embed/[name]-[hash].js' },
    },
  },
});
