import { chromium, type Page } from 'playwright';
import type { Figure } from './figure.js';
import { agents, password } from './people.js';
import { median, quantile } from './statistics.js';
import { startSubject } from './subject.js';

/** Two pages: in one a message is entered, on the other it is seen. */
interface Screens {
  from: Page;
  to: Page;
  /** The box that it is typed into, and where it is to appear. */
  box: string;
  log: string;
}

/** From the Enter key in one page to the frame of another that shows the text (milliseconds). */
async function enterToScreen({ from, to, box, log }: Screens, text: string): Promise<number> {
  const seen = to.evaluate(seenAt, { log, text });
  await from.locator(box).fill(text);
  await from.keyboard.press('Enter');
  return (await seen) - (await from.evaluate(() => Number(document.documentElement.dataset['enteredAt'])));
}

/** In the page: notes when the Enter key went down, in epoch milliseconds with fractions. */
function noteEnter(): void {
  const note = ({ key, timeStamp }: KeyboardEvent) => {
    if (key !== 'Enter') return;
    document.documentElement.dataset['enteredAt'] = String(performance.timeOrigin + timeStamp);
  };
  window.addEventListener('keydown', note, true);
}

/** In the page: when the frame was painted in which the log shows the text, in epoch milliseconds with fractions. */
function seenAt({ log, text }: { log: string; text: string }): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(log)?.textContent?.includes(text)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const afterPaint = new MessageChannel();
        afterPaint.port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        afterPaint.port2.postMessage(null);
      });
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** The widget and the console, both built, and beside them two pages with a bare WebSocket and an input. */
export async function measureScreen(executablePath: string | undefined, messages: number): Promise<Figure[]> {
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic'],
  });
  const newPage = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
    await page.addInitScript(noteEnter);
    return page;
  };
  const [baton, bare] = await Promise.all([startSubject('Baton, SQLite'), startSubject('bare ws')]);
  try {
    const ours = await openBaton(baton.url, newPage);
    const floor = await openBare(bare.url, newPage);
    const times: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] };
    for (let n = 0; n < messages + 5; n += 1) {
      const [took, tookBare] = [
        await enterToScreen(ours, `Message ${n} of Baton.`),
        await enterToScreen(floor, `Message ${n} of the floor.`),
      ];
      if (n < 5) continue;
      times.ours.push(took);
      times.floor.push(tookBare);
    }
    return figuresOf(times);
  } finally {
    await browser.close();
    await Promise.all([baton.stop(), bare.stop()]);
  }
}

async function openBaton(url: string, newPage: () => Promise<Page>): Promise<Screens> {
  const [from, to] = [await newPage(), await newPage()];
  await from.goto(url);
  await from.getByRole('button', { name: 'Open chat', exact: true }).click();
  const composer = from.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('talk to a human');
  await composer.press('Enter');
  await to.goto(`${url}/console`);
  await to.getByRole('textbox', { name: 'Email', exact: true }).fill(agents[0]?.email ?? '');
  await to.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await to.getByRole('button', { name: 'Sign in', exact: true }).click();
  await to.getByRole('tabpanel').getByRole('list').getByRole('listitem').first().click();
  await to.getByRole('button', { name: 'Claim', exact: true }).click();
  await from
    .getByRole('log')
    .getByText(/ joined/)
    .waitFor();
  return { from, to, box: 'role=textbox[name="Message"]', log: '[role=log]' };
}

async function openBare(url: string, newPage: () => Promise<Page>): Promise<Screens> {
  const [from, to] = [await newPage(), await newPage()];
  for (const page of [from, to]) {
    await page.goto(`${url}/screens`);
    await page.locator('body[data-is-open]').waitFor();
  }
  return { from, to, box: 'input', log: 'ul' };
}

function figuresOf({ ours, floor }: Record<'ours' | 'floor', number[]>): Figure[] {
  const name = 'Baton, SQLite: visitor to the agent’s screen';
  const one = (of: string, measured: number, bare: number, must: number): Figure[] => [
    {
      ...{ name: `${name}, ${of}`, measured, unit: 'ms', must, goal: null, isHigherBetter: false },
      from: `${ours.length} messages; two bare WebSocket pages ${bare.toFixed(1)} ms, so ${(measured / bare).toFixed(2)} x`,
    },
  ];
  return [
    ...one('p50', median(ours), median(floor), 25),
    ...one('p99', quantile(ours, 0.99), quantile(floor, 0.99), 80),
  ];
}
