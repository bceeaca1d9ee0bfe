import { isSent, openParty, type PageParty, spareOne } from '../browser/page-party.js';
import type { Tab } from '../browser/tab.js';
import { openSite } from '../browser/visitor-browser.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

const heartbeatMs = 500;
const caughtUpWithinMs = 3_000;
const saidMeanwhile = 20;
/** Longer than the relay waits for a silent socket. */
const asleepMs = heartbeatMs * 1.5 + 5_500;
const waitMs = 30_000;

/** What happens to the network of a page that sleeps. */
type Network = (party: PageParty, isAway: boolean) => unknown;

const networks: Record<string, Network> = {
  'on a path that stays': () => {},
  'while its links are cut': ({ proxy }, isAway) => {
    proxy.refuse(isAway);
    if (isAway) for (const link of proxy.links()) link.cut({ reset: true });
  },
  // An idle HTTP connection that fell silent as well would be asked first: that is the browser's to notice.
  'while its socket falls silent for good': ({ proxy }, isAway) => {
    for (const link of isAway ? proxy.links() : [])
      if (link.isSocket()) link.swallow(['up', 'down']);
      else link.cut();
  },
  'while it is offline': ({ visitor }, isAway) => visitor.context.setOffline(isAway),
};

/**
 * Pages are frozen, as a laptop that sleeps freezes them, for longer than the relay waits for them: on a path that
 * stays, on one that is cut, on one that is gone without a word, and offline. Each has a message on its way; the agent says many meanwhile. Woken, each
 * has all of it within three seconds.
 */
export const pageAsleep: Scenario = {
  id: 'D14-PAGE',
  title: 'a page in Chromium is frozen, and wakes to another network',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const site = await openSite(trial, { heartbeatMs });
    const parties = await Promise.all(
      Object.entries(networks).map(async ([name, network]) => ({
        network,
        party: await openParty(trial, site, name),
      })),
    );
    const spared = await spareOne(trial, site);
    const took: number[] = [];
    for (let round = 0; round < (trial.scale.isLong ? trial.scale.kills : 1); round += 1)
      took.push(
        ...(await Promise.all(parties.map(({ party, network }) => sleep(trial, party, network, round)))),
      );
    const machine = await spared.end();
    await trial.close();
    trial.measure('asleep', asleepMs);
    trial.measure('caught up', Math.max(...took), { atMost: caughtUpWithinMs + machine });
    trial.measure('of the page that is spared', machine);
  },
};

/** How long it took from when the network was back until all was shown. */
async function sleep(trial: Trial, party: PageParty, network: Network, round: number): Promise<number> {
  const { visitor, tab, agent, conversationId, name, random } = party;
  const said = await visitor.say(tab, `${name} ${round}: good night`);
  await setLifecycle(tab, 'frozen');
  await network(party, true);
  for (let count = 0; count < saidMeanwhile; count += 1) {
    trial.ledger.say(agent, conversationId);
    await pause(random.between(0, (2 * asleepMs) / saidMeanwhile));
  }
  // It wakes before its network does, as laptops do.
  await setLifecycle(tab, 'active');
  await network(party, false);
  const from = performance.now();
  const lastSaid = trial.ledger
    .said()
    .findLast((message) => message.conversationId === conversationId && message.kind === 'agent');
  await until(
    `The page that slept ${name} has caught up`,
    waitMs,
    () =>
      tab.isConnected() &&
      isSent(tab, said.id) &&
      tab.rows(conversationId).some((row) => row.kind === 'message' && row.messageId === lastSaid?.id),
  );
  return performance.now() - from;
}

async function setLifecycle(tab: Tab, state: 'frozen' | 'active'): Promise<void> {
  const cdp = await tab.cdp();
  await cdp.send('Page.setWebLifecycleState', { state });
}
