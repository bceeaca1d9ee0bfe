import { closeCodes } from '@batonchat/protocol';
import { mintId } from '../mint-id.js';
import type { ChatStorage } from '../storage/storage.js';
import { TokenRefused } from '../transport.js';
import { relayUrl } from './relay-url.js';

const secretBytes = 32;
/** A token this close to its end is not worth connecting with. */
const leewayMs = 30_000;

/**
 * Gets a visitor's tokens for the secret in `storage`, which is minted on first use. A token is used again until
 * it is about to expire. The source rejects with a `TokenRefused` when the relay says no.
 */
export function createTokenSource(options: {
  relay: string;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
}): (fresh: boolean) => Promise<string> {
  const { relay, siteId, storage } = options;
  let held: { token: string; expiresAt: number } | null = null;

  return async (fresh) => {
    if (!fresh && held && held.expiresAt - leewayMs > Date.now()) return held.token;
    const response = await fetch(relayUrl(relay, 'api/visitor/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ secret: secretOf(storage), siteId }),
    });
    if (response.status === 401 || response.status === 403)
      throw new TokenRefused(`${relay} gives no token to this page.`, closeCodes.forbidden);
    if (!response.ok) throw new Error(`${relay} answered ${response.status} to the token request.`);
    held = await response.json();
    return held?.token ?? '';
  };
}

function secretOf(storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>): string {
  const kept = storage.readSecret();
  if (kept) return kept;
  storage.writeSecret(mintId(secretBytes));
  // Read back: another tab may have been quicker, and all tabs are one visitor.
  return storage.readSecret() ?? mintId(secretBytes);
}
