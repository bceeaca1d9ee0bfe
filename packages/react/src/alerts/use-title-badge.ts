import { useEffect } from 'react';

/**
 * Counts in the window's title what waits to be read: `(2) Shop`. `title` is the page's own where that never changes;
 * left out, it is read each time the count changes, and a page that sets another meanwhile keeps it.
 */
export function useTitleBadge(count: number, title?: string): void {
  useEffect(() => {
    if (count === 0 && title === undefined) return;
    const plain = title ?? document.title;
    const shown = count > 0 ? `(${count}) ${plain}` : plain;
    document.title = shown;
    return () => {
      if (document.title === shown) document.title = plain;
    };
  }, [count, title]);
}
