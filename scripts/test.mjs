import { seconds } from './progress.mjs';
import { setup } from './setup.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

const parentWatch = stopWithParent();
setup();
const { chromium } = await import('playwright');
const { BuildError, build } = await import('./build.mjs');
const { findChromium } = await import('./chromium.mjs');
const { startPostgres } = await import('./postgres.mjs');
const { endAll } = await import('./run.mjs');
const { check, sum, sumLine } = await import('./tally.mjs');
const { onDemand, quick, steps } = await import('./test-steps.mjs');

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  finish(`No step is called ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
}
try {
  findChromium(chromium.executablePath());
} catch (error) {
  finish(error instanceof Error ? error.message : String(error));
}
try {
  await build();
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  finish(`${error.message}\nThe build failed, for the reason above; nothing was tested.`);
}

const postgres = await startPostgres();
parentWatch.hasSignalHandlers();
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, async () => {
    endAll();
    if ('stop' in postgres) await postgres.stop();
    process.exit(code);
  });
}
const environment =
  'url' in postgres ? { BATON_TEST_DATABASE_URL: postgres.url } : { BATON_NO_POSTGRES: postgres.reason };

const due = Object.entries(steps).filter(([name]) =>
  chosen.length > 0 ? chosen.includes(name) : !onDemand[name] || process.env[onDemand[name]] === '1',
);
const tallies = await Promise.all(due.filter(([name]) => quick.includes(name)).map(runStep));
for (const each of due) if (!quick.includes(each[0])) tallies.push(await runStep(each));
if ('stop' in postgres) await postgres.stop();

const skipped = tallies.flatMap((tally) => tally.skipped);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((line) => `  ${line}`).join('\n')}`);
if (skipped.length > 0 && process.env['BATON_NO_SKIP'] === '1') {
  console.log('Here nothing may be skipped (BATON_NO_SKIP=1), so that counts as one failure.');
  tallies.push(check(false));
}
const total = sum(tallies);
console.log(`\n${sumLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {[name: string, step: (typeof steps)[string]]} each @returns {Promise<import('./tally.mjs').Tally>} */
async function runStep([name, step]) {
  const startedAt = performance.now();
  const { tally, output, proof } = await step(environment).catch(crashed);
  const time = seconds(performance.now() - startedAt).padStart(8);
  console.log(`${name.padEnd(9)} ${time}   ${tally.failed > 0 ? 'FAILED: ' : ''}${sumLine(tally)}`);
  if (tally.failed > 0) console.log(`\n${output.trim()}\n`);
  else if (proof) console.log(proof.replaceAll(/^/gm, '  '));
  return tally;
}

/** @param {unknown} error @returns {import('./test-steps.mjs').StepResult} */
function crashed(error) {
  return {
    tally: check(false),
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** @param {string} reason @returns {never} */
function finish(reason) {
  console.error(reason);
  console.log(`\n${sumLine(check(false))}`);
  process.exit(1);
}
