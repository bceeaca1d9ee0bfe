import type { Browser } from 'playwright';
import type { Figure } from '../relay-bench/figure.js';
import type { Site } from './site.js';
import type { SubjectPage } from './subjects.js';

/** The Markdown that takes longest of all that is meant to. */
export async function measureFloods(browser: Browser, site: Site, subject: SubjectPage): Promise<Figure> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(site.urlOf(subject));
    const took = Object.entries(await page.evaluate(() => window.floods()));
    const slowest = took.sort(([, one], [, other]) => other - one).slice(0, 3);
    return {
      name: `${subject.name}: the slowest flood of ${took.length}`,
      measured: slowest[0]?.[1] ?? Number.NaN,
      unit: 'ms',
      must: 50,
      goal: null,
      isHigherBetter: false,
      from: slowest.map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(', '),
    };
  } finally {
    await context.close();
  }
}
