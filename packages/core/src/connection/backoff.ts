/** A relay that restarts is back in seconds: for so many failures, a minute of them, the limit stays low, then it may rise. */
const soonFailures = 40;
const soonCapMs = 3_000;
const capMs = 20_000;

const baseMs = 750;

/**
 * Full jitter: a delay anywhere from 0 to a limit that doubles with each failure, so that many clients that lost the same
 * relay do not come back together: however long it was away, no more than a fifth of them within the same 100 ms. (From
 * half a second it would be more than a quarter, of a relay that is back within that half.) `failures` counts from 0;
 * `random` is from 0 to under 1. The limit is three seconds at first, since a restart takes no longer, and twenty for a
 * relay that stays away.
 */
export function backoffMs(failures: number, random: number): number {
  return random * Math.min(failures < soonFailures ? soonCapMs : capMs, baseMs * 2 ** failures);
}
