import { openPairs, talk } from '../load.js';
import type { RelayProcess } from '../relay-process.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause } from '../wait.js';

const pairsCount = 4;
const perSecond = 100;
const refusedWithinMs = 1_000;

/**
 * While one relay works on a folder, a second process is refused and told by whom; when the first is killed in the
 * middle of its work, of two that come at once one gets the folder at its first try, and nothing is lost. What a
 * process needs to begin at all is measured by one that is refused for a setting, and is added to the limit.
 */
export const oneWriter: Scenario = {
  id: 'D8',
  title: 'a data folder has one writer',
  places: ['sqlite'],
  async run(trial) {
    const { random, scale, place } = trial;
    const relay = await trial.startRelay();
    const pairs = await openPairs(trial, { visitor: relay.url, agent: relay.url }, pairsCount);
    const load = async (forMs: number) => talk(trial, pairs, { perSecond, forMs });

    const talked = load(1_000);
    const begun = await refusalOf(trial, { BATON_TRUST_PROXY: 'a setting at fault' });
    const refused = await refusalOf(trial);
    trial.measure('refused after', refused.ms, { atMost: refusedWithinMs + begun.ms });
    checkNames(trial, refused.said, relay);
    await talked;

    for (let kill = 0; kill < scale.kills; kill += 1) {
      const interrupted = load(700);
      await pause(random.between(100, 600));
      await relay.kill();
      const [verdict] = await place.rows('pragma integrity_check');
      trial.check(
        `the database is whole after a kill: ${verdict?.['integrity_check']}`,
        verdict?.['integrity_check'] === 'ok',
      );
      await contend(trial, relay);
      await interrupted;
      await trial.ledger.settle();
    }
  },
};

/** The relay that was killed and a rival start at the same time: one opens, the other is told who was quicker. */
async function contend(trial: Trial, relay: RelayProcess): Promise<void> {
  const [own, other] = await Promise.allSettled([relay.start(), trial.startRelay()]);
  const opened = [own, other].filter(({ status }) => status === 'fulfilled').length;
  trial.check(`of two that start at once one opens, not ${opened}`, opened === 1);
  if (own.status === 'rejected' && other.status === 'fulfilled') {
    checkNames(trial, String(own.reason), other.value);
    await other.value.kill();
    await relay.start();
  } else if (other.status === 'rejected') checkNames(trial, String(other.reason), relay);
}

function checkNames(trial: Trial, said: string, holder: RelayProcess): void {
  const sentence = `is in use by process ${holder.pid()}. Stop it, or set BATON_DATA to another folder.`;
  trial.check(`the refusal says that the folder ${sentence} But: ${said}`, said.includes(sentence));
}

/** How a relay on the same folder is refused, and how long after its process was begun. */
async function refusalOf(
  trial: Trial,
  environment?: Record<string, string>,
): Promise<{ ms: number; said: string }> {
  const from = performance.now();
  const said = await trial.startRelay({}, environment).then(
    () => 'it opened',
    (error: unknown) => String(error),
  );
  return { ms: performance.now() - from, said };
}
