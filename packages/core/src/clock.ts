/** Time and chance as the clients use them; each can be given, so that tests need no sleeps. */
export interface Clock {
  /** Epoch milliseconds, by a wall clock that may be wrong and may be set back or forth. For what is shown. */
  now(): number;
  /** Milliseconds since some moment; never goes back. For durations. It may stand still while the device sleeps. */
  monotonic(): number;
  /** Runs once after at least `ms`. Returns the way to call it off. */
  after(ms: number, run: () => void): () => void;
  /** Runs once before the next paint, or soon where nothing is painted. Returns the way to call it off. */
  nextFrame(run: () => void): () => void;
  /** From 0 to under 1. */
  random(): number;
}

const hiddenFrameMs = 100;

/** The given parts of a clock, the system's for the rest. */
export function clockOf(given: Partial<Clock>): Clock {
  const after =
    given.after ??
    ((ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    });
  return {
    now: given.now ?? Date.now,
    monotonic: given.monotonic ?? (() => performance.now()),
    random: given.random ?? Math.random,
    after,
    nextFrame:
      given.nextFrame ??
      ((run) => {
        // A hidden page is not painted, so its frames never come.
        if (typeof requestAnimationFrame !== 'function' || document.visibilityState === 'hidden')
          return after(hiddenFrameMs, run);
        const frame = requestAnimationFrame(run);
        return () => cancelAnimationFrame(frame);
      }),
  };
}
