import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, parseAst } from 'vite';
import { plainImports } from './plain-imports.mjs';

const embedFolder = 'packages/embed/dist';

/**
 * How each entry of size-budget.json is measured: gzip -9 bytes of the minified code that a page has to load for it; what
 * it loads on a later need counts in `embed whole` alone.
 */
const measures = {
  'embed loader': async () => gzipped(read(`${embedFolder}/embed.js`)),
  'embed app': async () => sumOfGraph(appFile(), readFiles(`${embedFolder}/embed`)),
  'embed whole': async () => sumInOneLanguage(readFiles(`${embedFolder}/embed`)),
  react: () => bundled("export { ChatWidget } from '@batonchat/react';", ['react', 'react-dom']),
  // What a page of its own needs: the in-memory relay is for stories and tests.
  core: () =>
    bundled(
      "export { canRequestHandoff, createChatClient, handoffOf, isWaiting, rowsOf, unreadCount } from '@batonchat/core';",
      [],
    ),
};

/**
 * Measures every entry of size-budget.json.
 *
 * @param {Record<string, number>} budgets gzip bytes by entry
 * @param {Record<string, () => Promise<number>>} measureBy how to measure it, by entry
 * @returns {Promise<{ name: string, budget: number, bytes?: number, problem?: string }[]>} `problem` says what is wrong:
 *   over budget, not built, or no such measure
 */
export async function measureSizes(budgets, measureBy = measures) {
  const rows = [];
  for (const [name, budget] of Object.entries(budgets)) {
    const measure = measureBy[name];
    if (!measure) {
      const known = Object.keys(measureBy).join(', ');
      rows.push({
        name,
        budget,
        problem: `size-budget.json names "${name}", but what is measured is: ${known}`,
      });
      continue;
    }
    try {
      const bytes = await measure();
      rows.push({
        name,
        budget,
        bytes,
        ...(bytes > budget && { problem: `${bytes - budget} bytes over its budget` }),
      });
    } catch (error) {
      rows.push({ name, budget, problem: firstWords(error) });
    }
  }
  return rows;
}

/** @param {unknown} error what a bundler says over many lines, of which the first two tell @returns {string} */
function firstWords(error) {
  const lines = String(error instanceof Error ? error.message : error).split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, 2)
    .join(' ');
}

/** The budgets as written down. @returns {Record<string, number>} @throws {Error} when one is not a whole number of bytes */
export function readBudgets(text = readFileSync('size-budget.json', 'utf8')) {
  const budgets = JSON.parse(text);
  for (const [name, bytes] of Object.entries(budgets)) {
    if (!Number.isInteger(bytes) || bytes <= 0) {
      throw new Error(
        `size-budget.json: "${name}" is ${JSON.stringify(bytes)}; write gzip bytes as a whole number.`,
      );
    }
  }
  return budgets;
}

/** A table of the measured sizes, one line an entry. @param {Awaited<ReturnType<typeof measureSizes>>} rows */
export function sizeTable(rows) {
  return rows
    .map(({ name, budget, bytes, problem }) =>
      [
        name.padEnd(14),
        (bytes === undefined ? '-' : String(bytes)).padStart(7),
        'of',
        String(budget).padStart(6),
        'bytes gz',
        problem ? `  FAILED: ${problem}` : '',
      ].join(' '),
    )
    .join('\n');
}

/** @param {string} path */
function read(path) {
  if (!existsSync(path)) throw new Error(`${path} is not there: nothing was built for it`);
  return readFileSync(path, 'utf8');
}

/** @param {string} code */
function gzipped(code) {
  return gzipSync(code, { level: 9 }).length;
}

function appFile() {
  const name = Object.keys(readFiles(`${embedFolder}/embed`)).find((each) => each.startsWith('app-'));
  if (!name) throw new Error(`${embedFolder}/embed holds no app-*.js: nothing was built for it`);
  return name;
}

/** @param {string} folder @returns {Record<string, string>} the scripts in it, by file name */
function readFiles(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.js')) : [];
  return Object.fromEntries(names.map((name) => [name, read(join(folder, name))]));
}

/** A language has a file of its own, named by its tag. */
const isLocale = (/** @type {string} */ file) => /^[a-z]{2}(-[A-Z][A-Za-z]+)?-[\w-]{8}\.js$/.test(file);

/**
 * All files, but of the languages only the largest: nobody reads in two.
 *
 * @param {Record<string, string>} files code by name
 */
export function sumInOneLanguage(files) {
  const sizes = Object.entries(files).map(([file, code]) => ({ file, bytes: gzipped(code) }));
  const largest = Math.max(0, ...sizes.filter(({ file }) => isLocale(file)).map(({ bytes }) => bytes));
  return sizes.reduce((total, { file, bytes }) => total + (isLocale(file) ? 0 : bytes), largest);
}

/**
 * The file and all that it imports statically.
 *
 * @param {string} file
 * @param {Record<string, string>} files code by name, all in one folder
 * @param {Set<string>} seen
 * @returns {number}
 */
export function sumOfGraph(file, files, seen = new Set()) {
  const code = files[file];
  if (seen.has(file) || code === undefined) return 0;
  seen.add(file);
  const imported = parseAst(code).body.flatMap((node) =>
    'source' in node && node.source ? [posix.join(posix.dirname(file), String(node.source.value))] : [],
  );
  return imported.reduce((total, each) => total + sumOfGraph(each, files, seen), gzipped(code));
}

/** @param {string} code an entry that re-exports what is measured @param {string[]} external left to the page's own bundle */
async function bundled(code, external) {
  const entry = '\0size-entry';
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      plainImports(),
      {
        name: 'size-entry',
        resolveId(id) {
          if (id === entry) return entry;
          const own = /^@batonchat\/(\w+)$/.exec(id)?.[1];
          return own ? resolve(`packages/${own}/dist/index.js`) : undefined;
        },
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'allow-extension',
        external: external.map((name) => new RegExp(`^${name}(/|$)`)),
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((each) => ('output' in each ? each.output : []));
  const files = Object.fromEntries(
    chunks.map((chunk) => [chunk.fileName, chunk.type === 'chunk' ? chunk.code : '']),
  );
  const main = chunks.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  if (!main) throw new Error('Vite gave no entry chunk.');
  return sumOfGraph(main.fileName, files);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = await measureSizes(readBudgets());
  console.log(sizeTable(rows));
  if (rows.some((row) => row.problem)) process.exitCode = 1;
}
