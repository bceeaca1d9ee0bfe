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
    const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
    const filters = packages.flatMap((name) => ['--filter', `./packages/${name}`]);
    const packing = ['-y', packageManager, '-r', ...filters, 'pack', '--pack-destination', folder];
    const packed = await run('npx', packing, { env: { CI: 'true' } });
    const tarballs = readdirSync(folder);
    const results = [];
    for (const name of packages) {
      const tarball = tarballs.find((file) => file.startsWith(`batonchat-${name}-`) && file.endsWith('.tgz'));
      if (!tarball) {
        results.push({ name: `pack ${name}`, ok: false, output: packed.output });
        continue;
      }
      const path = join(folder, tarball);
      results.push(...(await Promise.all([publint(name, path), attw(name, path)])));
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
