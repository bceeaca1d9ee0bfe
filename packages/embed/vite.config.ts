import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { build, defineConfig, type Plugin } from 'vite';
import { plainImports } from '../../scripts/plain-imports.mjs';
import { preactAlias } from './preact-alias.ts';
import { withConnection } from './with-connection.ts';

const folder = import.meta.dirname;

/** What a page asks for by a fixed name. They know the others by the hash that is theirs in common. */
const scripts = { 'embed.js': 'src/loader.ts', 'baton-chat.js': 'src/element.ts' };
/** What they load beside the app. */
const parts = {
  bubble: 'src/bubble/bubble.ts',
  frame: 'src/frame/frame.ts',
  page: 'src/frame/page.ts',
};

/** The browsers that the widget's CSS is written for: for older ones it would be rewritten. */
const cssTarget = ['chrome123', 'firefox120', 'safari17.5'];

/** What a page may link to: they set custom properties on the page, which reach into the shadow root. */
const themes = ['sand', 'terminal'];

/**
 * Emits the scripts beside the app, and small parts of their own. All parts of a build carry the app's hash, into which
 * each of them goes: the scripts alone have to be revalidated, and all else may be cached for ever.
 */
function launchers(): Plugin {
  let built: [name: string, code: string][] = [];
  return {
    name: 'baton-launchers',
    async buildStart() {
      for (const source of [...Object.values(scripts), ...Object.values(parts)])
        this.addWatchFile(`${folder}/${source}`);
      await rm(`${folder}/dist/embed`, { recursive: true, force: true });
      built = await Promise.all(
        Object.entries(parts).map(
          async ([name, source]) => [name, await bundle(source, 'es')] as [string, string],
        ),
      );
    },
    augmentChunkHash(chunk) {
      if (!chunk.isEntry) return undefined;
      return built.reduce((hash, [, code]) => hash.update(code), createHash('sha256')).digest('hex');
    },
    async generateBundle(_options, output) {
      const app = Object.values(output).find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
      const hash = /-([\w-]{8})\.js$/.exec(app?.fileName ?? '')?.[1];
      if (!hash)
        this.error('The widget has no entry chunk: see build.rolldownOptions.input in packages/embed.');
      for (const [name, code] of built)
        this.emitFile({ type: 'asset', fileName: `embed/${name}-${hash}.js`, source: code });
      // The relay alone may serve it: its headers say who may frame it.
      this.emitFile({
        type: 'asset',
        fileName: 'embed/frame.html',
        source: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>Chat</title><body><script type="module" src="./page-${hash}.js"></script>`,
      });
      for (const theme of themes)
        this.emitFile({
          type: 'asset',
          fileName: `embed/themes/${theme}.css`,
          source: await readFile(`${folder}/../react/src/themes/${theme}.css`, 'utf8'),
        });
      for (const [fileName, source] of Object.entries(scripts)) {
        const code = await bundle(source, 'iife', hash);
        const [whole, inside] = /^\(function\(\) ?\{(.*)\}\)\(\);?\s*$/s.exec(code) ?? [];
        if (!whole)
          this.error(
            `${fileName} is no function that is called, as packages/embed/vite.config.ts expects it.`,
          );
        // The relay writes its settings between the last brackets.
        this.emitFile({ type: 'asset', fileName, source: `($=>{${inside}})({});\n` });
      }
    },
  };
}

/** No visitor sees an agent's texts: they stay out of the languages that the widget loads. */
function withoutAgentLabels(): Plugin {
  return {
    name: 'baton-without-agent-labels',
    transform(code, id) {
      if (!/\/react\/(dist|src)\/locales\/[\w-]+\.[jt]s$/.test(id)) return null;
      const rest = code.replace(/, agentLabels }/, ' }');
      if (rest === code) this.error(`${id} has no agentLabels where packages/embed/vite.config.ts looks.`);
      return { code: rest, map: null };
    },
  };
}

async function bundle(source: string, format: 'es' | 'iife', hash = ''): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    plugins: [plainImports()],
    define: { __HASH__: JSON.stringify(hash), __SETTINGS__: '$' },
    build: {
      write: false,
      target: 'es2022',
      cssTarget,
      modulePreload: false,
      rolldownOptions: {
        input: `${folder}/${source}`,
        output: { format },
        ...(format === 'es' ? { preserveEntrySignatures: 'strict' as const } : {}),
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Vite gave no output for packages/embed/${source}.`);
  return output.output[0].code;
}

export default defineConfig({
  root: folder,
  plugins: [plainImports(), withoutAgentLabels(), withConnection(), launchers()],
  resolve: { alias: preactAlias(`${folder}/react.ts`) },
  build: {
    outDir: 'dist',
    // TypeScript's output of this package lies in the same folder.
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    cssTarget,
    rolldownOptions: {
      input: { app: `${folder}/src/app.tsx` },
      // What later chunks share stays in the app: a file of its own would have to be fetched before it.
      preserveEntrySignatures: 'allow-extension',
      optimization: { inlineConst: { mode: 'all', pass: 3 } },
      output: { entryFileNames: 'embed/[name]-[hash].js', chunkFileNames: 'embed/[name]-[hash].js' },
    },
  },
});
