import type { Clock } from '../clock.js';

/** A clock that stands still until it is told how far to go. */
export interface ManualClock extends Clock {
  /** Goes on by `ms`, running what falls due in its order, with all promises settled in between. */
  advance(ms: number): Promise<void>;
  /** Goes on by `ms` in one leap, as a page that slept does: what fell due runs late. */
  leap(ms: number): Promise<void>;
  /** Sets the wall clock forth, or back where `ms` is negative. No time passes. */
  step(ms: number): void;
  /** What is still to run: 0 when nothing was left behind. */
  pending(): number;
}

/** Lets every promise that can settle do so. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 200; round++) await null;
}

/** A manual clock at a round time. `random` gives the middle unless told otherwise. */
export function createManualClock({ random = () => 0.5 }: { random?: () => number } = {}): ManualClock {
  let now = 1_000_000;
  let stepped = 0;
  let order = 0;
  const timers = new Map<number, { at: number; run: () => void }>();

  const after: Clock['after'] = (ms, run) => {
    const id = ++order;
    timers.set(id, { at: now + Math.max(0, ms), run });
    return () => timers.delete(id);
  };
  const nextDue = (until: number) =>
    [...timers].filter(([, { at }]) => at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  const run = async (until: number) => {
    await settled();
    for (let due = nextDue(until); due; due = nextDue(until)) {
      const [id, timer] = due;
      timers.delete(id);
      now = Math.max(now, timer.at);
      timer.run();
      await settled();
    }
  };

  return {
    now: () => now + stepped,
    monotonic: () => now,
    random,
    after,
    nextFrame: (run) => after(16, run),
    async advance(ms) {
      const until = now + ms;
      await run(until);
      now = until;
    },
    async leap(ms) {
      await settled();
      now += ms;
      await run(now);
    },
    step(ms) {
      stepped += ms;
    },
    pending: () => timers.size,
  };
}
