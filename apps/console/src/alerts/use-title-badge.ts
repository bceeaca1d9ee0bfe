import { useEffect } from 'react';
import { words } from '../words.js';

/** Counts in the window's title what waits for this agent: `(2) Baton`. */
export function useTitleBadge(waiting: number): void {
  useEffect(() => {
    document.title = words.title(waiting);
    return () => {
      document.title = words.title(0);
    };
  }, [waiting]);
}
