/** The load: a process with all the clients of one server. Arguments: kind of server, its address. */
import { answerParent } from '../child-process.js';
import { bareWire } from './bare-wire.js';
import { batonWire } from './baton-wire.js';
import { inTurns } from './in-turns.js';
import { type Paced, paced } from './paced.js';
import { createPairs } from './pairs.js';
import { socketIoWire } from './socket-io-wire.js';
import { type Throughput, throughput } from './throughput.js';
import type { Wire } from './wire.js';

/** What the load does when it is asked to. */
export interface LoadAnswers {
  /** Opens this many pairs. */
  openPairs(count: number): Promise<void>;
  /** Opens this many sockets that say nothing. */
  openIdle(count: number): Promise<void>;
  closeIdle(): Promise<void>;
  throughput(warmUpMs: number, forMs: number): Promise<Throughput>;
  paced(perSecond: number, forMs: number, seed: number): Promise<Paced>;
}

const wires: Record<string, Wire> = { bare: bareWire, 'socket-io': socketIoWire, baton: batonWire };
const [kind = '', url = ''] = process.argv.slice(2);
const wire = wires[kind] ?? bareWire;
const pairs = createPairs(wire, url);
let idle: { close(): void }[] = [];

answerParent({
  openPairs: (count) => pairs.open(count),
  async openIdle(count) {
    await inTurns(count, async (index) => {
      idle.push(await wire.openIdle(url, index));
    });
  },
  async closeIdle() {
    for (const each of idle) each.close();
    idle = [];
  },
  throughput: (warmUpMs, forMs) => throughput(pairs, warmUpMs, forMs),
  paced: (perSecond, forMs, seed) => paced(pairs, perSecond, forMs, seed),
} satisfies LoadAnswers);
