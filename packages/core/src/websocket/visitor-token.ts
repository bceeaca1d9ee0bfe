import { closeCodes } from '@batonchat/protocol';
import { type Clock, clockOf } from '../clock.js';
import { mintId } from '../mint-id.js';
import type { ChatStorage } from '../storage/storage.js';
import { TokenRefused } from '../transport.js';
import { answerError } from './answer-error.js';
import { hedgedFetch } from './hedged-fetch.js';
import { relayUrl } from './relay-url.js';

const secretBytes = 32;
/** A token this close to its end is not worth connecting with. */
const leewayMs = 30_000;
/** As long as the relay gives one for. More than that is a wall clock that is behind the relay's. */
const maxLifetimeMs = 10 * 60_000;

/**
 * Gets a visitor's tokens for the secret in `storage`, which is minted on first use. A token is used again until
 * it is about to expire. The source rejects with a `TokenRefused` when the relay says no, with a `RelayBusy` when
 * it says when to come again.
 */
export function createTokenSource(options: {
  relay: string;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
  clock?: Pick<Clock, 'now' | 'monotonic'>;
  /** What the site's server has signed of the visitor. One that is refused is asked for anew, once. */
  identity?: () => Promise<string>;
}): (fresh: boolean) => Promise<string> {
  const { relay, siteId, storage, identity, clock = clockOf({}) } = options;
  let held = { token: '', usableUntil: 0 };

  return async (fresh) => {
    if (!fresh && held.usableUntil > clock.monotonic()) return held.token;
    const response = await hedgedFetch(relayUrl(relay, 'api/visitor/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ secret: secretOf(storage), siteId, identity: await identity?.() }),
    });
    if (response.status === 401 || response.status === 403)
      throw new TokenRefused(
        `${relay} gives no token to this page.`,
        identity && !fresh ? closeCodes.tokenExpired : closeCodes.forbidden,
      );
    if (!response.ok) throw answerError(relay, response);
    const { token, expiresAt }: { token: string; expiresAt: number } = await response.json();
    const lifetimeMs = Math.min(expiresAt - clock.now(), maxLifetimeMs);
    held = { token, usableUntil: clock.monotonic() + lifetimeMs - leewayMs };
    return token;
  };
}

/** Mints another secret: whoever has it is another visitor. */
export const renewSecret = (storage: Pick<ChatStorage, 'writeSecret'>): void =>
  storage.writeSecret(mintId(secretBytes));

/** The secret in storage, minted now if there is none. */
export function secretOf(storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>): string {
  const kept = storage.readSecret();
  if (kept) return kept;
  renewSecret(storage);
  // Read back: another tab may have been quicker, and all tabs are one visitor.
  return storage.readSecret() ?? mintId(secretBytes);
}
