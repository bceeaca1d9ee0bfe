import { mintId } from '../mint-id.js';
import type { ChatStorage } from '../storage/storage.js';

const secretBytes = 32;

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
