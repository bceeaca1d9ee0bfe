import { isIPv6 } from 'node:net';
import type { Logger } from '../logger.js';
import { createKeptByKey } from './kept-by-key.js';
import { rateWindowMs } from './rate-limits.js';
import { createTokenBucket, type TokenBucket } from './token-bucket.js';

/** Counts what comes from one address, whoever sends it. */
export interface AddressRates {
  /** 0 when one more may come from there, and then it is counted; else how long until one may, in milliseconds. */
  take(address: string | null): number;
}

/**
 * Lets `size` come from an address within `rateWindowMs`. An address that is not known (null) is not counted. `what`
 * and `setting` are for the log, which is told once a burst: a proxy that is not trusted makes all visitors one.
 */
export function createAddressRates(options: {
  size: number;
  what: string;
  setting: string;
  log: Logger;
  /** In milliseconds; never goes back. */
  now(): number;
}): AddressRates {
  const { size, what, setting, log, now } = options;
  const burstOf = createKeptByKey<{ bucket: TokenBucket; isLogged: boolean }>(
    ({ bucket }) => bucket.isFull(),
    now,
  );
  const make = () => ({ bucket: createTokenBucket(size, rateWindowMs, now), isLogged: false });

  return {
    take(address) {
      if (address === null) return 0;
      const burst = burstOf(networkOf(address), make);
      if (burst.bucket.isFull()) burst.isLogged = false;
      if (burst.bucket.take()) return 0;
      if (!burst.isLogged)
        log.warn(
          `More than ${size} ${what} came from one address within ${rateWindowMs / 1000} seconds; the rest is refused. ` +
            `If it is your proxy, set BATON_TRUST_PROXY; if it is many visitors, raise rateLimits.${setting}.`,
          { address },
        );
      burst.isLogged = true;
      return burst.bucket.waitMs();
    },
  };
}

/** What one customer of a network holds: an IPv4 address, or the 64-bit prefix of an IPv6 one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const hole = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...(address.includes('::') ? hole : []), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
