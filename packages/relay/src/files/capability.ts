import { createHmac, timingSafeEqual } from 'node:crypto';

/** Addresses that open one file each for a while, to whoever holds them. */
export interface Capabilities {
  /** The path and query of a file, and until when they open it (epoch milliseconds): half an hour at least, an hour at most. */
  pathOf(fileId: string, now: number): { path: string; expiresAt: number };
  /** Whether this path's query opens the file now. */
  opens(fileId: string, query: { e: string | undefined; s: string | undefined }, now: number): boolean;
}

/** Within it a file keeps its address, so that browsers need not fetch a picture again. */
const stepMs = 30 * 60_000;

/** Capabilities signed with a key (HMAC-SHA256). */
export function createCapabilities(key: Uint8Array): Capabilities {
  const sign = (fileId: string, expiry: string) =>
    createHmac('sha256', key).update(`${fileId}.${expiry}`).digest();
  return {
    pathOf(fileId, now) {
      const expiresAt = (Math.floor(now / stepMs) + 2) * stepMs;
      const expiry = String(expiresAt / 1000);
      const signature = sign(fileId, expiry).toString('base64url');
      return { path: `/files/${fileId}?e=${expiry}&s=${signature}`, expiresAt };
    },
    opens(fileId, { e = '', s = '' }, now) {
      const wanted = sign(fileId, e);
      const given = Buffer.from(s, 'base64url');
      const isSigned = given.length === wanted.length && timingSafeEqual(given, wanted);
      return isSigned && /^\d{1,12}$/.test(e) && Number(e) * 1000 > now;
    },
  };
}
