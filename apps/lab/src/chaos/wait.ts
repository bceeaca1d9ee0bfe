/** How often a condition is looked at that nobody announces. */
const lookEveryMs = 10;

/** Resolves when the condition holds; rejects with what was waited for when it does not within the limit. */
export async function until(
  what: string,
  withinMs: number,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const limit = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`${what}: not within ${withinMs} ms.`);
    await pause(lookEveryMs);
  }
}

/** The passing of time itself, where it is what a load or a fault consists of; never a way to wait for something. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
