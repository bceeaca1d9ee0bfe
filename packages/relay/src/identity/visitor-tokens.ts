import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

/** Who a visitor's socket speaks for. */
export interface VisitorClaims {
  visitorId: string;
  siteId: string;
  /** Epoch milliseconds; the skew that is forgiven is part of it. */
  expiresAt: number;
}

const audience = 'baton-visitor';
const lifetimeMs = 10 * 60_000;
const leewaySeconds = 60;

/** A token of ten minutes, HS256. `now` is in epoch milliseconds. */
export async function signVisitorToken(
  key: Uint8Array,
  { visitorId, siteId }: Pick<VisitorClaims, 'visitorId' | 'siteId'>,
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const expiresAt = now + lifetimeMs;
  const token = await new SignJWT({ site: siteId })
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
    const { sub, site, exp } = payload;
    if (typeof sub !== 'string' || typeof site !== 'string' || exp === undefined) return null;
    return { visitorId: sub, siteId: site, expiresAt: (exp + leewaySeconds) * 1000 };
  } catch {
    return null;
  }
}
