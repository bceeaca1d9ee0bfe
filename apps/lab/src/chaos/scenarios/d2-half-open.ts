import type { Direction } from '../fault-proxy.js';
import { openPairs, talk } from '../load.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

const heartbeatMs = 1_000;
const noticeWithinMs = 1.5 * heartbeatMs + 5_000;
const perSecond = 60;
const faults = [['up'], ['down'], ['up', 'down']] as const satisfies readonly Direction[][];

/**
 * A path goes silent, in one direction or both, and nothing is closed: for visitors and agents, in the midst of a talk
 * and in a quiet conversation. One pair is spared: what it waits is the machine's doing, and is added to the limit.
 */
export const halfOpen: Scenario = {
  id: 'D2',
  title: 'a path swallows one direction or both, and closes nothing',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const relay = await trial.startRelay({ heartbeatMs });
    const [spared] = await openPairs(trial, { visitor: relay.url, agent: relay.url }, 1);
    const talkers = await victimsOf(trial, relay);
    const quiet = await victimsOf(trial, relay);
    const pairs = [...talkers, ...quiet];
    if (!spared) throw new Error('There is no pair to be spared.');

    const load = talk(trial, [spared, ...talkers], { perSecond, forMs: noticeWithinMs + 500 });
    const noticed = await Promise.all(pairs.map((victim) => victim.strike()));
    await load;
    await until('All victims are back', 20_000, () => pairs.every(({ person }) => person.isConnected()));
    await trial.close();

    const machineMs = Math.max(
      ...trial.ledger
        .said()
        .filter(({ conversationId }) => conversationId === spared.conversationId)
        .map(({ sentAt, deliveredAt }) => (deliveredAt ?? Number.POSITIVE_INFINITY) - sentAt),
    );
    const slowest = (times: readonly number[]) => Math.max(...times);
    trial.measure('the pair that is spared waits', machineMs);
    for (const end of ['client', 'relay'] as const)
      trial.measure(`noticed by the ${end}`, slowest(noticed.map((times) => times[end])), {
        atMost: noticeWithinMs + machineMs,
      });
    trial.check(
      'a client that notices says that it reconnects',
      noticed.every(({ status }) => status === 'reconnecting'),
    );
  },
};

/** Pairs of which one has a path of its own, with a fault of its own. */
async function victimsOf(trial: Trial, relay: { port: number; url: string }) {
  return Promise.all(
    (['visitor', 'agent'] as const).flatMap((kind) =>
      faults.map(async (directions) => {
        const proxy = await trial.proxyTo(relay);
        const urls = { visitor: relay.url, agent: relay.url, [kind]: proxy.url };
        const [pair] = await openPairs(trial, urls, 1);
        if (!pair) throw new Error('There is no pair.');
        const person = pair[kind];
        return {
          ...pair,
          person,
          async strike() {
            const at = performance.now();
            const links = proxy.links();
            const sockets = links.filter((link) => link.isSocket());
            const ends: number[] = [];
            for (const link of sockets) link.onClose(() => ends.push(performance.now() - at), 'server');
            let client: { ms: number; status: string } | null = null;
            const undo = person.onChange(() => {
              const { status } = person.client.store.getState().connection;
              if (status !== 'connected') client ??= { ms: performance.now() - at, status };
            });
            for (const link of links) link.swallow(directions);
            const notices = () => (client && ends.length === sockets.length ? client : null);
            await until(`The ${kind} and the relay notice`, 30_000, () => notices() !== null);
            undo();
            return { client: notices()?.ms ?? 0, status: notices()?.status, relay: Math.max(...ends) };
          },
        };
      }),
    ),
  );
}
