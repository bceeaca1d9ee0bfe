import { useEffect } from 'react';

/** What all chats of this page count: it has one title. */
let sum = 0;
let shown = '';
let plain = '';

/**
 * Counts in the window's title what waits to be read: `(2) Shop`. `title` is the page's own where that never changes;
 * left out, it is read each time the count changes, and a page that sets another meanwhile keeps it.
 */
export function useTitleBadge(count: number, title?: string): void {
  useEffect(() => {
    if (count === 0 && title === undefined) return;
    add(count, title);
    return () => add(-count, title);
  }, [count, title]);
}

function add(count: number, title: string | undefined): void {
  sum += count;
  plain = title ?? (document.title === shown ? plain : document.title);
  shown = sum > 0 ? `(${sum}) ${plain}` : plain;
  document.title = shown;
}
