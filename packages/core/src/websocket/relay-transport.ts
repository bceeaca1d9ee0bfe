import type { Transport } from '../transport.js';
import type { Asked } from './hedged.js';
import { askForToken } from './token-request.js';
import type { RelayTransport, VisitorTransportOptions } from './websocket-transport.js';

/**
 * As `visitorTransport`, whose code is fetched while the first token is asked for. Where it can't be had, there is no
 * token either, and the next attempt asks for both.
 */
export function relayTransport(options: VisitorTransportOptions): Transport {
  const { storage } = options;
  let loaded: RelayTransport | undefined;
  let asked: { by: string | null; answer: Promise<Asked> } | undefined;
  const load = async () => {
    const { transportTo } = await import('../needed-to-connect.js');
    loaded ??= transportTo(options);
    return loaded;
  };
  return {
    prepare() {
      const answer = askForToken(options);
      asked = { by: storage.readSecret(), answer };
      // Nobody hears it where the code does not come.
      answer.then((request) => request.answer).catch(() => {});
    },
    async token(fresh) {
      // Another tab may have led until now, and the visitor have signed out.
      const first = asked?.by === storage.readSecret() ? asked?.answer : undefined;
      asked = undefined;
      return (await load()).token(fresh, first);
    },
    // What connects has its token.
    connect: (handlers) => (loaded as RelayTransport).connect(handlers),
    reach: async () => (await load()).reach(),
    files: options.relay,
  };
}
