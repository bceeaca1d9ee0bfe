import type { BrowserContext, CDPSession, Frame, Page } from 'playwright';
import type { ShownRow, View } from '../view.js';
import { until } from '../wait.js';
import type { Screen, ScreenRow, ScreenWindow } from './watch-screen.js';

/** One browser tab with the widget open: what it shows is all that is known of it. */
export interface Tab extends View {
  tab: string;
  page: Page;
  /** The frame that the widget stands in. */
  frame(): Frame;
  /** The last thing it showed; null before the widget is there. */
  screen(): Screen | null;
  /** From when to when each sentence about connection and storage stood there, by `performance.now()`. */
  notices(): readonly ShownNotice[];
  /** How far the message came by what this tab showed last of it. */
  deliveryOf(messageId: string): string | null;
  /** Types it and presses Enter. Resolves when it is shown, with its id and when Enter was pressed. */
  type(text: string): Promise<{ id: string; sentAt: number }>;
  /** The id of the message with this text, where this tab has shown it. */
  find(text: string): string | null;
  /** Opens the site's page, or opens it again. Resolves when the widget has shown the conversation. */
  go(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Scrolls through the whole log and reads it anew. */
  collect(): Promise<void>;
  /** Kills the process of the page. */
  crash(): Promise<void>;
  isCrashed(): boolean;
  cdp(): Promise<CDPSession>;
  /** Two lines with the same id or text, logged lines out of order. */
  wrongs(): readonly string[];
  /** Called by whoever hears the page. */
  hear(screen: string): void;
  close(): Promise<void>;
}

/** A sentence above the log. `until` is null while it stands. */
export interface ShownNotice {
  text: string;
  from: number;
  until: number | null;
}

const loadedWithinMs = 20_000;
const shownWithinMs = 10_000;

/** A tab of a context whose pages report what they show. `of` says whose it is, and in which conversation. */
export function tabOf(
  page: Page,
  context: BrowserContext,
  of: { id: string; tab: string; conversationId(): string | null },
): Tab {
  const listeners = new Set<() => void>();
  const notices: ShownNotice[] = [];
  const wrongs: string[] = [];
  let screen: Screen | null = null;
  let rows = new Map<string, ScreenRow>();
  let isCollected = false;
  let isCrashed = false;
  let session: Promise<CDPSession> | null = null;
  let typing: Promise<unknown> = Promise.resolve();

  const keyOf = (row: ScreenRow) => row.messageId ?? `notice ${row.seq} ${row.text}`;
  const logged = () =>
    [...rows.values()]
      .filter((row): row is ScreenRow & { seq: number } => row.seq !== null)
      .toSorted((a, b) => a.seq - b.seq);
  const frame = () => page.frames().at(-1) ?? page.mainFrame();
  const unlogged = () => [...rows.values()].filter((row) => row.seq === null);

  function take(shown: readonly ScreenRow[]): void {
    const keys = shown.map(keyOf);
    if (new Set(keys).size < keys.length) wrongs.push(`${of.id} ${of.tab} shows a row twice at once`);
    const seqs = shown.flatMap((row) => (row.messageId !== null && row.seq !== null ? [row.seq] : []));
    if (seqs.some((seq, index) => seq <= (seqs[index - 1] ?? 0)))
      wrongs.push(`${of.id} ${of.tab} shows seqs in the order ${seqs.join()}`);
    for (const row of shown) rows.set(keyOf(row), row);
  }

  function forget(): void {
    rows = new Map();
    screen = null;
    const now = performance.now();
    for (const notice of notices) notice.until ??= now;
  }

  const find = (text: string) => [...rows.values()].find((row) => row.text === text)?.messageId ?? null;

  async function press(text: string): Promise<{ id: string; sentAt: number }> {
    await frame().locator('textarea').focus();
    await page.keyboard.insertText(text);
    const sentAt = performance.now();
    await page.keyboard.press('Enter');
    await until(`${of.id} ${of.tab} shows what was typed`, shownWithinMs, () => find(text) !== null);
    return { id: find(text) ?? '', sentAt };
  }

  async function collect(): Promise<void> {
    const screens = await frame().evaluate(() => (window as unknown as ScreenWindow).collectScreens());
    rows = new Map();
    for (const shown of screens) take(shown);
  }

  async function opened(what: Promise<unknown>): Promise<void> {
    await what;
    await until(`${of.id} ${of.tab} shows the widget`, loadedWithinMs, () => screen?.isLoaded ?? false);
  }

  return {
    kind: 'visitor',
    id: of.id,
    tab: of.tab,
    isScreen: true,
    page,
    frame,
    screen: () => screen,
    notices: () => notices,
    deliveryOf: (messageId) => rows.get(messageId)?.delivery ?? null,
    isConnected: () => screen?.isLoaded === true && screen.notices.length === 0,
    conversationIds: () => [of.conversationId()].filter((id) => id !== null),
    shown(conversationId) {
      if (conversationId !== of.conversationId() || !screen?.isLoaded) return null;
      const entries = logged().map((row) => ({ id: keyOf(row), seq: row.seq }));
      const mounted = new Set(screen.rows.map(keyOf));
      return {
        conversation: {
          position: { epoch: '', seq: entries.at(-1)?.seq ?? 0 },
          entries,
          hasOlder: !isCollected,
        },
        outbox: unlogged()
          .filter((row) => mounted.has(keyOf(row)))
          .map((row) => ({
            commandId: keyOf(row),
            status: row.delivery === 'failed' ? 'failed' : 'sending',
          })),
      };
    },
    rows: () =>
      [...logged(), ...unlogged()].map(
        ({ messageId, seq, text }): ShownRow =>
          messageId === null
            ? { kind: 'notice', key: `${seq} ${text}`, seq }
            : // What is said in these trials is never said twice.
              { kind: 'message', key: text, seq, messageId },
      ),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async loadOlder() {
      isCollected = true;
      await collect();
    },
    collect,
    isCrashed: () => isCrashed,
    type(text) {
      const shown = typing.then(() => press(text));
      typing = shown.catch(() => {});
      return shown;
    },
    find,
    async go(url) {
      forget();
      await opened(page.goto(url));
    },
    async reload() {
      forget();
      await opened(page.reload());
    },
    async crash() {
      const crashed = new Promise<void>((resolve) => page.once('crash', () => resolve()));
      const cdp = await this.cdp();
      cdp.send('Page.crash').catch(() => {});
      await crashed;
      isCrashed = true;
    },
    cdp() {
      session ??= context.newCDPSession(page);
      return session;
    },
    wrongs: () => wrongs,
    hear(report) {
      screen = JSON.parse(report) as Screen;
      take(screen.rows);
      const now = performance.now();
      for (const text of screen.notices)
        if (!notices.some((notice) => notice.text === text && notice.until === null))
          notices.push({ text, from: now, until: null });
      for (const notice of notices) if (!screen.notices.includes(notice.text)) notice.until ??= now;
      for (const listener of listeners) listener();
    },
    close: () => page.close(),
  };
}
