/**
 * What the relay costs, beside a bare `ws` relay that stores nothing, one that does nothing but store, and Socket.IO with
 * connection state recovery, in one run on one machine. Prints a table and writes it to `results/relay.json`.
 *
 * Flags: `--only load,memory,start,screen` (default: all), `--rounds 5`, `--pairs 500`, `--idle 5000`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { killAll } from './child-process.js';
import { type Figure, tableOf, verdictOf } from './figure.js';
import { measureStart } from './first-ack.js';
import { measureIdleMemory } from './idle-memory.js';
import { measureScreen } from './screen.js';
import { type SubjectName, startSubject } from './subject.js';
import { figuresUnderLoad, measureUnderLoad } from './under-load.js';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'load,memory,start,screen' },
    rounds: { type: 'string', default: '5' },
    pairs: { type: 'string', default: '500' },
    idle: { type: 'string', default: '5000' },
  },
});
const only = flags.only.split(',');
const databaseUrl = process.env['BATON_BENCH_DATABASE_URL'];
const say = (line: string) => console.log(line);
const figures: Figure[] = [];
const startedAt = performance.now();

process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (only.includes('load')) {
  const names: SubjectName[] = ['bare ws', 'bare ws, SQLite', 'Socket.IO', 'Baton, SQLite'];
  if (databaseUrl) names.push('Baton, PostgreSQL');
  else say('Without PostgreSQL: none was found on this machine.');
  const subjects = await Promise.all(names.map((name) => startSubject(name, databaseUrl)));
  for (const subject of subjects) {
    const from = performance.now();
    await subject.load.ask('openPairs', Number(flags.pairs));
    say(
      `  ${subject.name}: ${2 * Number(flags.pairs)} sockets in ${((performance.now() - from) / 1000).toFixed(1)} s`,
    );
  }
  figures.push(
    ...figuresUnderLoad(
      await measureUnderLoad(subjects, {
        rounds: Number(flags.rounds),
        closedMs: 2_500,
        pacedMs: 4_000,
        say,
      }),
    ),
  );
  for (const subject of subjects) await subject.stop();
}
if (only.includes('start')) figures.push(...(await measureStart(Number(flags.rounds))));
if (only.includes('memory')) figures.push(...(await measureIdleMemory(Number(flags.idle))));
if (only.includes('screen')) figures.push(...(await measureScreen(process.env['CHROMIUM_PATH'], 100)));

say(`\n${tableOf(figures)}\n`);
const results = fileURLToPath(new URL('../../results/', import.meta.url));
mkdirSync(results, { recursive: true });
const seconds = Math.round((performance.now() - startedAt) / 1000);
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' };
const file = `${results}relay.json`;
writeFileSync(
  file,
  `${JSON.stringify(
    {
      at: new Date().toISOString(),
      seconds,
      machine,
      figures: figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) })),
    },
    null,
    2,
  )}\n`,
);
say(`${seconds} s, on ${machine.cpus} cores. Also in ${file}`);
process.exit();
