import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { pathToFileURL } from 'node:url';
import { withProgress } from './progress.mjs';
import { runNode } from './run.mjs';
import { setup } from './setup.mjs';
import { trimLibraries } from './trim-libraries.mjs';

/** The packages that are published, in the order of the arrow. */
export const packages = ['protocol', 'core', 'react', 'embed', 'relay'];

const widgetParts = ['packages/protocol/dist', 'packages/core/dist', 'packages/react/dist'];

/**
 * What Vite bundles, out of what beside its own folder, and by which file one sees that it did.
 *
 * @type {{ folder: string, label: string, entry: string, result: string, parts: string[] }[]}
 */
export const bundles = [
  {
    folder: 'packages/embed',
    label: 'the script tag',
    entry: 'src/loader.ts',
    result: 'dist/embed.js',
    parts: widgetParts,
  },
  {
    folder: 'apps/console',
    label: 'the console',
    entry: 'index.html',
    result: 'dist/index.html',
    parts: widgetParts,
  },
  {
    folder: 'apps/demo',
    label: 'the demo',
    entry: 'src/server.ts',
    result: 'dist/demo.js',
    parts: ['packages/protocol/dist', 'packages/relay/dist'],
  },
];

/** A build that did not succeed; its message is what the tool printed. */
export class BuildError extends Error {}

/**
 * Brings every `dist` up to date, building only what changed. Prints the slow parts, and nothing when all is fresh.
 *
 * @throws {BuildError} when the sources do not compile or bundle
 */
export async function build() {
  await withProgress('Building packages', compile);
  await trimLibraries();
  copyStyles();
  for (const bundle of bundles) await buildBundle(bundle);
}

/** Compiles every package and app with TypeScript. @throws {BuildError} */
export async function compile() {
  for (const folder of [...packages.map((name) => `packages/${name}`), 'apps/demo', 'apps/lab']) {
    dropOrphans(folder);
  }
  const { code, output } = await runNode('node_modules/typescript/bin/tsc', ['-b']);
  if (code !== 0) throw new BuildError(output);
}

/** Puts the stylesheets, which TypeScript does not touch, beside the compiled components. */
export function copyStyles() {
  const isWanted = (/** @type {string} */ file, /** @type {string} */ copy) =>
    statSync(file).isDirectory()
      ? !/\/(docs|testing)$/.test(file)
      : file.endsWith('.css') && !isSame(file, copy);
  cpSync('packages/react/src', 'packages/react/dist', { recursive: true, filter: isWanted });
}

/** Whoever starts beside us reads the copy just now. @param {string} file @param {string} copy */
const isSame = (file, copy) => existsSync(copy) && readFileSync(copy).equals(readFileSync(file));

/** @param {(typeof bundles)[number]} bundle */
async function buildBundle({ folder, label, entry, result, parts }) {
  if (!existsSync(`${folder}/${entry}`)) {
    console.log(`Skipping ${label}: ${folder}/${entry} is not there.`);
    return;
  }
  const stamp = `node_modules/.cache/baton/${folder.replace('/', '-')}`;
  const wanted = fingerprint([
    `${folder}/src`,
    `${folder}/public`,
    `${folder}/index.html`,
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
    ...parts,
    'scripts/plain-imports.mjs',
    'pnpm-lock.yaml',
  ]);
  const isFresh = existsSync(`${folder}/${result}`) && existsSync(stamp);
  if (isFresh && readFileSync(stamp, 'utf8') === wanted) return;
  await withProgress(`Building ${label}`, async () => {
    const { code, output } = await runNode('../../node_modules/vite/bin/vite.js', ['build'], { cwd: folder });
    if (code !== 0) throw new BuildError(output);
  });
  mkdirSync('node_modules/.cache/baton', { recursive: true });
  writeFileSync(stamp, wanted);
}

/** @param {string[]} paths files and folders; one that is missing counts as empty */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths.filter((each) => existsSync(each))) {
    for (const file of statSync(path).isDirectory() ? filesUnder(path) : [path]) {
      if (/\.(test|stories)\.tsx?$|\.map$|\.tsbuildinfo$/.test(file)) continue;
      hash.update(`${file}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** TypeScript leaves the output of a deleted source behind, and it would be published. @param {string} folder */
function dropOrphans(folder) {
  if (!existsSync(`${folder}/dist`)) return;
  for (const file of filesUnder(`${folder}/dist`).filter((each) => each.endsWith('.d.ts'))) {
    const output = file.slice(0, -'.d.ts'.length);
    const source = output.replace(`${folder}/dist/`, `${folder}/src/`);
    if (existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue;
    for (const ending of ['.d.ts', '.d.ts.map', '.js', '.js.map']) rmSync(output + ending, { force: true });
  }
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** Builds, and ends the process with the tool's own words when that fails. */
export async function buildOrExit() {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    console.error('The build failed, for the reason above.');
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setup();
  await buildOrExit();
}
