import { openPageHost } from '../browser/page-host.js';
import { isSent, spareOne } from '../browser/page-party.js';
import { openSite, openVisitorBrowser } from '../browser/visitor-browser.js';
import type { FaultProxy } from '../fault-proxy.js';
import type { Scenario, Trial } from '../scenario.js';
import { pause, until } from '../wait.js';

const backWithinMs = 3_500;
const awayMs = 1_500;
const waitMs = 30_000;
const saysNotKept = /lost on reload/;

/**
 * A page whose storage is refused, and one in a frame without an origin, which has no storage, locks and channels:
 * both talk as any other, say that what is unsent would not survive a reload, and lose nothing while they live.
 */
export const pageWithoutStorage: Scenario = {
  id: 'PAGE-STORAGE',
  title: 'a page in Chromium whose storage is refused',
  places: ['sqlite'],
  mayHaveCompany: true,
  async run(trial) {
    const host = await openPageHost();
    trial.defer(() => host.close());
    const site = await openSite(trial, {}, [host.url]);
    const sandboxProxy = await trial.proxyTo(site.relay);
    host.passOn(sandboxProxy.port);
    const { proxy, page } = await site.way();
    const took = await Promise.all([
      talk(trial, site.relay.url, 0, { name: 'refused', page, proxy, prepare: refuseStorage }),
      talk(trial, site.relay.url, 1, {
        name: 'in a sandbox',
        page: host.page(host.url).replace('/?', '/sandbox?'),
        proxy: sandboxProxy,
      }),
      spareOne(trial, site).then(async (spared) => {
        await pause(awayMs);
        return spared.end();
      }),
    ]);
    const machine = took.at(-1) ?? 0;
    await trial.close();
    trial.measure('back', Math.max(...took.slice(0, -1)), { atMost: backWithinMs + machine });
    trial.measure('of the page that is spared', machine);
  },
};

async function talk(
  trial: Trial,
  relay: string,
  number: number,
  given: { name: string; page: string; proxy: FaultProxy; prepare?: () => void },
): Promise<number> {
  const { name, page, proxy, prepare } = given;
  const visitor = await openVisitorBrowser(trial, page, prepare ? { prepare } : {});
  const agent = trial.agent(relay, number);
  const tab = await visitor.openTab();
  const conversationId = await visitor.meet(tab, agent);
  const ids: string[] = [];
  const speak = async (count: number) => {
    for (let each = 0; each < count; each += 1) {
      ids.push((await visitor.say(tab, `${name} ${ids.length}`)).id);
      trial.ledger.say(agent, conversationId);
    }
  };
  await speak(5);
  proxy.refuse(true);
  for (const link of proxy.links()) link.cut({ reset: true });
  await speak(5);
  await until(`The page that is ${name} says that unsent messages are not kept`, waitMs, () =>
    (tab.screen()?.notices ?? []).some((notice) => saysNotKept.test(notice)),
  );
  await pause(awayMs);
  proxy.refuse(false);
  const from = performance.now();
  await until(
    `The page that is ${name} is back`,
    waitMs,
    () => tab.isConnected() && ids.every((id) => isSent(tab, id)),
  );
  return performance.now() - from;
}

/** Runs in the page: a browser that keeps nothing says so by throwing. */
function refuseStorage(): void {
  const refuse = () => {
    throw new DOMException('The lab refuses storage.', 'SecurityError');
  };
  IDBFactory.prototype.open = refuse;
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
}
