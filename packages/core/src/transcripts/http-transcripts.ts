import { authorised } from '../websocket/authorised.js';
import { answerError, relayUrl } from '../websocket/relay-request.js';
import type { TranscriptStatus, TranscriptTransport } from './transcript-transport.js';

const answerWithinMs = 10_000;
/** Somebody has opened a menu and waits for it. */
const offeredWithinMs = 1000;

/** A relay's transcripts over HTTP, as the visitor of `token`. */
export function httpTranscripts(
  relay: string,
  token: ((fresh: boolean) => Promise<string>) | undefined,
): TranscriptTransport {
  const ask = (path: string, init: RequestInit) =>
    authorised(token, (headers) =>
      fetch(relayUrl(relay, `api/transcripts${path}`), {
        ...init,
        headers: { ...headers, ...init.headers },
        credentials: 'omit',
        signal: AbortSignal.timeout(answerWithinMs),
      }),
    );
  return {
    async isOffered() {
      const answer = await fetch(relayUrl(relay, 'api/transcripts'), {
        credentials: 'omit',
        signal: AbortSignal.timeout(offeredWithinMs),
      });
      if (!answer.ok && answer.status !== 404) throw answerError(relay, answer);
      return answer.ok;
    },
    async address() {
      const answer = await ask('/address', {});
      if (!answer.ok) throw answerError(relay, answer);
      const { address }: { address: string | null } = await answer.json();
      return address;
    },
    async send(wish) {
      const headers = { 'content-type': 'application/json' };
      const answer = await ask('', { method: 'POST', headers, body: JSON.stringify(wish) });
      if (answer.status === 400) return false;
      if (!answer.ok) throw answerError(relay, answer);
      return true;
    },
    async statusOf({ conversationId, requestId }) {
      const answer = await ask(`/status?conversationId=${conversationId}&requestId=${requestId}`, {});
      if (!answer.ok) throw answerError(relay, answer);
      const { status }: { status: TranscriptStatus } = await answer.json();
      return status;
    },
  };
}
