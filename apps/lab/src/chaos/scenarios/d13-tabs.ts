import { leaderOf } from '../browser/leader.js';
import { isSent, openParty, type PageParty, spareOne } from '../browser/page-party.js';
import type { Tab } from '../browser/tab.js';
import { openSite } from '../browser/visitor-browser.js';
import type { AgentPerson } from '../people.js';
import type { Scenario, Trial } from '../scenario.js';
import type { View } from '../view.js';
import { pause, until } from '../wait.js';

const rounds = { short: 6, long: 200 };
const takeoverWithinMs = 2_000;
const equalWithinMs = 1_000;
const waitMs = 30_000;
/** How long after Enter the leader dies. */
const midSendMs = 25;

/** What one round measured. Milliseconds. */
interface Round {
  takeover: number;
  equal: number;
  sockets: number;
}

/**
 * Two to five tabs of one visitor all type, and the one that leads is killed while its message is on the way: its
 * process crashes, or it is closed. Another takes over, on one socket, and every tab shows the same.
 */
export const tabsOfOneVisitor: Scenario = {
  id: 'D13',
  title: 'two to five tabs, the leading one is killed mid-send',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const site = await openSite(trial);
    const party = await openParty(trial, site, 'tabs');
    const spared = await spareOne(trial, site);
    const tabs = [party.tab];
    const done: Round[] = [];
    for (let round = 0; round < (trial.scale.isLong ? rounds.long : rounds.short); round += 1)
      done.push(await killTheLeader(trial, party, tabs, round));
    const machine = await spared.end();
    await trial.close();

    const worst = (of: (round: Round) => number) => Math.max(...done.map(of));
    trial.measure('rounds', done.length, { unit: '' });
    trial.measure(
      'takeover',
      worst((round) => round.takeover),
      { atMost: takeoverWithinMs + machine },
    );
    trial.measure(
      'tabs equal',
      worst((round) => round.equal),
      { atMost: equalWithinMs + machine },
    );
    trial.measure('of a tab that is spared', machine);
    trial.measure(
      'sockets of all tabs',
      worst((round) => round.sockets),
      { atMost: 1, unit: '' },
    );
  },
};

async function killTheLeader(trial: Trial, party: PageParty, tabs: Tab[], round: number): Promise<Round> {
  const { visitor, agent, conversationId, proxy, random } = party;
  const count = 2 + random.below(4);
  const more = Array.from({ length: Math.max(0, count - tabs.length) }, () => visitor.openTab());
  tabs.push(...(await Promise.all(more)));
  const leader = await leaderOf(tabs);
  const others = tabs.filter((tab) => tab !== leader);

  const last = `round ${round}: the last words of the leader`;
  const words = Promise.all(others.map((tab, index) => visitor.say(tab, `round ${round}: ${index} says`)));
  words.catch(() => {});
  trial.ledger.say(agent, conversationId);
  const dying = leader.type(last).catch(() => null);
  await until('The leader shows what it sends', waitMs, () => leader.find(last) !== null);
  visitor.enter(leader, last);
  await pause(random.between(0, midSendMs));
  trial.ledger.unwatch(leader);
  await (random.below(2) === 0 ? leader.crash() : leader.close());
  const killedAt = performance.now();
  tabs.splice(tabs.indexOf(leader), 1);

  const heir = random.pick(others);
  const { id } = await visitor.say(heir, `round ${round}: the first words after it`);
  await until('Another tab has taken over', waitMs, () => isSent(heir, id));
  const takeover = performance.now() - killedAt;
  await Promise.all([dying, words]);
  const missing = () =>
    trial.ledger
      .said()
      .filter((message) => message.conversationId === conversationId && message.kind === 'visitor')
      .filter(({ deliveredAt }) => deliveredAt === null);
  await until(`The agent has it all, ${last} too`, waitMs, () => missing().length === 0).catch((error) => {
    throw new Error(`${error.message} Missing: ${JSON.stringify(missing())}`);
  });
  const quietAt = performance.now();
  await until('All tabs show the same as the agent', waitMs, () =>
    tabs.every((tab) => tab.isConnected() && isEqual(tab, agent, conversationId)),
  );
  const equal = performance.now() - quietAt;
  const sockets = proxy.links().filter((link) => link.isSocket() && link.isOpen()).length;
  if (leader.page.isClosed() === false) await leader.close();
  return { takeover, equal, sockets };
}

function isEqual(tab: Tab, agent: AgentPerson, conversationId: string): boolean {
  const shown = tab.shown(conversationId);
  const last = (view: View) => view.shown(conversationId)?.conversation?.entries.at(-1)?.seq;
  return shown?.outbox.length === 0 && last(tab) === last(agent);
}
