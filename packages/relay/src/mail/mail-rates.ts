import { networkOf } from '../gateway/address-rates.js';
import { createKeptByKey } from '../gateway/kept-by-key.js';
import { createTokenBucket, type TokenBucket } from '../gateway/token-bucket.js';

/** Who wants a transcript sent, where to, and from which network address. */
export interface MailWish {
  visitorId: string;
  to: string;
  address: string | null;
}

/** Keeps the relay from being used to fill somebody's mailbox. */
export interface MailRates {
  /** 0 when it may be sent, and then it is counted; else how long until it may, in milliseconds. */
  take(wish: MailWish): number;
}

const hourMs = 60 * 60_000;

/**
 * Of transcripts, so many may be asked for at once, and as many flow back within an hour: 5 by a visitor, 3 to a mailbox
 * (whoever asks, in upper or lower case, with any `+tag`), 20 from a network address (an IPv6 one counts by its /64).
 * Each node counts by itself, and anew when it starts. `now` is in milliseconds and never goes back.
 */
export function createMailRates(now: () => number): MailRates {
  const kept = createKeptByKey<TokenBucket>((bucket) => bucket.isFull(), now);
  const bucketOf = (key: string, size: number) => kept(key, () => createTokenBucket(size, hourMs, now));

  return {
    take({ visitorId, to, address }) {
      const mailbox = to.toLowerCase().replace(/\+[^@]*@/, '@');
      const concerned = [
        bucketOf(`visitor ${visitorId}`, 5),
        bucketOf(`mailbox ${mailbox}`, 3),
        ...(address === null ? [] : [bucketOf(`network ${networkOf(address)}`, 20)]),
      ];
      const waitMs = Math.max(...concerned.map((bucket) => bucket.waitMs()));
      if (waitMs === 0) for (const bucket of concerned) bucket.take();
      return waitMs;
    },
  };
}
