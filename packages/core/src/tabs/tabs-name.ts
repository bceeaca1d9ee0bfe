import type { ChatStorage } from '../storage/storage.js';
import { secretOf } from '../websocket/visitor-token.js';

/** Raised when tabs of an older build would misread what is said on the channel: each build shares with its like. */
const dialect = 1;

/** The lock and the channel of one visitor at one relay and site: those who keep no secret in common share nothing. */
export function tabsName(given: {
  relay: string | undefined;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
}): string {
  let fingerprint = 0;
  for (const character of secretOf(given.storage))
    fingerprint = (Math.imul(fingerprint, 31) + character.charCodeAt(0)) | 0;
  return `baton-tabs-${dialect}:${given.relay ?? ''}:${given.siteId}:${fingerprint}`;
}
