import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { startPostgres } from './postgres.mjs';
import { setup } from './setup.mjs';

/**
 * `npm run chaos -- [D1 R4 ...] [--seeds 3] [--from 1] [--long]`: what is promised, under faults, on both stores. Without
 * an argument every scenario is tried with three short seeds; `--long` is the sweep before a release.
 */
const table = 'apps/lab/results/chaos.md';

setup();
const { buildOrExit } = await import('./build.mjs');
await buildOrExit();
const given = process.argv.slice(2);
const seeds = given.some((each) => each.startsWith('--seeds')) ? [] : ['--seeds', '3'];
mkdirSync('apps/lab/results', { recursive: true });
rmSync(table, { force: true });

const postgres = await startPostgres();
if ('reason' in postgres) console.log(`Only on SQLite: ${postgres.reason}.`);
try {
  process.exitCode = await runScenarios('url' in postgres ? { BATON_TEST_DATABASE_URL: postgres.url } : {});
} finally {
  if ('url' in postgres) await postgres.stop();
}
console.log(`\n${tableText()}`);

/** @param {Record<string, string>} env @returns {Promise<number>} its exit code */
function runScenarios(env) {
  // A Ctrl-C reaches the scenarios by itself; ours is to wait for them and to clean up behind them.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const args = ['--enable-source-maps', 'apps/lab/dist/chaos/run.js', ...seeds, ...given, '--table', table];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('close', (code) => {
      process.off('SIGINT', ignore);
      resolve(code ?? 1);
    });
  });
}

function tableText() {
  try {
    return `${readFileSync(table, 'utf8')}\nThis table is in ${table}.`;
  } catch {
    return 'No scenario came to its end, so there is no table.';
  }
}
