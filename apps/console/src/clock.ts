import { useSyncExternalStore } from 'react';

/** Where the console reads the time, so that a test can move it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back about once a second until the returned function is called. */
  onTick(listener: () => void): () => void;
}

/** The machine's clock. One timer runs, and only while somebody listens. */
export function systemClock(): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    now: () => Date.now(),
    onTick(listener) {
      listeners.add(listener);
      timer ??= setInterval(() => {
        for (const each of listeners) each();
      }, 1000);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

/**
 * What `read` makes of the present time. The component renders again only when that value changes, so let it be
 * a string, a number or a boolean.
 */
export function useTicking<Value extends string | number | boolean>(
  clock: Clock,
  read: (now: number) => Value,
): Value {
  return useSyncExternalStore(clock.onTick, () => read(clock.now()));
}
