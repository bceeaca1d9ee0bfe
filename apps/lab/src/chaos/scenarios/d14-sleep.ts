import type { FaultProxy } from '../fault-proxy.js';
import { handOver, openPairs, type Pair, talk } from '../load.js';
import type { Scenario, Trial } from '../scenario.js';
import { type SleepingClock, sleepingClock } from '../sleeping-clock.js';
import { pause, until } from '../wait.js';

const minuteMs = 60_000;
const probeWithinMs = 1_000;
const caughtUpWithinMs = 3_000;
const saidMeanwhile = 20;
/** How long it really lasts; what the sleeper's clocks say is the nap's. */
const asleepMs = 500;
const sparedPerSecond = 20;

/** How long a device sleeps, and what it finds when it wakes. */
interface Nap {
  sleptMs: number;
  /** Some devices' monotonic clock stands still meanwhile. */
  isCounted: boolean;
  /** The old path swallows everything, or ends when the device wakes. */
  oldPath: 'silent' | 'reset';
  /** How long after waking the network is there again; the browser tells the page. */
  networkAfterMs: number;
}

const naps: readonly Nap[] = [
  { sleptMs: 10 * minuteMs, isCounted: true, oldPath: 'silent', networkAfterMs: 0 },
  { sleptMs: 8 * 60 * minuteMs, isCounted: false, oldPath: 'silent', networkAfterMs: 1_500 },
  { sleptMs: 8 * 60 * minuteMs, isCounted: true, oldPath: 'reset', networkAfterMs: 1_500 },
];

/**
 * Visitors' and agents' devices sleep for ten minutes and for eight hours, with a message on its way, while the other
 * side says many. A pair is spared: what it waits is the machine's doing, and is added to the limits.
 */
export const deviceAsleep: Scenario = {
  id: 'D14',
  title: 'a device sleeps for minutes or hours, and wakes to another network',
  places: ['sqlite'],
  async run(trial) {
    const relay = await trial.startRelay();
    const [spared] = await openPairs(trial, { visitor: relay.url, agent: relay.url }, 1);
    if (!spared) throw new Error('There is no pair to be spared.');
    const sleepers = await Promise.all(
      (['visitor', 'agent'] as const).flatMap((kind) =>
        naps.map(async (nap) => {
          const proxy = await trial.proxyTo(relay);
          const clock = sleepingClock();
          const own = { visitor: relay.url, agent: relay.url, [kind]: proxy.url };
          const visitor = trial.visitor(own.visitor, kind === 'visitor' ? clock : {});
          const agent = trial.agent(own.agent, 0, kind === 'agent' ? clock : {});
          const pair = { visitor, agent, conversationId: await handOver(visitor, agent) };
          return { kind, nap, pair, proxy, clock };
        }),
      ),
    );
    await trial.ledger.settle();
    let isOver = false;
    const control = (async () => {
      while (!isOver) await talk(trial, [spared], { perSecond: sparedPerSecond, forMs: 250 });
    })();
    const woken = await Promise.all(sleepers.map((sleeper) => sleepThrough(trial, sleeper)));
    isOver = true;
    await control;
    await trial.close();

    const machineMs = Math.max(
      ...trial.ledger
        .said()
        .filter(({ conversationId }) => conversationId === spared.conversationId)
        .map(({ sentAt, deliveredAt }) => (deliveredAt ?? Number.POSITIVE_INFINITY) - sentAt),
    );
    trial.measure('the pair that is spared waits', machineMs);
    const probes = woken.flatMap(({ probeMs }) => probeMs ?? []);
    trial.measure('probe', Math.max(...probes), { atMost: probeWithinMs + machineMs });
    trial.measure('caught up', Math.max(...woken.map(({ caughtUpMs }) => caughtUpMs)), {
      atMost: caughtUpWithinMs + machineMs,
    });
  },
};

interface Sleeper {
  kind: 'visitor' | 'agent';
  nap: Nap;
  pair: Pair;
  proxy: FaultProxy;
  clock: SleepingClock;
}

async function sleepThrough(
  trial: Trial,
  { kind, nap, pair, proxy, clock }: Sleeper,
): Promise<{ probeMs: number | null; caughtUpMs: number }> {
  const { conversationId } = pair;
  const [sleeper, other] = kind === 'visitor' ? [pair.visitor, pair.agent] : [pair.agent, pair.visitor];
  trial.ledger.say(sleeper, conversationId);
  clock.sleep();
  proxy.refuse(true);
  const links = proxy.links();
  for (const link of links) link.swallow(['up', 'down']);
  for (let number = 0; number < saidMeanwhile; number += 1) trial.ledger.say(other, conversationId);
  await pause(asleepMs);

  let probedAt: number | null = null;
  const wokenAt = performance.now();
  for (const link of links) {
    link.onChunk((direction) => {
      if (direction === 'up') probedAt ??= performance.now();
      return 'pass';
    });
    if (nap.oldPath === 'reset') link.cut({ reset: true });
  }
  if (nap.networkAfterMs === 0) proxy.refuse(false);
  clock.wake(nap.sleptMs, nap.isCounted);
  if (nap.networkAfterMs > 0) {
    await pause(nap.networkAfterMs);
    proxy.refuse(false);
    // What the page's `online` event does.
    sleeper.client.reconnect();
  }
  const backAt = performance.now();
  const seqAt = (person: typeof sleeper) => person.shown(conversationId)?.conversation?.position.seq ?? 0;
  await until(
    'The sleeper has caught up',
    30_000,
    () =>
      sleeper.isConnected() &&
      seqAt(sleeper) === seqAt(other) &&
      seqAt(sleeper) > saidMeanwhile &&
      sleeper.shown(conversationId)?.outbox.length === 0,
  );
  return {
    probeMs: nap.oldPath === 'reset' ? null : (probedAt ?? Number.POSITIVE_INFINITY) - wokenAt,
    caughtUpMs: performance.now() - backAt,
  };
}
