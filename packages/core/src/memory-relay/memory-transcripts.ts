import type { TranscriptStatus, TranscriptTransport } from '../transcripts/transcript-transport.js';

/** Transcripts of a relay in this page: what becomes of them is decided by address, and none is mailed. */
export function memoryTranscripts(
  mail: ((to: string) => TranscriptStatus) | undefined,
  isReachable: () => boolean,
  address: string | null,
): TranscriptTransport {
  const addresses = new Map<string, string>();
  const reach = () => {
    if (!isReachable()) throw new Error('The relay in this page is offline.');
  };
  return {
    async isOffered() {
      reach();
      return mail !== undefined;
    },
    async address() {
      reach();
      return address;
    },
    async send({ requestId, to }) {
      reach();
      addresses.set(requestId, to);
      return /.@./.test(to);
    },
    async statusOf({ requestId }) {
      reach();
      return mail?.(addresses.get(requestId) ?? '') ?? 'sent';
    },
  };
}
