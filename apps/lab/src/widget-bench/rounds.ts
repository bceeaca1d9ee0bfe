import type { Browser } from 'playwright';
import { openPage, withCpu } from './page.js';
import type { Samples } from './samples.js';
import type { Site } from './site.js';
import type { SubjectPage } from './subjects.js';

/** What a turn of one subject needs. */
export interface Turn {
  browser: Browser;
  site: Site;
  subject: SubjectPage;
  samples: Samples;
}

const streamMs = 40_000;

/** Mounts a transcript, appends to it, and counts what it holds; scrolls where it is the smaller one. */
export async function mountTurn(
  { browser, site, subject, samples }: Turn,
  count: 1000 | 10000,
): Promise<void> {
  if (subject.mostMessages < count) return;
  const opened = await openPage(browser, site.urlOf(subject));
  const { page } = opened;
  try {
    // Making the transcript is in the CPU time of all, and in the wall time of none.
    const { cpuMs, result } = await withCpu(opened, async () => {
      await page.evaluate((messages) => window.bench.prepare(messages), count);
      return page.evaluate(() => window.bench.mount());
    });
    samples.add(subject, `mount ${count} wall`, result);
    samples.add(subject, `mount ${count} cpu`, cpuMs);
    if (count === 10_000) {
      await page.waitForTimeout(500);
      samples.add(subject, 'elements', await page.evaluate(() => window.bench.elements()));
      samples.add(subject, 'heap', await opened.heap());
    }
    samples.add(subject, `append ${count}`, ...(await page.evaluate(() => window.bench.append(7))));
    if (count === 1000) {
      const scrolled = await page.evaluate(() => window.bench.scroll(2500));
      samples.add(subject, 'scroll dropped', scrolled.dropped);
      samples.add(subject, 'scroll blank', scrolled.blank);
    }
  } finally {
    await opened.close();
  }
}

/** A reply of 2,000 tokens at 100/s into 200 messages. */
export async function streamTurn({ browser, site, subject, samples }: Turn): Promise<void> {
  const opened = await openPage(browser, site.urlOf(subject));
  const { page } = opened;
  try {
    await page.evaluate(() => window.bench.prepare(200));
    await page.evaluate(() => window.bench.mount());
    await page.waitForTimeout(300);
    await page.evaluate(() => window.bench.beginReply(2000));
    const { cpuMs, result } = await withCpu(opened, () =>
      page.evaluate((ms) => window.bench.stream(2000, 100, ms), streamMs),
    );
    const after = subject.kind === 'bench' ? 0 : await page.evaluate(() => window.bench.lastTokenPainted());
    samples.add(subject, 'stream cpu', cpuMs / result.given);
    samples.add(subject, 'stream dropped', result.dropped);
    samples.add(subject, 'stream longest', result.longestTaskMs);
    samples.add(subject, 'stream taken', (1000 * result.given) / (result.tookMs + (after ?? 0)));
    if (after !== null) samples.add(subject, 'stream after', after);
  } finally {
    await opened.close();
  }
}

/** Sixty keys at eight a second while a reply streams at 100/s, and how often the screen changes meanwhile. */
export async function typingTurn({ browser, site, subject, samples }: Turn): Promise<void> {
  if (subject.kind === 'bench') return;
  const opened = await openPage(browser, site.urlOf(subject));
  const { page } = opened;
  try {
    await page.evaluate(() => window.bench.prepare(200));
    await page.evaluate(() => window.bench.mount());
    await page.waitForTimeout(300);
    await page.evaluate(() => {
      window.bench.watchKeys();
      window.bench.beginReply(1000);
    });
    const streamed = page.evaluate(() => window.bench.stream(1000, 100, 20_000));
    await page.evaluate(() => window.bench.watchUpdates());
    const from = performance.now();
    for (let key = 0; key < 60; key += 1) {
      await page.keyboard.press('abcdefgh '[key % 9] ?? 'a');
      await page.waitForTimeout(Math.max(0, from + (key + 1) * 125 - performance.now()));
    }
    const updates = await page.evaluate(() => window.bench.updates());
    samples.add(subject, 'updates', (1000 * updates) / (performance.now() - from));
    samples.add(subject, 'key', ...(await page.evaluate(() => window.bench.keys())));
    await streamed;
  } finally {
    await opened.close();
  }
}

/** A reply of 10,000 tokens at 500/s: what a token costs when the reply is short, and when it is long. */
export async function fastTurn({ browser, site, subject, samples }: Turn): Promise<void> {
  const opened = await openPage(browser, site.urlOf(subject));
  const { page } = opened;
  try {
    await page.evaluate(() => window.bench.prepare(200));
    await page.evaluate(() => window.bench.mount());
    await page.waitForTimeout(300);
    await page.evaluate(() => window.bench.beginReply(10_000));
    const part = (to: number) =>
      withCpu(opened, () => page.evaluate((until) => window.bench.stream(until, 500, 40_000), to));
    const first = await part(1000);
    const between = await part(9000);
    const last = await part(10_000);
    const after = subject.kind === 'bench' ? 0 : await page.evaluate(() => window.bench.lastTokenPainted());
    samples.add(subject, 'fast first', first.cpuMs / 1000);
    samples.add(subject, 'fast last', last.cpuMs / 1000);
    const tookMs = first.result.tookMs + between.result.tookMs + last.result.tookMs + (after ?? 20_000);
    samples.add(subject, 'fast taken', (1000 * last.result.given) / tookMs);
  } finally {
    await opened.close();
  }
}
