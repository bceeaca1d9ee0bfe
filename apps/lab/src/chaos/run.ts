/**
 * Runs scenarios: `node run.js [D1 D3 ...] [--seeds 3] [--from 1] [--long] [--sqlite] [--one-store] [--lanes 2]
 * [--json FILE] [--table FILE]`.
 * Prints one line a trial, always in the same order, and ends with code 1 when any promise was broken.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeSharedBrowser } from './browser/chromium.js';
import { figureText } from './figure.js';
import { inLanes } from './lanes.js';
import { openPlaces, type PlaceKind } from './places.js';
import { type Scenario, scales } from './scenario.js';
import { scenarios } from './scenarios.js';
import { tableOf } from './table.js';
import { type Result, runTrial } from './trial.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    long: { type: 'boolean', default: false },
    sqlite: { type: 'boolean', default: false },
    /** Each scenario on the first of its stores alone. */
    'one-store': { type: 'boolean', default: false },
    /** So many of those that may have company run at the same time, after all that may not. */
    lanes: { type: 'string', default: '1' },
    json: { type: 'string' },
    table: { type: 'string' },
  },
});
const wanted = new Set(positionals.map((id) => id.toUpperCase()));
const known = new Set(scenarios.map(({ id }) => id));
const unknown = [...wanted].filter((id) => !known.has(id));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => Number(values.from) + index);
if (unknown.length > 0 || seeds.length === 0 || seeds.some((seed) => !Number.isInteger(seed))) {
  console.error(`No scenario is called ${unknown.join(', ')}. There are: ${[...known].join(', ')}.`);
  process.exit(2);
}

const scale = values.long ? scales.long : scales.short;
const places = await openPlaces({
  agents: values.long ? 50 : 8,
  databaseUrl: values.sqlite ? undefined : process.env['BATON_TEST_DATABASE_URL'],
});
const results: Result[] = [];
try {
  const trials = chosenTrials();
  const quiet = trials.filter(({ scenario }) => !scenario.mayHaveCompany);
  const others = trials.filter(({ scenario }) => scenario.mayHaveCompany);
  await inLanes(1, quiet.map(trialOf), report);
  await inLanes(Number(values.lanes), others.map(trialOf), report);
} finally {
  await closeSharedBrowser();
  await places.close();
}
const failed = results.filter((result) => result.failures.length > 0);
console.log(`${results.length - failed.length} held, ${failed.length} broken`);
process.exit(failed.length > 0 ? 1 : 0);

interface Chosen {
  scenario: Scenario;
  kind: PlaceKind;
  seed: number;
}

function chosenTrials(): Chosen[] {
  const trials: Chosen[] = [];
  for (const scenario of scenarios) {
    if (wanted.size > 0 && !wanted.has(scenario.id)) continue;
    for (const kind of values['one-store'] ? scenario.places.slice(0, 1) : scenario.places)
      if (places.kinds.includes(kind)) trials.push(...seeds.map((seed) => ({ scenario, kind, seed })));
      else console.log(`${scenario.id} ${kind}: not run, there is no BATON_TEST_DATABASE_URL`);
  }
  return trials;
}

function trialOf({ scenario, kind, seed }: Chosen) {
  return async (): Promise<Result> => {
    const place = await places.make(kind);
    const result = await runTrial(scenario, { place, seed, scale });
    await place.remove();
    return result;
  };
}

function report(result: Result): void {
  results.push(result);
  console.log(lineOf(result));
  if (values.json) writeFileSync(values.json, JSON.stringify(results));
  if (values.table) writeFileSync(values.table, tableOf(results));
}

function lineOf({ id, place, seed, ms, count, figures, failures }: Result): string {
  const books = count
    ? `sent ${count.sent} acked ${count.acked} delivered ${count.delivered} lost ${count.lost} dup-visible ${count.dupVisible} order ${count.order} gaps ${count.gaps}`
    : 'no count';
  const verdict = failures.length === 0 ? 'held' : 'BROKEN';
  return [
    `${id} ${place} seed ${seed}: ${books} | ${[...figures.map(figureText), `${(ms / 1000).toFixed(1)} s`].join(', ')} | ${verdict}`,
    ...failures.map((failure) => `    ${failure}`),
  ].join('\n');
}
