import { openPairs, talk } from '../load.js';
import { newcomerMs } from '../newcomer.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

const conversations = 20;
const onlookers = 200;
const perSecond = 300;
const firstAckWithinMs = 1_000;
/** A start takes half of that where nothing else runs; where it takes longer, so does everything. */
const startsOfFirstAck = 2;
const windowMs = 100;
const mostOfWindow = 0.2;

/**
 * The relay is killed at random moments while everybody talks, and started again at once. Visitors who only look on
 * make the crowd in which a herd would show.
 */
export const relayKilled: Scenario = {
  id: 'D3',
  title: 'the relay is killed under load and started again',
  places: ['sqlite', 'postgres'],
  async run(trial) {
    const { scale, ledger } = trial;
    const random = trial.random.fork('kills');
    const relay = await trial.startRelay();
    const proxy = await trial.proxyTo(relay);
    const crowd = Array.from({ length: onlookers }, () => trial.visitor(proxy.url));
    const pairs = await openPairs(trial, { visitor: proxy.url, agent: proxy.url }, conversations);
    await until('The onlookers are there', 20_000, () =>
      crowd.every((visitor) => visitor.conversationId() !== null),
    );
    const people = [...crowd, ...pairs.flatMap(({ visitor, agent }) => [visitor, agent])];
    const returns = people.map(watchReturns);

    const kills: { firstAckMs: number; startMs: number; plannedMs: number[] }[] = [];
    const load = talkUntil(trial, pairs, () => kills.length === scale.kills);
    for (let kill = 0; kill < scale.kills; kill += 1) {
      await pause(random.between(0.05, 0.6) * (scale.loadMs / scale.kills));
      const killedAt = performance.now();
      const killedOn = Date.now();
      await relay.kill();
      await relay.start();
      const openAt = performance.now();
      // Not the one that was said first: its sender may be among the last to be back.
      const firstAckAt = () =>
        Math.min(...ledger.said().map(({ ackedAt }) => (ackedAt && ackedAt > openAt ? ackedAt : Infinity)));
      await until('Something is shown as sent again', 20_000, () => firstAckAt() < Infinity);
      await until('Everybody is back', 30_000, () => people.every((person) => person.isConnected()));
      kills.push({
        firstAckMs: firstAckAt() - openAt,
        startMs: openAt - killedAt,
        plannedMs: returns.map((plannedAt) => plannedAt() - killedOn),
      });
    }
    await load;
    await ledger.settle();
    const calmMs = await newcomerMs(trial, relay.url);
    await trial.close();

    trial.measure('a newcomer in the calm', calmMs);
    for (const { firstAckMs, startMs } of kills) {
      trial.measure('open again after', startMs);
      const limitMs = Math.max(firstAckWithinMs, startsOfFirstAck * startMs) + calmMs;
      trial.measure('first ack', firstAckMs, { atMost: limitMs });
    }
    // Over all kills, since in one a crowd of this size comes together by chance: three standard deviations are that.
    const planned = kills.flatMap(({ plannedMs }) => plannedMs);
    const chance = 3 * Math.sqrt((mostOfWindow * (1 - mostOfWindow)) / planned.length);
    trial.measure(`of ${people.length} came back within ${windowMs} ms`, 100 * mostShare(planned), {
      atMost: 100 * (mostOfWindow + chance),
      unit: '%',
    });
  },
};

/** Everybody talks for the load's time; on a slow machine some talk goes on until the last kill is over. */
async function talkUntil(
  trial: Trial,
  pairs: Parameters<typeof talk>[1],
  isOver: () => boolean,
): Promise<void> {
  await talk(trial, pairs, { perSecond, forMs: trial.scale.loadMs });
  while (!isOver()) await talk(trial, pairs, { perSecond: 20, forMs: 250 });
}

/** For which moment a client had planned the attempt that brought it back: a busy machine blurs only when it came. */
function watchReturns({ client }: { client: Pick<Client, 'store'> }): () => number {
  let plannedAt = 0;
  client.store.subscribe(({ connection: { retryAt } }) => {
    plannedAt = retryAt ?? plannedAt;
  });
  return () => plannedAt;
}

interface Client {
  store: { subscribe(listener: (state: { connection: { retryAt: number | null } }) => void): () => void };
}

/** The largest share of moments that lie within one window. */
function mostShare(moments: readonly number[]): number {
  const within = (from: number) =>
    moments.filter((moment) => moment >= from && moment < from + windowMs).length;
  return Math.max(...moments.map(within)) / moments.length;
}
