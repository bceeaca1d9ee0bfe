import { meanwhile, openPairs, type Pair, quantile, talk } from '../load.js';
import type { Scenario } from '../scenario.js';

const conversations = 20;
const perSecond = 300;
const calmMs = 2_000;
const calmWithinMs = 5_000;
/** What a message waits for after a cut: a request, an upgrade, a welcome and a snapshot, each as long as the spared pair's. */
const exchanges = 4;
/** Twice a calm p99 that lies below this is the machine's noise. */
const leastLimitMs = 100;

/**
 * A random socket is cut every 50 ms, at either end or both, while everybody talks. One pair is spared: what it
 * waits is the machine's doing, and is added to the limit.
 */
export const cutSockets: Scenario = {
  id: 'D1',
  title: 'random sockets are cut every 50 ms',
  places: ['sqlite', 'postgres'],
  async run(trial) {
    const { random, scale, ledger } = trial;
    const relay = await trial.startRelay();
    const proxy = await trial.proxyTo(relay);
    const cutPairs = await openPairs(trial, { visitor: proxy.url, agent: proxy.url }, conversations - 1);

    const [spared] = await openPairs(trial, { visitor: relay.url, agent: relay.url }, 1);
    const pairs = spared ? [...cutPairs, spared] : cutPairs;
    const delaysOf = (some: readonly Pair[], from: number, to = Number.POSITIVE_INFINITY) => {
      const ids = new Set(some.map(({ conversationId }) => conversationId));
      return ledger
        .said()
        .filter(({ sentAt, conversationId }) => sentAt >= from && sentAt < to && ids.has(conversationId))
        .map(({ sentAt, deliveredAt }) => (deliveredAt ?? Number.POSITIVE_INFINITY) - sentAt);
    };

    const calmAt = performance.now();
    await talk(trial, pairs, { perSecond, forMs: calmMs });
    const cutsAt = performance.now();
    let cuts = 0;
    const load = talk(trial, pairs, { perSecond, forMs: scale.loadMs });
    await meanwhile(load, { everyMs: 50, random: random.fork('cuts') }, () => {
      if (proxy.cutOne(random)) cuts += 1;
    });
    await ledger.settle();
    const afterAt = performance.now();
    const calm = quantile(delaysOf(cutPairs, calmAt, cutsAt), 0.99);
    const limit = Math.max(2 * calm, leastLimitMs);
    let after = Number.POSITIVE_INFINITY;
    while (after > limit && performance.now() - afterAt < calmWithinMs) {
      const from = performance.now();
      await talk(trial, pairs, { perSecond, forMs: 1_000 });
      await ledger.settle();
      after = quantile(delaysOf(cutPairs, from), 0.99);
    }
    await trial.close();

    trial.measure('cuts', cuts, { unit: '' });
    trial.measure('deliver p99 calm', calm);
    const machine = quantile(delaysOf(spared ? [spared] : [], cutsAt, afterAt), 0.99);
    trial.measure('of the pair that is spared', machine);
    trial.measure('during', quantile(delaysOf(cutPairs, cutsAt, afterAt), 0.99));
    // One who is cut off while it comes back, twice, has a twentieth of all messages: in six seconds that is chance.
    const judged = scale.isLong ? cutPairs : butWorst(cutPairs, (pair) => delaysOf([pair], cutsAt, afterAt));
    trial.measure(`of ${judged.length} pairs`, quantile(delaysOf(judged, cutsAt, afterAt), 0.99), {
      atMost: 1_500 + exchanges * machine,
    });
    trial.measure('after', after, { atMost: limit });
  },
};

/** All but the pair that waited longest in all. */
function butWorst(pairs: readonly Pair[], delaysOf: (pair: Pair) => number[]): Pair[] {
  const waited = (pair: Pair) => delaysOf(pair).reduce((sum, delay) => sum + delay, 0);
  return pairs.toSorted((one, other) => waited(one) - waited(other)).slice(0, -1);
}
