import type { ChatStorage } from '../storage/storage.js';
import type { Asked } from './hedged.js';
import { askRelay } from './relay-request.js';
import { secretOf } from './visitor-secret.js';

/** Who asks for a token, and where. */
export interface TokenRequest {
  relay: string;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
  /** What the site's server has signed of the visitor. */
  identity?: (() => Promise<string>) | undefined;
}

/** Asks the relay for the token of whoever has the secret in `storage`, or of whom `identity` names. */
export async function askForToken({ relay, siteId, storage, identity }: TokenRequest): Promise<Asked> {
  const body = JSON.stringify({ secret: secretOf(storage), siteId, identity: await identity?.() });
  return askRelay(relay, 'api/visitor/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
}
