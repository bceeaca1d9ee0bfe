/**
 * What the widget costs in a visitor's browser, beside a vanilla windowed list that does nothing else, React with
 * virtua, and other chat widgets, turn by turn in one Chromium. Prints a table and writes it to `results/widget.json`.
 *
 * Flags: `--only tag,host,markdown,mount,stream,typing,fast` (default: all), `--rounds 5`, `--subjects Baton,floor` (default: all).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { killAll, startChild } from '../relay-bench/child-process.js';
import { type Figure, tableOf } from '../relay-bench/figure.js';
import type { ServerAnswers } from '../relay-bench/servers/serve.js';
import { figuresOf, verdict } from './figures.js';
import { measureFloods } from './floods.js';
import { measureHostPage } from './host-page.js';
import { launch } from './page.js';
import { fastTurn, mountTurn, streamTurn, type Turn, typingTurn } from './rounds.js';
import { Samples } from './samples.js';
import { measurePackages, measureScriptTag } from './script-tag.js';
import { openSite } from './site.js';
import { floor, markdown, type SubjectPage, subjects, swallow } from './subjects.js';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: 'tag,host,markdown,mount,stream,typing,fast' },
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

process.once('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

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

const floods = only.includes('markdown') ? markdown : [];
const isInRounds = Object.keys(turns).some((name) => only.includes(name));
const pages = [...(isInRounds ? chosen : []), ...floods];
const site = await openSite(pages);
say(`  ${pages.length} pages built in ${seconds()} s`);
const browser = await launch(process.env['CHROMIUM_PATH']);
const samples = new Samples();
const figures: Figure[] = [];
try {
  if (only.includes('tag') || only.includes('host')) {
    const relay = startChild<ServerAnswers>('servers/child-baton.js', [
      await mkdtemp(join(tmpdir(), 'baton-bench-')),
    ]);
    const url = `http://127.0.0.1:${await relay.ask('port')}`;
    if (only.includes('tag'))
      figures.push(...(await measureScriptTag(browser, url)), ...(await measurePackages()));
    if (only.includes('host')) figures.push(...(await measureHostPage(browser, url, Number(flags.rounds))));
    await relay.kill();
  }
  for (const page of floods) figures.push(await measureFloods(browser, site, page));
  for (let round = 0; isInRounds && round < Number(flags.rounds); round += 1) {
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

figures.push(
  ...chosen
    .filter(({ kind }) => kind !== 'bench')
    .flatMap((subject) => figuresOf(samples, subject, subject.kind === 'ours')),
);
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
