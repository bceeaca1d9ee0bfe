/** Does one piece of work at a time, in the order of asking, and rests as long after each as it took. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/**
 * Turns for work that takes milliseconds and is asked for by many at once, such as pages of history: half of the time
 * is for what everybody else sends, which is read, committed and published in between instead of behind all of it.
 */
export function createTurns(): Turns {
  let free = Promise.resolve();
  return (work) => {
    const began = free.then(() => performance.now());
    const done = began.then(work);
    const rest = async () => {
      const tookMs = performance.now() - (await began);
      await new Promise((resolve) => setTimeout(resolve, tookMs));
    };
    free = done.then(rest, rest);
    return done;
  };
}
