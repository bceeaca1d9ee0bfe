import { runNode } from './run.mjs';
import { check, honest, sum } from './tally.mjs';

/** A trial that hangs must not take all of the time that the tests have. */
const limitMsPerSeed = 12 * 60_000;

/**
 * Every promise under its fault, one check a trial: one short seed each on one store, or as many as BATON_CHAOS_SEEDS says
 * on both. The lines that the trials print are the proof, so they are shown even when all is well.
 *
 * @param {string} report where the results go
 * @param {Record<string, string | undefined>} environment
 * @param {(file: string) => unknown} read
 * @returns {Promise<import('./test-steps.mjs').StepResult>}
 */
export async function chaosStep(report, environment, read) {
  const asked = process.env['BATON_CHAOS_SEEDS'];
  const seeds = asked ?? '1';
  const args = ['--seeds', seeds, '--lanes', '2', '--json', report, ...(asked ? [] : ['--one-store'])];
  const { code, output } = await runNode('apps/lab/dist/chaos/run.js', args, {
    env: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
    limitMs: Number(seeds) * limitMsPerSeed,
  });
  const results = /** @type {{ failures: string[] }[] | undefined} */ (read(report));
  const tally = results && sum(results.map(({ failures }) => check(failures.length === 0)));
  const without = environment['BATON_NO_POSTGRES'];
  const skipped = without ? [`chaos on PostgreSQL: ${without}`] : [];
  const told = honest(tally, code);
  return { tally: { ...told, skipped }, output, proof: output.trim() };
}
