import type { Figure } from './figure.js';
import type { Throughput } from './load/throughput.js';
import { median, quantile } from './statistics.js';
import type { Subject, SubjectName } from './subject.js';

/** What one subject did in one round. */
interface Round {
  closed: Throughput & { serverCpu: number };
  ackP50: number;
  ackP99: number;
  deliveryP50: number;
  deliveryP99: number;
  /** Server CPU a message at the even pace (milliseconds). */
  cpuMs: number;
}

/** The rounds of each subject. */
export type Rounds = Map<SubjectName, Round[]>;

const paceIn = 300;

/** Throughput and then an even pace on each subject in turn; each round begins with another one. */
export async function measureUnderLoad(
  subjects: readonly Subject[],
  options: { rounds: number; closedMs: number; pacedMs: number; say(line: string): void },
): Promise<Rounds> {
  const results: Rounds = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < options.rounds; round += 1) {
    const turn = [...subjects.slice(round % subjects.length), ...subjects.slice(0, round % subjects.length)];
    for (const subject of turn) {
      const result = await measureOnce(subject, round, options);
      results.get(subject.name)?.push(result);
      const { closed, ackP50, ackP99, cpuMs } = result;
      options.say(
        `  round ${round + 1}  ${subject.name.padEnd(18)} ${closed.perSecond.toFixed(0).padStart(6)}/s ` +
          `(server ${percent(closed.serverCpu)}, load ${percent(closed.loadCpu)} of a core)  ` +
          `ack p50 ${ackP50.toFixed(2)} p99 ${ackP99.toFixed(2)} ms  CPU ${cpuMs.toFixed(3)} ms a message`,
      );
    }
  }
  return results;
}

const percent = (share: number) => `${(100 * share).toFixed(0)}%`;

async function measureOnce(
  { name, server, load }: Subject,
  round: number,
  { closedMs, pacedMs }: { closedMs: number; pacedMs: number },
): Promise<Round> {
  const warmUpMs = 700;
  const closedFrom = { cpu: await server.ask('cpuMs'), at: performance.now() };
  const closed = await load.ask('throughput', warmUpMs, closedMs);
  const serverCpu = ((await server.ask('cpuMs')) - closedFrom.cpu) / (performance.now() - closedFrom.at);
  const lost = closed.sent - Math.min(closed.acked, closed.delivered);
  if (lost > 0) throw new Error(`${name} lost ${lost} of ${closed.sent} messages.`);
  await load.ask('paced', paceIn, 500, 1000 + round);
  const cpuBefore = await server.ask('cpuMs');
  const { ackMs, deliveryMs } = await load.ask('paced', paceIn, pacedMs, round);
  const cpuMs = ((await server.ask('cpuMs')) - cpuBefore) / ackMs.length;
  return {
    closed: { ...closed, serverCpu },
    ackP50: quantile(ackMs, 0.5),
    ackP99: quantile(ackMs, 0.99),
    deliveryP50: quantile(deliveryMs, 0.5),
    deliveryP99: quantile(deliveryMs, 0.99),
    cpuMs,
  };
}

/** The figures that come of the rounds: the median of the ratios within each round. */
export function figuresUnderLoad(rounds: Rounds): Figure[] {
  const numbers = (name: SubjectName, of: (round: Round) => number) => rounds.get(name)?.map(of) ?? [];
  const figure = (
    name: string,
    of: (round: Round) => number,
    subject: SubjectName,
    against: SubjectName,
    wanted: Pick<Figure, 'must' | 'goal' | 'isHigherBetter'>,
    unit: string,
    digits: number,
  ): Figure[] => {
    const [ours, theirs] = [numbers(subject, of), numbers(against, of)];
    if (ours.length === 0 || theirs.length === 0) return [];
    const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
    const shown = (values: number[]) => median(values).toFixed(digits);
    const spread = `${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}`;
    const from = `${shown(ours)} / ${shown(theirs)} ${unit}, rounds ${spread}`;
    return [{ name, measured: median(ratios), unit: 'x', ...wanted, from }];
  };
  const perSecond = ({ closed }: Round) => closed.perSecond;
  const high = (must: number, goal: number | null) => ({ must, goal, isHigherBetter: true });
  const low = (must: number | null, goal: number | null) => ({ must, goal, isHigherBetter: false });
  const [bare, stored, peer, sqlite, postgres] = [
    'bare ws',
    'bare ws, SQLite',
    'Socket.IO',
    'Baton, SQLite',
    'Baton, PostgreSQL',
  ] as const;
  const latency = (subject: SubjectName, goals: [number | null, number | null]): Figure[] => [
    ...figure(
      `${subject}: ack p50 at 300/s, of bare ws`,
      (each) => each.ackP50,
      subject,
      bare,
      low(3, goals[0]),
      'ms',
      2,
    ),
    ...figure(
      `${subject}: ack p99 at 300/s, of bare ws`,
      (each) => each.ackP99,
      subject,
      bare,
      low(4, goals[1]),
      'ms',
      2,
    ),
    ...figure(
      `${subject}: delivery p50 at 300/s, of bare ws`,
      (each) => each.deliveryP50,
      subject,
      bare,
      low(3, goals[0]),
      'ms',
      2,
    ),
    ...figure(
      `${subject}: delivery p99 at 300/s, of bare ws`,
      (each) => each.deliveryP99,
      subject,
      bare,
      low(4, goals[1]),
      'ms',
      2,
    ),
  ];
  const cpu = (subject: SubjectName, against: SubjectName, must: number | null) =>
    figure(
      `${subject}: server CPU a message, of ${against}`,
      (each) => each.cpuMs,
      subject,
      against,
      low(must, null),
      'ms',
      3,
    );
  const p50 = (subject: SubjectName, against: SubjectName) =>
    figure(
      `${subject}: ack p50 at 300/s, of ${against}`,
      (each) => each.ackP50,
      subject,
      against,
      low(null, null),
      'ms',
      2,
    );
  return [
    ...figure(`${sqlite}: throughput, of bare ws`, perSecond, sqlite, bare, high(0.4, 0.6), '/s', 0),
    ...figure(`${sqlite}: throughput, of Socket.IO`, perSecond, sqlite, peer, high(0.7, 1), '/s', 0),
    ...figure(`${postgres}: throughput, of bare ws`, perSecond, postgres, bare, high(0.28, 0.35), '/s', 0),
    ...latency(sqlite, [2, 3]),
    ...latency(postgres, [null, null]),
    ...cpu(sqlite, peer, 1.5),
    ...cpu(postgres, peer, 1.5),
    // What of it is the storing itself, whoever does it.
    ...p50(stored, bare),
    ...p50(sqlite, stored),
    ...cpu(stored, peer, null),
    ...cpu(sqlite, stored, null),
  ];
}
