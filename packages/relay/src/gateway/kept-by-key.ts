const sweepEveryMs = 60_000;

/**
 * Finds what is kept of a key, and makes it for a key that is not known; what is idle is forgotten once a minute. `now`
 * is in milliseconds and never goes back.
 */
export function createKeptByKey<Kept>(
  isIdle: (kept: Kept) => boolean,
  now: () => number,
): (key: string, make: () => Kept) => Kept {
  const all = new Map<string, Kept>();
  let sweptAt = now();

  function sweep(): void {
    if (now() - sweptAt < sweepEveryMs) return;
    sweptAt = now();
    for (const [key, kept] of all) if (isIdle(kept)) all.delete(key);
  }

  return (key, make) => {
    sweep();
    const kept = all.get(key) ?? make();
    all.set(key, kept);
    return kept;
  };
}
