import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packages } from './build.mjs';
import { run, runNode } from './run.mjs';

/**
 * Packs every published package as it would go to the registry, and asks publint and attw about each tarball.
 *
 * @returns {Promise<{ name: string, ok: boolean, output: string }[]>} one result a package and tool; `output` is the tool's
 */
export async function checkPacks() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-packs-'));
  try {
    const { tarballs, output } = await packInto(folder, packages);
    const results = [];
    for (const name of packages) {
      const path = tarballs.get(name);
      if (path) results.push(...(await Promise.all([publint(name, path), attw(name, path)])));
      else results.push({ name: `pack ${name}`, ok: false, output });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Packs packages as they would go to the registry.
 *
 * @param {string} folder where the tarballs are put
 * @param {string[]} names
 * @returns {Promise<{ tarballs: Map<string, string>, output: string }>} the path of each that could be packed, by its name
 */
export async function packInto(folder, names) {
  const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
  const filters = names.flatMap((name) => ['--filter', `./packages/${name}`]);
  const packing = ['-y', packageManager, '-r', ...filters, 'pack', '--pack-destination', folder];
  const { output } = await run('npx', packing, { env: { CI: 'true' } });
  const files = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const tarballs = names.flatMap((name) => {
    const file = files.find((each) => each.startsWith(`batonchat-${name}-`));
    return file ? [/** @type {const} */ ([name, join(folder, file)])] : [];
  });
  return { tarballs: new Map(tarballs), output };
}

/** @param {string} name @param {string} tarball */
async function publint(name, tarball) {
  const { code, output } = await runNode('node_modules/publint/src/cli.js', ['run', tarball, '--strict']);
  return { name: `publint ${name}`, ok: code === 0, output };
}

/** @param {string} name @param {string} tarball */
async function attw(name, tarball) {
  // A stylesheet and a script tag have no types, and attw has no way to know that it needs none.
  const flags = [
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'styles.css',
    'first.css',
    'parts.css',
    'themes/sand.css',
    'themes/terminal.css',
    'embed.js',
    '--format',
    'ascii',
    '--no-color',
  ];
  const { code, output } = await runNode('node_modules/@arethetypeswrong/cli/dist/index.js', [
    tarball,
    ...flags,
  ]);
  return { name: `attw ${name}`, ok: code === 0, output };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await checkPacks();
  for (const { name, ok, output } of results) console.log(ok ? `ok  ${name}` : `FAILED  ${name}\n${output}`);
  if (results.some((result) => !result.ok)) process.exitCode = 1;
}
