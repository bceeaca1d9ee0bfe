import type { BrowserContext, BrowserContextOptions } from 'playwright';
import type { FaultProxy } from '../fault-proxy.js';
import { statusAt } from '../load.js';
import type { AgentPerson } from '../people.js';
import type { RelayProcess } from '../relay-process.js';
import type { RelaySettings } from '../relay-settings.js';
import type { Trial } from '../scenario.js';
import type { View } from '../view.js';
import { until } from '../wait.js';
import { sharedBrowser } from './chromium.js';
import { openPageHost, type PageHost } from './page-host.js';
import { type Tab, tabOf } from './tab.js';
import { type ScreenWindow, watchScreen } from './watch-screen.js';

/** A relay, and a site whose pages embed its widget. */
export interface Site {
  relay: RelayProcess;
  host: PageHost;
  /** A way to the relay of its own, and the page that takes it. */
  way(): Promise<{ proxy: FaultProxy; page: string }>;
}

/** One visitor's browser: its tabs share storage, locks and channels, as those of a person do. */
export interface VisitorBrowser {
  context: BrowserContext;
  /** Null before the visitor has met an agent. */
  conversationId(): string | null;
  /** A tab with the widget open, in the books. */
  openTab(): Promise<Tab>;
  /** Enters into the books what that tab has shown, by its text. */
  enter(tab: Tab, text: string): void;
  /** Types it in that tab and enters it into the books. */
  say(tab: Tab, text: string): Promise<{ id: string; sentAt: number }>;
  /** Says a first word and asks for a human, whom this agent is. Resolves when both see it, with the conversation's id. */
  meet(tab: Tab, agent: AgentPerson): Promise<string>;
}

/** A browser as Playwright makes it. `prepare` runs in each page before anything else does. */
export type VisitorOptions = BrowserContextOptions & { prepare?: () => void };

/** High, so that most of a conversation is on the screen at once; narrow, so that the panel takes all of it. */
const viewport = { width: 420, height: 2000 };

/** Starts both. `origins` are those of further sites that may embed the widget. */
export async function openSite(
  trial: Trial,
  settings: RelaySettings = {},
  origins: readonly string[] = [],
): Promise<Site> {
  const host = await openPageHost();
  trial.defer(() => host.close());
  const relay = await trial.startRelay({ ...settings, origins: [host.url, ...origins], servesWidget: true });
  return {
    relay,
    host,
    async way() {
      const proxy = await trial.proxyTo(relay);
      return { proxy, page: host.page(proxy.url) };
    },
  };
}

let browsers = 0;

/** Opens a browser for one visitor of this page. */
export async function openVisitorBrowser(
  trial: Trial,
  url: string,
  { prepare, ...options }: VisitorOptions = {},
): Promise<VisitorBrowser> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ viewport, ...options });
  browsers += 1;
  const id = `visitor in browser ${browsers}`;
  const tabs: Tab[] = [];
  let conversationId: string | null = null;
  trial.defer(async () => {
    await context.close();
    for (const tab of tabs) for (const wrong of tab.wrongs()) trial.check(`never: ${wrong}`, false);
  });
  if (prepare) await context.addInitScript(prepare);
  await context.addInitScript(watchScreen);
  await context.exposeBinding(
    'reportScreen' satisfies keyof ScreenWindow,
    ({ page }, screen: string) => void tabs.find((tab) => tab.page === page)?.hear(screen),
  );

  return {
    context,
    conversationId: () => conversationId,
    async openTab() {
      const page = await context.newPage();
      const tab = tabOf(page, context, {
        id,
        tab: `tab ${tabs.length + 1}`,
        conversationId: () => conversationId,
      });
      tabs.push(tab);
      await tab.go(url);
      trial.ledger.watch(tab);
      return tab;
    },
    enter(tab, text) {
      const id = tab.find(text);
      if (id === null || conversationId === null) throw new Error(`${tab.tab} does not show: ${text}`);
      trial.ledger.enter(tab, { id, conversationId, sentAt: performance.now() });
    },
    async say(tab, text) {
      const said = await tab.type(text);
      if (conversationId === null) throw new Error('There is no conversation to say it in.');
      trial.ledger.enter(tab, { ...said, conversationId });
      return said;
    },
    async meet(tab, agent) {
      const first = await tab.type(`The first word of ${id}`);
      await until('The first word is stored', 10_000, async () => {
        const [row] = await trial.place.rows(`select "conversationId" from event where id = '${first.id}'`);
        conversationId = row ? String(row['conversationId']) : null;
        return conversationId !== null;
      });
      const met = conversationId ?? '';
      trial.ledger.enter(tab, { ...first, conversationId: met });
      await tab.frame().locator('.baton-talk').click();
      agent.client.openConversation(met);
      await until('The handoff is pending', 10_000, () => statusAt(agent, met) === 'pending');
      agent.client.claim(met);
      const lastAt = (view: View) => view.shown(met)?.conversation?.entries.at(-1)?.seq;
      await until(
        'The handoff is active on both sides',
        10_000,
        () => statusAt(agent, met) === 'active' && lastAt(tab) === lastAt(agent),
      );
      return met;
    },
  };
}
