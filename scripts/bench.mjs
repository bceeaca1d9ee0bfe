import { spawn } from 'node:child_process';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';
import { startPostgres } from './postgres.mjs';
import { setup } from './setup.mjs';

/**
 * Every bench by the name one gives on the command line: `npm run bench -- bot`. What follows the names and begins
 * with `--` is handed on.
 *
 * @type {Record<string, { file: string, needsPlaces?: boolean, needsChromium?: boolean }>}
 */
const benches = {
  bot: { file: 'apps/lab/dist/bot-eval/run.js' },
  relay: { file: 'apps/lab/dist/relay-bench/run.js', needsPlaces: true },
  widget: { file: 'apps/lab/dist/widget-bench/run.js', needsChromium: true },
};

setup();
const { buildOrExit } = await import('./build.mjs');
const given = process.argv.slice(2);
const firstFlag = given.findIndex((each) => each.startsWith('--'));
const flags = firstFlag < 0 ? [] : given.slice(firstFlag);
const names = given.slice(0, given.length - flags.length);
const unknown = names.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
await buildOrExit();
for (const [name, { file, needsPlaces, needsChromium }] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`\n== ${name}`);
  const status = needsPlaces
    ? await runWithPlaces(file)
    : await runNode(file, needsChromium ? chromiumPath() : {});
  if (status !== 0) process.exitCode = 1;
}

/** With a PostgreSQL of its own and a Chromium, where there are any. @param {string} file */
async function runWithPlaces(file) {
  const postgres = await startPostgres();
  try {
    return await runNode(file, {
      ...('url' in postgres ? { BATON_BENCH_DATABASE_URL: postgres.url } : {}),
      ...chromiumPath(),
    });
  } finally {
    if ('url' in postgres) await postgres.stop();
  }
}

function chromiumPath() {
  try {
    return { CHROMIUM_PATH: findChromium(chromium.executablePath()) };
  } catch {
    return {};
  }
}

/**
 * @param {string} file
 * @param {Record<string, string>} env
 * @returns {Promise<number | null>}
 */
function runNode(file, env) {
  // A Ctrl-C reaches the bench by itself; ours is to wait for it and to clean up behind it.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...flags], {
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('close', (code) => {
      process.off('SIGINT', ignore);
      resolve(code);
    });
  });
}
