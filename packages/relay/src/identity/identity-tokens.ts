import { type VerifiedIdentity, verifiedIdentity } from '@batonchat/protocol';
import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { jwtVerify } from 'jose/jwt/verify';
import * as v from 'valibot';
import { fitClaims } from './fit-claims.js';
import type { IdentityKeys } from './identity-keys.js';

/** What a site's server has signed of a visitor. */
export interface SignedIdentity {
  identity: VerifiedIdentity;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** What was too long to be kept, in words for a log, which name no person. */
  leftOut: string[];
}

/** Why a token was not taken, for whoever writes the site's server. It says nothing that is not in the token. */
export class IdentityRefused extends Error {
  override readonly name = 'IdentityRefused';
}

/** Of a token: beside this stands the secret, in a body of `identityBodyBytes`. */
export const identityCharacters = 8192;
const audience = 'baton';
const leewaySeconds = 60;
/** One that lives longer is as good as a password: a leak would be for ever. */
const maxLifetimeSeconds = 24 * 60 * 60;

/**
 * Who a token is of. HS256 alone, by a key of this very site; `aud` is `baton`, `exp` at most a day away. Rejects with
 * an `IdentityRefused` that says what is wrong. What is shown of somebody and is too long is made to fit; `sub` is not.
 */
export async function verifyIdentity(
  keys: IdentityKeys,
  { token, siteId, now }: { token: string; siteId: string; now: number },
): Promise<SignedIdentity> {
  const { payload } = await jwtVerify(token, keyFor(keys, token, siteId), {
    algorithms: ['HS256'],
    audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: leewaySeconds,
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : 'it can’t be read';
    throw new IdentityRefused(`The identity token is refused: ${why}.`);
  });
  const { sub, exp = 0 } = payload;
  if (exp - now / 1000 > maxLifetimeSeconds + leewaySeconds)
    throw new IdentityRefused('The identity token is refused: "exp" is more than 24 hours away.');
  const { name = null, email = null } = payload;
  const { leftOut, facts, ...shown } = fitClaims({ name, email, facts: payload['facts'] });
  const parsed = v.safeParse(verifiedIdentity, {
    subject: sub,
    ...shown,
    ...(facts === undefined ? {} : { facts }),
  });
  if (parsed.success) return { identity: parsed.output, expiresAt: Math.floor(exp * 1000), leftOut };
  const [issue] = parsed.issues;
  const claim = v.getDotPath(issue)?.replace('subject', 'sub') ?? 'a claim';
  throw new IdentityRefused(`The identity token is refused: ${claim}: ${issue.message}`);
}

/** The key that the token names, of those of this site; one key needs no name. */
function keyFor(keys: IdentityKeys, token: string, siteId: string): Uint8Array {
  const ofSite = keys.filter((each) => each.siteId === siteId);
  let kid: unknown;
  try {
    ({ kid } = decodeProtectedHeader(token));
  } catch {
    throw new IdentityRefused('The identity token is refused: it is no JWT.');
  }
  const key = kid === undefined && ofSite.length === 1 ? ofSite[0] : ofSite.find(({ id }) => id === kid);
  if (!key)
    throw new IdentityRefused(
      ofSite.length === 0
        ? `The identity token is refused: this relay has no identity secret for the site "${siteId}" (BATON_IDENTITY_SECRET).`
        : 'The identity token is refused: its "kid" names no key of this site.',
    );
  return key.key;
}
