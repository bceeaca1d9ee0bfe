/** One line of the log as it stands in the page. */
export interface ScreenRow {
  /** Null for a notice. */
  messageId: string | null;
  /** Null while it is not in the log. */
  seq: number | null;
  /** How far the widget says that it came: sending, failed, sent, delivered, seen; null where it says nothing. */
  delivery: string | null;
  text: string;
}

/** What a widget shows at one moment: of a long log only what is near the screen. */
export interface Screen {
  rows: ScreenRow[];
  /** The sentences about connection and storage above the log. */
  notices: string[];
  /** The widget is open and can be written in. */
  isLoaded: boolean;
}

/** What `watchScreen` leaves in the page for whoever drives it. */
export interface ScreenWindow {
  /** Given by the driver: takes a `Screen` as JSON, at every change. */
  reportScreen(screen: string): Promise<void>;
  /** Scrolls through the whole log, from its first row, and returns each window of it. */
  collectScreens(): Promise<ScreenRow[][]>;
}

/** Runs in the page, before anything else: finds the widget's shadow root, and reports whatever changes in it. */
export function watchScreen(): void {
  const page = window as unknown as ScreenWindow;
  let root: ShadowRoot | null = null;
  let last = '';

  const rowsOf = (shadow: ShadowRoot): ScreenRow[] =>
    [...shadow.querySelectorAll<HTMLElement>('.baton-row')].map((row) => ({
      messageId: row.dataset['messageId'] ?? null,
      seq: row.dataset['seq'] ? Number(row.dataset['seq']) : null,
      delivery: row.querySelector<HTMLElement>('.baton-message')?.dataset['delivery'] ?? null,
      text: (row.querySelector('.baton-bubble') ?? row).textContent?.trim() ?? '',
    }));

  const look = () => {
    if (!root) return;
    const rows = rowsOf(root);
    const screen: Screen = {
      rows,
      notices: [...root.querySelectorAll('.baton-connection-text')].map((each) => each.textContent ?? ''),
      isLoaded: root.querySelector('textarea') !== null,
    };
    const report = JSON.stringify(screen);
    if (report === last) return;
    last = report;
    void page.reportScreen(report);
  };

  const finder = new MutationObserver(() => {
    // The widget stands beside the body, so that a page that replaces its body keeps it.
    for (const element of document.documentElement.children) {
      if (!element.shadowRoot) continue;
      root = element.shadowRoot;
      finder.disconnect();
      new MutationObserver(look).observe(root, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      look();
    }
  });
  finder.observe(document, { childList: true, subtree: true });

  const painted = () =>
    new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

  page.collectScreens = async () => {
    const scroller = root?.querySelector('.baton-list-scroller');
    if (!root || !scroller) return [];
    // A log that fits has no older page: those hold more than any screen.
    if (scroller.scrollHeight <= scroller.clientHeight) return [rowsOf(root)];
    // Older pages are asked for near the top: it is reached when nothing new comes before the first row.
    for (let first = '', same = 0; same < 3; ) {
      scroller.scrollTop = 0;
      await painted();
      const now = root.querySelector<HTMLElement>('.baton-row')?.dataset['seq'] ?? '';
      const isLoading = root.querySelector('.baton-list-older') !== null;
      same = now === first && !isLoading && scroller.scrollTop <= 1 ? same + 1 : 0;
      first = now;
    }
    const screens = [rowsOf(root)];
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      const before = scroller.scrollTop;
      scroller.scrollTop += scroller.clientHeight * 0.8;
      await painted();
      screens.push(rowsOf(root));
      if (scroller.scrollTop <= before) break;
    }
    return screens;
  };
}
