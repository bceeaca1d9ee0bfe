import { meanwhile, openPairs, quantile, talk } from '../load.js';
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
    const isSpared = (conversationId: string) => conversationId === spared?.conversationId;
    const delays = (from: number, to = Number.POSITIVE_INFINITY, ofSpared = false) =>
      ledger
        .said()
        .filter((message) => message.sentAt >= from && message.sentAt < to)
        .filter((message) => isSpared(message.conversationId) === ofSpared)
        .map((message) => (message.deliveredAt ?? Number.POSITIVE_INFINITY) - message.sentAt);

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
    const calm = quantile(delays(calmAt, cutsAt), 0.99);
    const limit = Math.max(2 * calm, leastLimitMs);
    let after = Number.POSITIVE_INFINITY;
    while (after > limit && performance.now() - afterAt < calmWithinMs) {
      const from = performance.now();
      await talk(trial, pairs, { perSecond, forMs: 1_000 });
      await ledger.settle();
      after = quantile(delays(from), 0.99);
    }
    await trial.close();

    trial.measure('cuts', cuts, { unit: '' });
    trial.measure('deliver p99 calm', calm);
    const machine = quantile(delays(cutsAt, afterAt, true), 0.99);
    trial.measure('of the pair that is spared', machine);
    trial.measure('during', quantile(delays(cutsAt, afterAt), 0.99), {
      atMost: 1_500 + exchanges * machine,
    });
    trial.measure('after', after, { atMost: limit });
  },
};
