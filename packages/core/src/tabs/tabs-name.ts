import type { ChatStorage } from '../storage/storage.js';
import { secretOf } from '../websocket/visitor-secret.js';

/** Raised when tabs of an older build would misread what is said on the channel: each build shares with its like. */
const dialect = 1;

/** The lock and the channel of one visitor at one relay and site: those who keep no secret in common share nothing. */
export function tabsName(given: {
  relay: string | undefined;
  siteId: string;
  storage: Pick<ChatStorage, 'readSecret' | 'writeSecret'>;
  /** Of a signed visitor, who is the same whatever the secret. */
  subject?: string | undefined;
}): string {
  const { relay, siteId, storage, subject } = given;
  // Enough of the secret to tell visitors apart, and too little to be one: the name can be read by all of the origin.
  return `baton-tabs-${dialect}:${relay}:${siteId}:${subject ?? secretOf(storage).slice(0, 8)}`;
}
