import type { Clock } from '@batonchat/core';

/** The clock of a device that can be put to sleep. */
export interface SleepingClock extends Pick<Clock, 'now' | 'monotonic' | 'after'> {
  /** No timer runs from here on. */
  sleep(): void;
  /** So much later; where `isCounted` is false, only the wall clock has gone on. What fell due runs at once. */
  wake(sleptMs: number, isCounted: boolean): void;
}

/** Goes with the system's clock until it is put to sleep. */
export function sleepingClock(): SleepingClock {
  const timers = new Map<object, { dueAt: number; run: () => void; timer: NodeJS.Timeout | null }>();
  let wallAheadMs = 0;
  let aheadMs = 0;
  let isAsleep = false;
  const monotonic = () => performance.now() + aheadMs;

  function start(key: object): void {
    const entry = timers.get(key);
    if (!entry) return;
    entry.timer = setTimeout(
      () => {
        timers.delete(key);
        entry.run();
      },
      Math.max(0, entry.dueAt - monotonic()),
    );
  }

  return {
    now: () => Date.now() + wallAheadMs,
    monotonic,
    after(ms, run) {
      const key = {};
      timers.set(key, { dueAt: monotonic() + ms, run, timer: null });
      if (!isAsleep) start(key);
      return () => {
        clearTimeout(timers.get(key)?.timer ?? undefined);
        timers.delete(key);
      };
    },
    sleep() {
      isAsleep = true;
      for (const { timer } of timers.values()) clearTimeout(timer ?? undefined);
    },
    wake(sleptMs, isCounted) {
      isAsleep = false;
      wallAheadMs += sleptMs;
      if (isCounted) aheadMs += sleptMs;
      for (const key of timers.keys()) start(key);
    },
  };
}
