import type { FaultProxy } from '../fault-proxy.js';
import type { AgentPerson } from '../people.js';
import type { Random } from '../random.js';
import type { Trial } from '../scenario.js';
import { pause, until } from '../wait.js';
import type { Tab } from './tab.js';
import {
  openVisitorBrowser,
  type Site,
  type VisitorBrowser,
  type VisitorOptions,
} from './visitor-browser.js';

/** A visitor in a browser, with a way to the relay that is theirs alone, and an agent whom no fault meets. */
export interface PageParty {
  name: string;
  visitor: VisitorBrowser;
  tab: Tab;
  agent: AgentPerson;
  conversationId: string;
  proxy: FaultProxy;
  random: Random;
}

let agents = 0;

/** They have met when it resolves. */
export async function openParty(
  trial: Trial,
  site: Site,
  name: string,
  options?: VisitorOptions,
): Promise<PageParty> {
  const { proxy, page } = await site.way();
  const visitor = await openVisitorBrowser(trial, page, options);
  agents += 1;
  const agent = trial.agent(site.relay.url, agents);
  const tab = await visitor.openTab();
  const conversationId = await visitor.meet(tab, agent);
  return { name, visitor, tab, agent, conversationId, proxy, random: trial.random.fork(name) };
}

/**
 * A page that no fault meets types again and again. `end` gives the longest that a message of it took from the first key
 * until it was sent: what any page must wait on this machine while the trial runs.
 */
export async function spareOne(trial: Trial, site: Site): Promise<{ end(): Promise<number> }> {
  const party = await openParty(trial, site, 'spared');
  const { visitor, tab } = party;
  let isOver = false;
  let longest = 0;
  const work = (async () => {
    for (let count = 1; !isOver; count += 1) {
      const from = performance.now();
      const { id } = await visitor.say(tab, `spared ${count}`);
      await until('The spared page has sent it', 30_000, () => isSent(tab, id));
      longest = Math.max(longest, performance.now() - from);
      await pause(200);
    }
  })();
  work.catch(() => {});
  return {
    async end() {
      isOver = true;
      await work;
      return longest;
    },
  };
}

/** The tab shows that the relay has it. */
export const isSent = (tab: Tab, messageId: string): boolean =>
  ['sent', 'delivered', 'seen'].includes(tab.deliveryOf(messageId) ?? '');

/** Nothing is said of the connection. */
export const connected = (tab: Tab) => until('The page is connected', 30_000, () => tab.isConnected());
