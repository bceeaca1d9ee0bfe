import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import type { Figure } from '../relay-bench/figure.js';
import { median } from '../relay-bench/statistics.js';

/** What a page load cost (milliseconds of a main thread four times slower). */
interface Load {
  mainThreadMs: number;
  /** Beyond the first 50 ms of each task. */
  blockingMs: number;
  layoutShift: number;
}

const article = Array.from(
  { length: 120 },
  (_, index) =>
    `<h2>Bag ${index}</h2><p>${'A bag of canvas and leather, made to be repaired. '.repeat(6)}</p><ul><li>Strap</li><li>Lining</li></ul>`,
).join('');

/** A page of a shop: text, a little script, and perhaps the widget. */
const pageOf = (widget: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
<style>body{font:16px/1.5 system-ui;margin:2em auto;max-width:40em}</style>${widget}<h1>Bags</h1>${article}
<script>for (const heading of document.querySelectorAll('h2')) heading.id = heading.textContent.replace(' ', '-');</script></html>`;

async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.addInitScript(() => {
      const seen = { blockingMs: 0, layoutShift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.blockingMs += duration - 50;
      }).observe({ type: 'longtask', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.layoutShift += (entry as { value?: number }).value ?? 0;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(2500);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Load, 'mainThreadMs'> }).seen);
    return {
      ...seen,
      mainThreadMs: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN),
    };
  } finally {
    await context.close();
  }
}

/** What the unopened widget of the relay at `relayUrl` adds to a page, beside the page without it. */
export async function measureHostPage(browser: Browser, relayUrl: string, rounds: number): Promise<Figure[]> {
  const pages: Record<string, string> = {
    '/bare': pageOf(''),
    '/with': pageOf(`<script async src="${relayUrl}/embed.js"></script>`),
  };
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(pages[url] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pages[url]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const loads: Record<'bare' | 'with', Load[]> = { bare: [], with: [] };
  try {
    for (let round = -1; round < 2 * rounds; round += 1) {
      for (const kind of round % 2 === 0 ? (['bare', 'with'] as const) : (['with', 'bare'] as const)) {
        const seen = await load(browser, `http://127.0.0.1:${port}/${kind}`);
        if (round >= 0) loads[kind].push(seen);
      }
    }
  } finally {
    server.close();
  }
  const of = (kind: 'bare' | 'with', what: keyof Load) => median(loads[kind].map((each) => each[what]));
  const added = (name: string, what: keyof Load, unit: string, must: number, goal: number): Figure => ({
    name: `host page before opening, CPU 4x: ${name}`,
    measured: of('with', what) - of('bare', what),
    unit,
    must,
    goal,
    isHigherBetter: false,
    from: `${of('with', what).toFixed(0)} with the widget, ${of('bare', what).toFixed(0)} without; ${loads.with.length} loads each`,
  });
  return [
    added('main thread', 'mainThreadMs', 'ms', 45, 20),
    added('TBT', 'blockingMs', 'ms', 0, 0),
    added('CLS', 'layoutShift', '', 0, 0),
  ];
}
