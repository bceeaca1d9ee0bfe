/**
 * Full jitter: a delay anywhere from 0 to a limit that doubles with each failure, so that many clients that lost
 * the same relay do not come back together. `failures` counts from 0; `random` is from 0 to under 1.
 */
export function backoffMs(failures: number, random: number, baseMs = 500, capMs = 20_000): number {
  return random * Math.min(capMs, baseMs * 2 ** failures);
}
