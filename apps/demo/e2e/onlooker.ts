import type { Page } from '@playwright/test';

/** What an onlooker in the page has noticed since it was opened. */
export interface Noticed {
  /** What broke the page's policy. */
  violations: string[];
  /** What live regions said, in order. */
  announced: string[];
  /** Frames in which the open panel had the keyboard's focus nowhere, by what had it before. */
  lost: string[];
}

/** From now on `noticed` can tell of pages of this. */
export const lookOn = (page: Page) => page.addInitScript(watchPage);

export const noticed = (page: Page): Promise<Noticed> =>
  page.evaluate(() => (window as unknown as { noticed: Noticed }).noticed);

/** The name of what has the focus, however deep in shadow roots. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as { focusedName(): string }).focusedName());

function watchPage(): void {
  const noticed: Noticed = { violations: [], announced: [], lost: [] };
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    noticed.violations.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );

  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  };
  const focusedName = () => {
    const element = focused();
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
    return element === document.body
      ? ''
      : (
          element?.ariaLabel ||
          labels?.[0]?.textContent ||
          element?.textContent ||
          element?.localName ||
          ''
        ).trim();
  };
  Object.assign(window, { noticed, focusedName });

  const regions = '[aria-live=polite], [aria-live=assertive], [role=status]:not([aria-live]), [role=alert]';
  const said = new Map<Element, string>();
  const listen = (root: ShadowRoot) => {
    for (const region of root.querySelectorAll(regions)) {
      const text = (region.textContent ?? '').trim();
      if (text && text !== said.get(region)) noticed.announced.push(text);
      said.set(region, text);
    }
  };
  let watched: ShadowRoot | null = null;
  let before = '';
  // Who tabs past the end of the page has lost nothing.
  let hasTabbed = false;
  addEventListener(
    'keydown',
    ({ key }) => {
      hasTabbed ||= key === 'Tab';
    },
    true,
  );
  const look = () => {
    const root = [...(document.documentElement?.children ?? [])].find((each) => each.shadowRoot)?.shadowRoot;
    if (root && root !== watched) {
      watched = root;
      new MutationObserver(() => listen(root)).observe(root, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    const isOpen = root?.querySelector('[role=dialog]');
    const name = focusedName();
    if (isOpen && !name && before && !hasTabbed) noticed.lost.push(before);
    before = isOpen ? name : '';
    hasTabbed = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
