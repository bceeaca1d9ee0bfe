import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkApi } from './api-report.mjs';
import { chaosStep } from './chaos-step.mjs';
import { checkGuests } from './guests.mjs';
import { checkPacks } from './pack-check.mjs';
import { runNode } from './run.mjs';
import { measureSizes, readBudgets, sizeTable } from './sizes.mjs';
import { check, honest, sum, tallyPlaywright } from './tally.mjs';

/**
 * One step of `npm test`: what it came to, what there is to read when it failed, and what is shown even when it did not.
 *
 * @typedef {{ tally: import('./tally.mjs').Tally, output: string, proof?: string }} StepResult
 * @typedef {Record<string, string | undefined>} Environment
 */

const tools = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
  knip: 'node_modules/knip/bin/knip.js',
};

/** Those of a few seconds that use one core or wait: they go side by side, before the others. */
export const quick = ['types', 'lint', 'knip', 'api', 'packages', 'sizes'];

/**
 * The steps by name, in their order: the quick ones first, so that a plain mistake shows at once.
 *
 * @type {Record<string, (environment: Environment) => Promise<StepResult>>}
 */
export const steps = {
  types: () =>
    toolChecks([
      [tools.tsc, '-b'],
      [tools.tsc, '-p', 'tsconfig.test.json'],
    ]),
  lint: () => toolChecks([[tools.biome, 'check', '--max-diagnostics=100', '.']]),
  knip: () => toolChecks([[tools.knip, '--no-progress']]),
  api: async () => {
    const results = checkApi();
    const bad = results.flatMap(({ problem }) => problem ?? []);
    return { tally: sum(results.map(({ problem }) => check(!problem))), output: bad.join('\n\n') };
  },
  packages: async () => outcomeOf(await checkPacks()),
  sizes: async () => {
    const rows = await measureSizes(readBudgets());
    return { tally: sum(rows.map((row) => check(!row.problem))), output: sizeTable(rows) };
  },
  unit: (environment) => vitest(['unit', 'strain'], environment),
  chaos: (environment) => inReportFolder((report) => chaosStep(report, environment, readReport)),
  browser: (environment) => vitest(['browser', 'preact', 'react-18'], environment),
  stories: (environment) => vitest(['stories'], environment),
  e2e: (environment) =>
    inReportFolder(async (report) => {
      const args = ['test', '--pass-with-no-tests'];
      const { code, output } = await runNode(tools.playwright, args, {
        limitMs: 10 * 60_000,
        env: { ...environment, BATON_E2E_REPORT: report },
      });
      const told = readReport(report);
      return { tally: honest(told && tallyPlaywright(told), code), output };
    }),
  guests: async () => outcomeOf(await checkGuests()),
};

/**
 * Steps that install from the registry, with the variable that asks for each: they run where it is 1, or when they are named.
 *
 * @type {Record<string, string>}
 */
export const onDemand = { guests: 'BATON_WHOLE' };

/** @param {{ name: string, ok: boolean, output: string }[]} results @returns {StepResult} */
function outcomeOf(results) {
  const bad = results.filter((result) => !result.ok);
  return {
    tally: sum(results.map((result) => check(result.ok))),
    output: bad.map(({ name, output }) => `${name}\n${output}`).join('\n'),
  };
}

/** @param {string[][]} commands each a tool with its arguments, and one check @returns {Promise<StepResult>} */
async function toolChecks(commands) {
  const outcomes = [];
  for (const [tool = '', ...args] of commands) outcomes.push(await runNode(tool, args));
  return {
    tally: sum(outcomes.map(({ code }) => check(code === 0))),
    output: outcomes
      .filter(({ code }) => code !== 0)
      .map(({ output }) => output)
      .join('\n'),
  };
}

/** @param {string[]} projects @param {Environment} environment @returns {Promise<StepResult>} */
function vitest(projects, environment) {
  return inReportFolder(async (report) => {
    const args = ['run', ...projects.flatMap((name) => ['--project', name])];
    const reporters = ['--reporter=default', '--reporter=./scripts/vitest-tally.mjs'];
    const { code, output } = await runNode(tools.vitest, [...args, ...reporters], {
      env: { ...environment, BATON_TALLY: report, STORYBOOK_DISABLE_TELEMETRY: '1' },
      limitMs: 10 * 60_000,
    });
    return { tally: honest(readReport(report), code), output };
  });
}

/** @param {(report: string) => Promise<StepResult>} work */
async function inReportFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
