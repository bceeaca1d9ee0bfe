import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { Product } from './product.ts';

/** What the relay sends to a page: it can be held back for a while, then comes in its order. */
export interface Wire {
  hold(): void;
  release(): void;
}

async function tap(page: Page): Promise<Wire> {
  let isHeld = false;
  let held: (() => void)[] = [];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (isHeld) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  return {
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const send of held) send();
      held = [];
    },
  };
}

/** A visitor in a browser of their own, by the names that the widget promises. */
export interface Visitor {
  page: Page;
  wire: Wire;
  launcher: Locator;
  panel: Locator;
  log: Locator;
  composer: Locator;
  open(): Promise<void>;
  say(text: string): Promise<void>;
}

/** An agent in a browser of their own, signed in at the console. */
export interface Agent {
  page: Page;
  wire: Wire;
  log: Locator;
  reply: Locator;
  tab(name: 'Pending' | 'Active' | 'Resolved'): Locator;
  items(): Locator;
  say(text: string): Promise<void>;
}

export async function visit(browser: Browser, product: Product): Promise<Visitor> {
  const page = await (await browser.newContext()).newPage();
  const wire = await tap(page);
  await page.goto(product.url);
  const panel = page.getByRole('dialog', { name: 'Chat', exact: true });
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  const launcher = page.getByRole('button', { name: 'Open chat', exact: true });
  return {
    page,
    wire,
    launcher,
    panel,
    log: panel.getByRole('log'),
    composer,
    async open() {
      await launcher.click();
      await expect(composer).toBeFocused();
    },
    async say(text) {
      await composer.fill(text);
      await composer.press('Enter');
      await expect(composer).toHaveValue('');
    },
  };
}

export async function signIn(
  browser: Browser,
  product: Pick<Product, 'url' | 'password'>,
  email: string,
): Promise<Agent> {
  const page = await (await browser.newContext()).newPage();
  const wire = await tap(page);
  await page.goto(`${product.url}/console`);
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(product.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  await expect(tab('Pending')).toHaveAttribute('aria-selected', 'true');
  const reply = page.getByRole('textbox', { name: 'Reply', exact: true });
  return {
    page,
    wire,
    log: page.getByRole('log'),
    reply,
    tab,
    items: () => page.getByRole('tabpanel').getByRole('list').getByRole('listitem'),
    async say(text) {
      await reply.fill(text);
      await reply.press('Enter');
      await expect(reply).toHaveValue('');
    },
  };
}

/** One row of a log, as far as both sides must agree on it. */
export interface LogRow {
  seq: number;
  author: string;
  messageId: string | null;
  text: string;
}

/** Every row of a log in the order of its seq, gathered by scrolling from its end to its start, and back. */
export async function rowsOf(log: Locator): Promise<LogRow[]> {
  const rows = await log.evaluate(async (scroller) => {
    const seen = new Map<number, LogRow>();
    const frame = () => new Promise(requestAnimationFrame);
    // At the top, older rows may be on their way.
    for (let still = 0; still < 10; ) {
      const before = seen.size;
      for (const row of scroller.querySelectorAll('[data-seq]')) {
        const seq = Number(row.getAttribute('data-seq'));
        const author = row.getAttribute('data-author') ?? '';
        const messageId = row.getAttribute('data-message-id');
        seen.set(seq, { seq, author, messageId, text: row.textContent?.trim() ?? '' });
      }
      still = scroller.scrollTop > 0 || seen.size > before ? 0 : still + 1;
      scroller.scrollBy(0, -0.7 * scroller.clientHeight);
      await frame();
      await frame();
    }
    scroller.scrollTo(0, scroller.scrollHeight);
    return [...seen.values()];
  });
  return rows.sort((a, b) => a.seq - b.seq);
}
