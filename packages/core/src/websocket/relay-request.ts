import { RelayBusy } from '../transport.js';
import type { Asked } from './hedged.js';

/** As long as an attempt to connect may take as a whole. */
const giveUpAfterMs = 10_000;

/**
 * The address of something at the relay. Throws a `TypeError` that names the relay when that is no address.
 */
export function relayUrl(relay: string, path: string): URL {
  const base = typeof document === 'undefined' ? undefined : document.baseURI;
  try {
    const url = new URL(path, new URL(relay.endsWith('/') ? relay : `${relay}/`, base));
    // Without its scheme, `localhost:9099` is an address too, of something that is called localhost.
    if (url.protocol.startsWith('http')) return url;
  } catch {}
  throw new TypeError(`Baton: the relay "${relay}" is no URL such as https://chat.example.com.`);
}

/** Asks something that may be asked twice, without cookies. An answer that takes longer than ten seconds is none. */
export function askRelay(relay: string, path: string, init: RequestInit): Asked {
  const again = () =>
    fetch(relayUrl(relay, path), {
      ...init,
      credentials: 'omit',
      signal: AbortSignal.timeout(giveUpAfterMs),
    });
  return { answer: again(), again };
}

/** Why an answer is of no use, as an error; a `RelayBusy` where it says in how many seconds to come again. */
export function answerError(relay: string, { status, headers }: Response): Error {
  const message = `${relay} answered ${status}.`;
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10);
  return seconds >= 0 ? new RelayBusy(message, seconds * 1000) : new Error(message);
}
