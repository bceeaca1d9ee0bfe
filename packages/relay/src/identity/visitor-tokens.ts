import type { VerifiedIdentity } from '@batonchat/protocol';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

/** Who a visitor's socket speaks for. */
export interface VisitorClaims {
  visitorId: string;
  siteId: string;
  /** The site's own server has signed who this is. */
  isSigned: boolean;
  /** Epoch milliseconds; the skew that is forgiven is part of it. */
  expiresAt: number;
}

/** Whom a token speaks for, with what their site has signed of them. */
export type KnownVisitor = VisitorClaims & { identity: VerifiedIdentity | null };

const audience = 'baton-visitor';
const lifetimeMs = 10 * 60_000;
const leewaySeconds = 60;

/** Whom a token is made for. */
export type TokenHolder = Pick<VisitorClaims, 'visitorId' | 'siteId' | 'isSigned'> & {
  /** When what it rests on is over, in epoch milliseconds. */
  notAfter?: number;
};

/** A token of ten minutes, or less where what it rests on is over sooner; HS256. `now` is in epoch milliseconds. */
export async function signVisitorToken(
  key: Uint8Array,
  { visitorId, siteId, isSigned, notAfter = Number.POSITIVE_INFINITY }: TokenHolder,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const expiresAt = Math.min(now + lifetimeMs, notAfter);
  const token = await new SignJWT({ site: siteId, ...(isSigned ? { signed: true } : {}) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(visitorId)
    .setAudience(audience)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(key);
  return { token, expiresAt };
}

/** The claims of a valid token, else null. The algorithm is pinned; 60 s of clock skew are forgiven. */
export async function verifyVisitorToken(
  key: Uint8Array,
  token: string,
  now: number,
): Promise<VisitorClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: leewaySeconds,
      currentDate: new Date(now),
    });
    const { sub, site, signed, exp } = payload;
    if (typeof sub !== 'string' || typeof site !== 'string' || exp === undefined) return null;
    const isSigned = signed === true;
    return { visitorId: sub, siteId: site, isSigned, expiresAt: (exp + leewaySeconds) * 1000 };
  } catch {
    return null;
  }
}
