import { openPageHost } from '../browser/page-host.js';
import { spareOne } from '../browser/page-party.js';
import type { Tab } from '../browser/tab.js';
import { openSite, openVisitorBrowser } from '../browser/visitor-browser.js';
import type { AgentPerson } from '../people.js';
import type { Scenario, Trial } from '../scenario.js';
import { until } from '../wait.js';

const messages = { short: 25, long: 200 };
const sentWithinMs = 5_000;
const waitMs = 60_000;

/**
 * A site stays up while the relay behind it is away. A visitor types and types, reloads the page three times, and one
 * tab crashes; when the relay is back, all is sent, once and in the order of typing.
 */
export const pageOffline: Scenario = {
  id: 'D15-PAGE',
  title: 'a page in Chromium without its relay: many messages, three reloads, a crash',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const host = await openPageHost();
    trial.defer(() => host.close());
    const site = await openSite(trial, {}, [host.url]);
    const proxy = await trial.proxyTo(site.relay);
    host.passOn(proxy.port);
    const visitor = await openVisitorBrowser(trial, host.page(host.url));
    const agent = trial.agent(site.relay.url, 0);
    let tab = await visitor.openTab();
    const conversationId = await visitor.meet(tab, agent);
    const spared = await spareOne(trial, site);

    proxy.refuse(true);
    for (const link of proxy.links()) link.cut({ reset: true });
    const count = trial.scale.isLong ? messages.long : messages.short;
    const ids: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      ids.push((await visitor.say(tab, `offline ${number}`)).id);
      if (number % Math.ceil(count / 5) !== 0) continue;
      await stepOf[number / Math.ceil(count / 5)]?.(tab);
      if (tab.isCrashed()) {
        trial.ledger.unwatch(tab);
        await tab.close();
        tab = await visitor.openTab();
      }
      const shown = await unsentIn(tab, ids);
      trial.check(`all ${number} unsent messages are shown after a reload or a crash`, shown === number);
    }
    trial.check('the page says that it can reach nobody', (tab.screen()?.notices.length ?? 0) > 0);
    await visitor.context.setOffline(true);
    proxy.refuse(false);
    const onlineAt = performance.now();
    await visitor.context.setOffline(false);
    await until('All is sent', waitMs, () =>
      trial.ledger.said().every(({ id, deliveredAt }) => !ids.includes(id) || deliveredAt !== null),
    );
    const sent = performance.now() - onlineAt;
    const burst = await inOneBurst(trial, agent, conversationId, count);
    const machine = await spared.end();
    await trial.close();
    const entries = agent.shown(conversationId)?.conversation?.entries ?? [];
    const log = entries.map(({ id }) => id).filter((id) => ids.includes(id));
    trial.check('all is there once, in the order of typing over all tabs', log.join() === ids.join());
    trial.measure('messages', count, { unit: '' });
    trial.measure('all sent after', sent, { atMost: sentWithinMs + burst + machine });
    trial.measure('as many by a client in Node that was never away', burst);
    trial.measure('of the page that is spared', machine);
  },
};

/** After each fifth of the messages. */
const stepOf: Record<number, (tab: Tab) => Promise<unknown>> = {
  1: (tab) => tab.reload(),
  2: (tab) => tab.reload(),
  3: (tab) => tab.crash(),
  4: (tab) => tab.reload(),
};

/** How many of these the whole log shows as sending, once the page has read them. */
async function unsentIn(tab: Tab, ids: readonly string[]): Promise<number> {
  const shown = () => ids.filter((id) => tab.deliveryOf(id) === 'sending').length;
  await until('What was unsent is shown again', 10_000, async () => {
    await tab.collect();
    return shown() === ids.length;
  }).catch(() => {});
  return shown();
}

/** How long as many messages take here from a client that no fault met: one after the other, as all clients send. */
async function inOneBurst(
  trial: Trial,
  agent: AgentPerson,
  conversationId: string,
  count: number,
): Promise<number> {
  const from = performance.now();
  const ids = Array.from({ length: count }, () => trial.ledger.say(agent, conversationId));
  await until('The agent has said as much', waitMs, () =>
    trial.ledger.said().every(({ id, ackedAt }) => ackedAt !== null || !ids.includes(id)),
  );
  return performance.now() - from;
}
