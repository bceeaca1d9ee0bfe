import { endLeft } from '../end-left.js';
import type { Sessions } from '../gateway/sessions.js';
import type { Hub } from '../hub.js';
import type { Logger } from '../logger.js';
import { readCurrentId } from '../store/conversations.js';
import type { Store } from '../store/open-store.js';
import type { IdentityKeys } from './identity-keys.js';
import { IdentityRefused, verifyIdentity } from './identity-tokens.js';
import { signVisitorToken } from './visitor-tokens.js';
import { visitorOfIdentity, visitorOfSecret } from './visitors.js';

/**
 * Gives whoever asks a visitor's token: by the secret of the browser, or by what the site's server has signed. Rejects
 * with an `IdentityRefused` where that is not taken, or is missing where it has to be there.
 */
export type Admission = (asked: {
  secret: string;
  siteId: string;
  identity?: string | undefined;
}) => Promise<{ visitorId: string; token: string; expiresAt: number }>;

/** The admission to an open store. */
export function createAdmission(options: {
  store: Store;
  hub: Hub;
  sessions: Pick<Sessions, 'renewAnonymous'>;
  identityKeys: IdentityKeys;
  isRequired: boolean;
  /** What the relay's own tokens are signed with. */
  tokenKey: Uint8Array;
  log: Logger;
}): Admission {
  const { store, hub, sessions, identityKeys, isRequired, tokenKey, log } = options;

  /** Nobody waits for the visitor in the conversation that they have left by signing in. */
  async function leave(siteId: string, visitorId: string): Promise<void> {
    const conversationId = await readCurrentId(store.db, siteId, visitorId);
    if (conversationId !== undefined) await endLeft(hub, siteId, conversationId);
  }

  return async ({ secret, siteId, identity: token }) => {
    const now = store.now();
    if (token === undefined) {
      if (isRequired)
        throw new IdentityRefused('This site lets in signed visitors alone, and no identity was sent.');
      const visitorId = await visitorOfSecret(store, siteId, secret);
      return {
        visitorId,
        ...(await signVisitorToken(tokenKey, { visitorId, siteId, isSigned: false }, now)),
      };
    }
    const { identity, expiresAt, leftOut } = await verifyIdentity(identityKeys, { token, siteId, now });
    if (leftOut.length > 0)
      log.warn('An identity token holds more than is kept of a visitor: the rest is left out.', {
        siteId,
        leftOut,
      });
    const { visitorId, leftBehindId, isAdopted } = await visitorOfIdentity(store, siteId, {
      identity,
      secret,
    });
    if (isAdopted) sessions.renewAnonymous(visitorId);
    if (leftBehindId) await leave(siteId, leftBehindId);
    const holder = { visitorId, siteId, isSigned: true, notAfter: expiresAt };
    return { visitorId, ...(await signVisitorToken(tokenKey, holder, now)) };
  };
}
