import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Alias, build, runnerImport } from 'vite';
import type { SubjectPage } from './subjects.js';

/** The built pages of the subjects, served on this machine. */
export interface Site {
  urlOf(subject: SubjectPage): string;
  close(): void;
}

const entry = '\0bench-entry';
const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The alias that the script tag is built with. */
async function preactAlias(): Promise<Alias[]> {
  const file = `${root}packages/embed/preact-alias.ts`;
  const { module } = await runnerImport<{ preactAlias(): Alias[] }>(file, { configFile: false });
  return module.preactAlias();
}

async function bundle(subject: SubjectPage): Promise<Map<string, string | Uint8Array>> {
  const script = fileURLToPath(new URL(subject.script, import.meta.url));
  const code = [...subject.styles, script].map((file) => `import ${JSON.stringify(file)};`).join('\n');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root: `${root}apps/lab`,
    resolve: {
      alias: subject.isOnPreact ? await preactAlias() : [],
      dedupe: ['react', 'react-dom', 'preact'],
    },
    plugins: [
      {
        name: 'bench-entry',
        resolveId: (id) => (id === entry ? `${root}apps/lab/bench-entry.js` : undefined),
        load: (id) => (id === `${root}apps/lab/bench-entry.js` ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      // A profile of readable code tells more.
      minify: process.env['BATON_BENCH_READABLE'] === undefined,
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const files = outputs.flatMap((each) => ('output' in each ? each.output : []));
  return new Map(files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

const htmlOf = (subject: SubjectPage, files: ReadonlyMap<string, unknown>) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${subject.name}</title>
<style>body{margin:0;font:15px/1.5 system-ui}#place{width:400px;height:640px;display:flex;flex-direction:column}
.bench-scroller{flex:1;min-height:0;overflow:auto;overflow-anchor:none}${subject.css}</style>
${[...files.keys()].filter((name) => name.endsWith('.css')).map((name) => `<link rel="stylesheet" href="${name}">`)}
<div id="place"></div><script type="module" src="page.js"></script></html>`;

const typeOf = (path: string) =>
  path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';

/** Builds the pages for production and serves them. */
export async function openSite(subjects: readonly SubjectPage[]): Promise<Site> {
  const pages = new Map<string, string | Uint8Array>();
  for (const [index, subject] of subjects.entries()) {
    const files = await bundle(subject);
    for (const [name, content] of files) pages.set(`/${index}/${name}`, content);
    pages.set(`/${index}/`, htmlOf(subject, files));
  }
  const server = createServer(({ url = '' }, response) => {
    const content = pages.get(url);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': `${typeOf(url)}; charset=utf-8`,
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (subject) => `http://127.0.0.1:${port}/${subjects.indexOf(subject)}/`,
    close: () => void server.close(),
  };
}
