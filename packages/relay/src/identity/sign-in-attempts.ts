import { createKeptByKey } from '../gateway/kept-by-key.js';
import { createTokenBucket, type TokenBucket } from '../gateway/token-bucket.js';

/**
 * Counts attempts to sign in, for better-auth's `rateLimit.customStorage`: `max` at once by one key (an address with a
 * route), which flow back over `window` seconds. It is one relay's; better-auth's own memory is one for all relays of a
 * process. `now` is in milliseconds and never goes back.
 */
export function createSignInAttempts(now: () => number = () => performance.now()) {
  const bucketOf = createKeptByKey<TokenBucket>((bucket) => bucket.isFull(), now);

  return {
    consume(key: string, { window, max }: { window: number; max: number }) {
      const bucket = bucketOf(key, () => createTokenBucket(max, window * 1000, now));
      const allowed = bucket.take();
      return Promise.resolve({ allowed, retryAfter: allowed ? null : Math.ceil(bucket.waitMs() / 1000) });
    },
  };
}
