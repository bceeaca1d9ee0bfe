import type { Labels } from '@batonchat/react';

/** What the page and the visitor decide about the panel. */
export interface Shown {
  isOpen: boolean;
  /** Grows each time that the page asks for the panel: whoever asked wants to write. */
  asked: number;
  /** A text that the page puts into the composer. */
  draft: { text: string } | null;
  /** A language tag, or `auto` for the page's own. */
  locale: string;
  labels: Partial<Labels>;
}

/** What is shown, as a value that changes. */
export interface ShownStore {
  get: () => Shown;
  set(change: Partial<Shown>): void;
  subscribe: (changed: () => void) => () => void;
}

/** Closed, and nothing asked for. */
export function createShown(locale = 'auto'): ShownStore {
  let shown: Shown = { isOpen: false, asked: 0, draft: null, locale, labels: {} };
  const listeners = new Set<() => void>();
  return {
    get: () => shown,
    set(change) {
      shown = { ...shown, ...change };
      for (const changed of listeners) changed();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
