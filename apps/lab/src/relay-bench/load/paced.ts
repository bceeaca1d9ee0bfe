import type { Pairs } from './pairs.js';
import { seeded } from './seeded.js';

/** What came of an open loop: times from the send, in milliseconds, as they came. */
export interface Paced {
  ackMs: number[];
  deliveryMs: number[];
}

/** Sends at random times, so many a second on average, from random senders; waits for none of them. */
export async function paced(pairs: Pairs, perSecond: number, forMs: number, seed: number): Promise<Paced> {
  const random = seeded(seed);
  const sentAt = new Map<string, number>();
  const result: Paced = { ackMs: [], deliveryMs: [] };
  let isOver = false;
  await new Promise<void>((resolve) => {
    const settle = () => {
      const { size } = sentAt;
      if (isOver && result.ackMs.length === size && result.deliveryMs.length === size) resolve();
    };
    const note = (times: number[], id: string) => {
      times.push(performance.now() - (sentAt.get(id) ?? Number.NaN));
      settle();
    };
    pairs.onAcked = (_, id) => note(result.ackMs, id);
    pairs.onDelivered = (id) => note(result.deliveryMs, id);

    const startedAt = performance.now();
    let dueAt = startedAt;
    const tick = () => {
      const now = performance.now();
      if (now - startedAt > forMs) {
        isOver = true;
        return settle();
      }
      for (; dueAt <= now; dueAt += (-Math.log(1 - random()) * 1000) / perSecond) {
        const at = performance.now();
        const id = pairs.senders[Math.floor(random() * pairs.senders.length)]?.send();
        if (id) sentAt.set(id, at);
      }
      setTimeout(tick, dueAt - now);
    };
    tick();
  });
  return result;
}
