import type { Clock } from '../clock.js';

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  advance(ms: number): void;
}

/** A hand clock that shows `startAt` (epoch milliseconds). */
export function createHandClock(startAt: number): HandClock {
  const listeners = new Set<() => void>();
  let at = startAt;
  return {
    now: () => at,
    onTick(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    advance(ms) {
      at += ms;
      for (const each of listeners) each();
    },
  };
}
