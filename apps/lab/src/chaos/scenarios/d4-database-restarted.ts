import { openPairs, talk } from '../load.js';
import { newcomerMs } from '../newcomer.js';
import { moveToOwnPostgres } from '../own-postgres.js';
import type { Scenario } from '../scenario.js';
import { pause, until } from '../wait.js';

const conversations = 20;
const agents = 4;
const perSecond = 300;
const firstAckWithinMs = 2_000;
const longestAbsenceMs = 1_000;

/** PostgreSQL is stopped as by a power cut while everybody talks, stays away for a moment, and comes back. */
export const databaseRestarted: Scenario = {
  id: 'D4',
  title: 'the database is stopped at once under load and started again',
  places: ['postgres'],
  async run(trial) {
    const { scale, ledger } = trial;
    const random = trial.random.fork('restarts');
    const postgres = await moveToOwnPostgres(trial, agents);
    const relay = await trial.startRelay();
    const urls = { visitor: relay.url, agent: relay.url };
    const pairs = await openPairs(trial, urls, conversations);
    const pid = relay.pid();

    const firstAcks: number[] = [];
    const load = talk(trial, pairs, { perSecond, forMs: scale.loadMs });
    for (let restart = 0; restart < scale.kills; restart += 1) {
      await pause(random.between(0.05, 0.5) * (scale.loadMs / scale.kills));
      await postgres.crash();
      await pause(random.between(0, longestAbsenceMs));
      const { visitor, conversationId } = random.pick(pairs);
      ledger.say(visitor, conversationId);
      await postgres.restart();
      const answersAt = performance.now();
      const firstAck = () => ledger.said().find(({ ackedAt }) => ackedAt !== null && ackedAt > answersAt);
      await until('Something is shown as sent again', 20_000, () => firstAck() !== undefined);
      firstAcks.push((firstAck()?.ackedAt ?? 0) - answersAt);
    }
    await load;
    await ledger.settle();
    const calmMs = await newcomerMs(trial, relay.url);
    await trial.close();

    trial.check('the relay is the process that it was', relay.pid() === pid);
    trial.measure('a newcomer in the calm', calmMs);
    for (const firstAckMs of firstAcks)
      trial.measure('first ack', firstAckMs, { atMost: firstAckWithinMs + calmMs });
  },
};
