import { SignJWT } from 'jose';

/** The site's secret in the tests. */
export const identitySecret = 'an-identity-secret-for-tests-of-32-bytes-or-more';

/** What a site's server signs for a visitor: for ten minutes, unless `claims` says otherwise. */
export function signIdentity(
  subject: string,
  {
    secret = identitySecret,
    kid,
    claims = {},
    expiresIn = 600,
  }: { secret?: string; kid?: string; claims?: Record<string, unknown>; expiresIn?: number } = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', ...(kid ? { kid } : {}) })
    .setSubject(subject)
    .setAudience('baton')
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(new TextEncoder().encode(secret));
}
