/** How much somebody may do: a burst at once, then as much as flows back. */
export interface TokenBucket {
  /** Takes one; false when there is none left, and then none is taken. */
  take(): boolean;
  /** Takes one that need not be there; false when it was not. What is owed, at most a bucket, flows back first. */
  owe(): boolean;
  /** What would have flowed back in so long (milliseconds) before the bucket was made. Counts once. */
  credit(ms: number): void;
  /** How long until there is one (milliseconds); 0 when there is. */
  waitMs(): number;
  isFull(): boolean;
}

/**
 * A bucket of `size` tokens that flow back evenly over `windowMs`, full unless it is told how many it has at `first`.
 * `now` is in milliseconds and never goes back.
 */
export function createTokenBucket(
  size: number,
  windowMs: number,
  now: () => number,
  first = size,
): TokenBucket {
  let tokens = first;
  let isCredited = false;
  let countedAt = now();

  function count(): number {
    const at = now();
    tokens = Math.min(size, tokens + ((at - countedAt) * size) / windowMs);
    countedAt = at;
    return tokens;
  }

  return {
    take() {
      if (count() < 1) return false;
      tokens -= 1;
      return true;
    },
    owe() {
      const isThere = count() >= 1;
      tokens = Math.max(-size, tokens - 1);
      return isThere;
    },
    credit(ms) {
      if (!isCredited) tokens = Math.min(size, count() + (Math.max(0, ms) * size) / windowMs);
      isCredited = true;
    },
    waitMs: () => Math.max(0, Math.ceil(((1 - count()) * windowMs) / size)),
    isFull: () => count() >= size,
  };
}
