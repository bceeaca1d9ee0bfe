import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const stampFile = 'node_modules/.setup-stamp';

/**
 * Makes the checkout ready to run: refuses a Node that is too old, goes to the root folder, and installs what the
 * lockfile names with the pnpm that package.json pins. Silent and quick when that is already so.
 * Ends the process with one readable line when it cannot.
 */
export function setup() {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const { engines, packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
  if (!isAtLeast(process.versions.node, engines.node.replace('>=', ''))) {
    fail(`Baton needs Node ${engines.node.replace('>=', '')} or newer; this is ${process.versions.node}.`);
  }
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.log('Installing packages (first start, about a minute)...');
  // The npm_* variables of a surrounding `npm start` would configure this inner npx too.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const install = spawnSync('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], {
    stdio: 'inherit',
    env: { ...Object.fromEntries(inherited), CI: 'true' },
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    fail('Installing failed, for the reason above. Check the network, then run the same command again.');
  }
  writeFileSync(stampFile, wanted);
}

/**
 * Whether a version is the wanted one or newer.
 *
 * @param {string} version such as "20.20.2"
 * @param {string} wanted such as "20.19.0"
 */
export function isAtLeast(version, wanted) {
  const have = version.split('.').map(Number);
  for (const [index, need] of wanted.split('.').map(Number).entries()) {
    const difference = (have[index] ?? 0) - need;
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function fingerprint() {
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(folder)
      .map((name) => `${folder}/${name}/package.json`)
      .filter((path) => existsSync(path)),
  );
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...manifests]) {
    hash.update(`\0${path}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** @param {string} line */
function fail(line) {
  console.error(line);
  process.exit(1);
}
