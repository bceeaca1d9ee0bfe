import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import type { Bench } from './pages/bench.js';

declare global {
  interface Window {
    /** What the page under measurement offers. */
    bench: Bench;
  }
}

/** A fresh page with a subject in it. */
export interface BenchPage {
  page: Page;
  cdp: CDPSession;
  /** CPU time of the page's main thread since it was opened (milliseconds). */
  cpu(): Promise<number>;
  /** JavaScript's heap when its garbage is collected (bytes). */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** The Chromium that everything runs in. */
export const launch = (executablePath: string | undefined): Promise<Browser> =>
  chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });

/** Opens a page in a context, and so a process, of its own. */
export async function openPage(browser: Browser, url: string): Promise<BenchPage> {
  const context = await browser.newContext({ viewport: { width: 800, height: 700 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`  (in the page: ${String(error)})`));
  await page.goto(url);
  await page.waitForFunction(() => 'bench' in window);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    cdp,
    async cpu() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    },
    async heap() {
      for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    },
    close: () => context.close(),
  };
}

/** What a piece of work took in a page (milliseconds of CPU), and what came of it. */
export async function withCpu<Result>(
  opened: BenchPage,
  work: () => Promise<Result>,
): Promise<{ cpuMs: number; result: Result }> {
  const before = await opened.cpu();
  const result = await work();
  return { cpuMs: (await opened.cpu()) - before, result };
}
