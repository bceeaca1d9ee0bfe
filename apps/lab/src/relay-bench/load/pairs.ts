import { inTurns } from './in-turns.js';
import type { End, Side, Wire } from './wire.js';

/** One socket, as the load uses it. */
export interface Sender {
  /** Sends the next message; resolves nothing: listen by `onAcked`. Returns its id. */
  send(): string;
}

/** All the pairs of a run. */
export interface Pairs {
  senders: Sender[];
  /** Called for each acknowledgement and each delivery, with the sender whose message it is. */
  onAcked: (sender: Sender, messageId: string) => void;
  onDelivered: (messageId: string) => void;
  open(count: number): Promise<void>;
}

/** What a person writes, more or less. */
const text = 'Is the harbour tote in olive back in stock before the weekend?';

/** Nobody is there yet. */
export function createPairs(wire: Wire, url: string): Pairs {
  const pairs: Pairs = {
    senders: [],
    onAcked: () => {},
    onDelivered: () => {},
    open: (count) =>
      inTurns(count, async (index) => {
        const made: Partial<Record<Side, Sender>> = {};
        const ends = await wire.openPair(url, index, (side) => ({
          acked(id) {
            const sender = made[side];
            if (sender) pairs.onAcked(sender, id);
          },
          delivered: (id) => pairs.onDelivered(id),
        }));
        for (const side of ['visitor', 'agent'] as const) {
          const sender = senderOf(ends[side], `${side}-${index}`);
          made[side] = sender;
          pairs.senders.push(sender);
        }
      }),
  };
  return pairs;
}

function senderOf(end: End, name: string): Sender {
  let sent = 0;
  return {
    send() {
      sent += 1;
      const id = `${name}-${sent}`;
      end.send(id, text);
      return id;
    },
  };
}
