import type { Logger } from './logger.js';

/** Long enough after the start for those who waited for it to be served first. */
const afterMs = 1_000;

/**
 * Prepares, once the relay is open, what its start need not wait for, one after the other. What fails is logged, and
 * is tried again by whoever needs it. The function that is returned stops what has not begun.
 */
export function warmUp(tasks: Readonly<Record<string, () => Promise<void>>>, log: Logger): () => void {
  const stopped = new AbortController();
  const timer = setTimeout(async () => {
    for (const [what, task] of Object.entries(tasks)) {
      if (stopped.signal.aborted) return;
      await task().catch((error: unknown) => log.warn(`${what} could not be prepared.`, { error }));
    }
  }, afterMs);
  timer.unref();
  return () => {
    clearTimeout(timer);
    stopped.abort();
  };
}
