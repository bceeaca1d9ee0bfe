import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findChromium } from './chromium.mjs';
import { problemsOfGuest } from './guest-page.mjs';
import { packInto } from './pack-check.mjs';
import { run, runNode } from './run.mjs';
import { serve } from './serve.mjs';

/** What a site takes from the registry; here from the tarballs. */
const wanted = ['protocol', 'core', 'react', 'embed'];

/** Each site of `apps/lab/guests`, and whether a server renders it: then its HTML holds the launcher. */
const guests = { next: true, 'react-router': true, vite: false };

// What npm tells the scripts that it runs is about this project, not about the site that is installed next.
const noNpm = Object.fromEntries(
  Object.keys(process.env).flatMap((name) => (/^npm_/i.test(name) ? [[name, undefined]] : [])),
);

/**
 * @typedef {{ name: string, ok: boolean, output: string }} Result
 *
 * @typedef {object} Stay what a guest finds
 * @property {Map<string, string>} tarballs
 * @property {string} relay
 * @property {import('playwright').Browser} browser
 * @property {AbortSignal} signal ends the servers
 */

/**
 * Installs the packed packages into each site as a stranger would, checks its types, builds it, and opens it in Chromium
 * beside a running relay.
 *
 * @returns {Promise<Result[]>} one a site and step that was reached
 */
export async function checkGuests() {
  const folder = mkdtempSync(join(tmpdir(), 'baton-guests-'));
  const ended = new AbortController();
  const executablePath = findChromium(chromium.executablePath());
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const { tarballs, output } = await packInto(folder, wanted);
    if (tarballs.size < wanted.length) return [{ name: 'pack', ok: false, output }];
    const { signal } = ended;
    const relay = await serve(signal, (port) =>
      runNode('apps/demo/dist/server.js', [], {
        env: { PORT: port, BATON_DATA: join(folder, 'data') },
        limitMs: 10 * 60_000,
        signal,
      }),
    );
    const stay = { tarballs, relay, browser, signal };
    const stays = Object.entries(guests).map(([name, isRendered]) =>
      host(name, isRendered, join(folder, name), stay),
    );
    return (await Promise.all(stays)).flat();
  } finally {
    ended.abort();
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} name @param {boolean} isRendered @param {string} cwd @param {Stay} stay @returns {Promise<Result[]>} */
async function host(name, isRendered, cwd, { tarballs, relay, browser, signal }) {
  cpSync(`apps/lab/guests/${name}`, cwd, { recursive: true });
  dependOn(tarballs, cwd);
  const env = { ...noNpm, RELAY: relay, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' };
  const npm = (/** @type {string[]} */ ...args) => run('npm', args, { cwd, env });
  const install = () => npm('install', '--no-audit', '--no-fund', '--prefer-offline');
  const imports = wanted.map((each) => `await import('@batonchat/${each}');`).join(' ');
  const look = async () => {
    const url = await serve(signal, (port) =>
      run('npm', ['run', 'serve'], { cwd, env: { ...env, PORT: port }, limitMs: 10 * 60_000, signal }),
    );
    const problems = await problemsOfGuest(browser, url, isRendered);
    return { code: problems.length, output: problems.join('\n') };
  };
  /** @type {[string, () => Promise<{ code: number, output: string }>][]} */
  const steps = [
    // A registry that fails to answer once is no fault of the packages.
    ['install', () => install().then((outcome) => (outcome.code === 0 ? outcome : install()))],
    ['import in Node', () => run('node', ['--input-type=module', '-e', imports], { cwd, env })],
    ['types', () => npm('run', 'check')],
    ['build', () => npm('run', 'build')],
    ['page', look],
  ];
  const results = [];
  for (const [step, work] of steps) {
    const { code, output } = await work().catch((error) => ({
      code: 1,
      output: String(error?.stack ?? error),
    }));
    results.push({ name: `${name}: ${step}`, ok: code === 0, output });
    if (code !== 0) break;
  }
  return results;
}

/** @param {Map<string, string>} tarballs @param {string} site its folder */
function dependOn(tarballs, site) {
  const file = join(site, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, path] of tarballs) manifest.dependencies[`@batonchat/${name}`] = `file:${path}`;
  writeFileSync(file, JSON.stringify(manifest));
}
