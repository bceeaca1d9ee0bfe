import { createTokenBucket, type TokenBucket } from './token-bucket.js';

const sweepEveryMs = 60_000;

/**
 * Finds the bucket of a key, and makes a full one for a key that is not known; those that are full again are forgotten
 * once a minute. `now` is in milliseconds and never goes back.
 */
export function createBucketsByKey(
  now: () => number,
): (key: string, size: number, windowMs: number) => TokenBucket {
  const buckets = new Map<string, TokenBucket>();
  let sweptAt = now();

  function sweep(): void {
    if (now() - sweptAt < sweepEveryMs) return;
    sweptAt = now();
    for (const [key, bucket] of buckets) if (bucket.isFull()) buckets.delete(key);
  }

  return (key, size, windowMs) => {
    sweep();
    const bucket = buckets.get(key) ?? createTokenBucket(size, windowMs, now);
    buckets.set(key, bucket);
    return bucket;
  };
}
