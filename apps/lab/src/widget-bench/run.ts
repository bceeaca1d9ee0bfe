/**
 * What the widget costs in a visitor's browser, beside a vanilla windowed list that does nothing else, React with
 * virtua, and other chat widgets, turn by turn in one Chromium. Prints a table and writes it to `results/widget.json`.
 *
 * Flags: `--only mount,stream,typing,fast` (default: all), `--rounds 5`, `--subjects Baton,floor` (default: all).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tableOf } from '../relay-bench/figure.js';
import { figuresOf, verdict } from './figures.js';
import { launch } from './page.js';
import { fastTurn, mountTurn, streamTurn, type Turn, typingTurn } from './rounds.js';
import { Samples } from './samples.js';
import { openSite } from './site.js';
import { floor, type SubjectPage, subjects, swallow } from './subjects.js';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'mount,stream,typing,fast' },
    rounds: { type: 'string', default: '5' },
    subjects: { type: 'string' },
  },
});
const only = flags.only.split(',');
const named = flags.subjects?.split(',');
const chosen = subjects.filter(
  (subject) => !named || named.includes(subject.name) || subject === floor || subject === swallow,
);
const startedAt = performance.now();
const seconds = () => Math.round((performance.now() - startedAt) / 1000);
const say = (line: string) => console.log(line);

/** Turns that peers are too slow for. */
const isFast = ({ kind }: SubjectPage) => kind !== 'peer';
const turns: Record<string, (turn: Turn) => Promise<void>> = {
  mount: async (turn) => {
    if (turn.subject.kind === 'bench') return;
    await mountTurn(turn, 1000);
    await mountTurn(turn, 10_000);
  },
  stream: streamTurn,
  typing: typingTurn,
  fast: async (turn) => {
    if (isFast(turn.subject)) await fastTurn(turn);
  },
};

const site = await openSite(chosen);
say(`  ${chosen.length} pages built in ${seconds()} s`);
const browser = await launch(process.env['CHROMIUM_PATH']);
const samples = new Samples();
try {
  for (let round = 0; round < Number(flags.rounds); round += 1) {
    for (const [name, take] of Object.entries(turns)) {
      if (!only.includes(name)) continue;
      for (const turn of chosen.keys()) {
        const subject = chosen[(turn + round) % chosen.length];
        if (!subject) continue;
        try {
          await take({ browser, site, subject, samples });
        } catch (error) {
          say(`  ${subject.name} did not finish "${name}": ${String(error).split('\n')[0]}`);
        }
      }
    }
    say(`  round ${round + 1} of ${flags.rounds}: ${seconds()} s`);
  }
} finally {
  await browser.close();
  site.close();
}

const figures = chosen
  .filter(({ kind }) => kind !== 'bench')
  .flatMap((subject) => figuresOf(samples, subject, subject.kind === 'ours'));
say(`\n${tableOf(figures, verdict)}\n`);
const results = fileURLToPath(new URL('../../results/', import.meta.url));
mkdirSync(results, { recursive: true });
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' };
const file = `${results}widget.json`;
const judged = figures.map((figure) => ({ ...figure, verdict: verdict(figure) }));
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), seconds: seconds(), machine, figures: judged, samples }, null, 2)}\n`,
);
say(`${seconds()} s, on ${machine.cpus} cores. Also in ${file}`);
process.exit();
