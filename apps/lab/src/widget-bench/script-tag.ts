import type { Browser, Page } from 'playwright';
import type { Figure } from '../relay-bench/figure.js';

declare global {
  interface Window {
    /** When the last page of messages was there, by `performance.now()`. */
    usableAt?: number;
  }
}

interface Loaded {
  path: string;
  /** When it was asked for, by `performance.now()`. */
  askedAt: number;
  /** As it came over the wire, without headers (bytes). */
  bytes: number;
  isCode: boolean;
}

/** Everything that the page has loaded besides itself and the icon that browsers ask for. */
const loadedBy = (page: Page): Promise<Loaded[]> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .map(({ name, startTime, encodedBodySize, initiatorType }) => ({
        path: new URL(name).pathname,
        askedAt: startTime,
        bytes: encodedBodySize,
        isCode: initiatorType !== 'fetch' && initiatorType !== 'xmlhttprequest',
      }))
      .filter(({ path }) => path !== '/favicon.ico'),
  );

/** Notes when a shadow root of the page first shows a message with code in it. */
function noteWhenUsable(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    new MutationObserver(() => {
      if (root.querySelector('[role=log] code')) window.usableAt ??= performance.now();
    }).observe(root, { childList: true, subtree: true });
    return root;
  };
}

const sum = (loaded: readonly Loaded[]) => loaded.reduce((bytes, each) => bytes + each.bytes, 0);
const listed = (loaded: readonly Loaded[]) => loaded.map(({ path, bytes }) => `${path} ${bytes}`).join(', ');

const budget = (name: string, measured: number, must: number, goal: number | null, from: string): Figure => ({
  ...{ name, measured, unit: 'B', must, goal, isHigherBetter: false, from },
});

/** The script tag on a page of the relay at `url`: what it loads before the chat is opened, and until it can be used. */
export async function measureScriptTag(browser: Browser, url: string): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    const page = await context.newPage();
    const open = () => page.getByRole('button', { name: 'Open chat', exact: true }).click();
    const composer = page.getByRole('textbox', { name: 'Message', exact: true });
    await page.goto(url, { waitUntil: 'networkidle' });
    const before = await loadedBy(page);
    await open();
    for (const text of ['Is the **strap** _leather_?', 'Some of:\n\n- a list\n- of things', 'And `code`.']) {
      await composer.fill(text);
      await composer.press('Enter');
    }
    await page.getByRole('log').locator('time').last().waitFor();
    await page.getByText('Sending').waitFor({ state: 'detached' });

    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.addInitScript(noteWhenUsable);
    await page.reload();
    // A reload opens a panel again that was open, but without the focus that a press gives.
    await page
      .getByRole('button', { name: /^(Open|Close) chat$/ })
      .first()
      .waitFor();
    if (await composer.isVisible()) await composer.click();
    else await open();
    await page.getByRole('log').locator('code').waitFor();
    // The buttons beside the text are fetched behind the first messages, and on a quick machine are there as soon.
    const usableAt = await page.evaluate(() => window.usableAt ?? Number.NaN);
    const usable = (await loadedBy(page)).filter(({ askedAt }) => askedAt <= usableAt);
    const code = usable.filter(({ isCode }) => isCode);
    const rest = usable.filter(({ isCode }) => !isCode);
    return [
      budget('script tag, before opening', sum(before), 1100, 800, listed(before)),
      { ...budget('script tag, requests before opening', before.length, 1, 1, ''), unit: '' },
      budget(
        'script tag, until usable',
        sum(code),
        57_000,
        48_000,
        `${listed(code)}; besides ${listed(rest)}`,
      ),
    ];
  } finally {
    await context.close();
  }
}

/** Bytes of what is built, by the project's own measure. */
export async function measurePackages(): Promise<Figure[]> {
  const file = new URL('../../../../scripts/sizes.mjs', import.meta.url).href;
  const { measureSizes } = (await import(file)) as {
    measureSizes(
      budgets: Record<string, number>,
    ): Promise<{ name: string; bytes?: number; problem?: string }[]>;
  };
  const [whole, react, core] = await measureSizes({ 'embed whole': 95_000, react: 46_000, core: 13_000 });
  return [
    budget(
      'script tag, after every part',
      whole?.bytes ?? Number.NaN,
      95_000,
      null,
      'one language of twenty',
    ),
    budget('import { ChatWidget }', react?.bytes ?? Number.NaN, 46_000, 40_000, 'React external, CSS apart'),
    budget('core alone', core?.bytes ?? Number.NaN, 13_000, 11_000, ''),
  ];
}
