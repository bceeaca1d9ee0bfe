import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Count } from './ledger.js';
import type { StoredEvent } from './places.js';

/** Who the crowd is: so many agents, each following one of the conversations, shared out in turn. */
export interface CrowdOptions {
  /** The relay's. */
  port: number;
  cookies: readonly string[];
  conversationIds: readonly string[];
  count: number;
}

/** What a crowd can be told, one after the other. */
export type CrowdOrder =
  | { type: 'follow' | 'cut' | 'leave' }
  /** They come back at once; done when each stands at this seq. */
  | { type: 'return'; head: number }
  | { type: 'count'; stored: readonly StoredEvent[] };

/** What it answers once the order is done. */
export interface CrowdAnswer {
  error?: string;
  count?: Count;
}

/** Agents in a thread of their own. */
export interface Crowd {
  follow(): Promise<void>;
  /** They have no connection, and get none, until they return. */
  cut(): Promise<void>;
  return(head: number): Promise<void>;
  /** What their views come to against the log, as `Ledger.count` does. */
  count(stored: readonly StoredEvent[]): Promise<Count>;
  leave(): Promise<void>;
}

/** A crowd that does nothing yet. */
export function openCrowd(options: CrowdOptions): Crowd {
  const thread = new Worker(new URL('./crowd-thread.js', import.meta.url), { workerData: options });
  async function tell(order: CrowdOrder): Promise<CrowdAnswer> {
    thread.postMessage(order);
    const [answer] = (await once(thread, 'message')) as [CrowdAnswer];
    if (answer.error) throw new Error(answer.error);
    return answer;
  }
  return {
    follow: async () => void (await tell({ type: 'follow' })),
    cut: async () => void (await tell({ type: 'cut' })),
    return: async (head) => void (await tell({ type: 'return', head })),
    async count(stored) {
      const { count } = await tell({ type: 'count', stored });
      if (!count) throw new Error('The crowd did not count.');
      return count;
    },
    async leave() {
      await tell({ type: 'leave' });
      await thread.terminate();
    },
  };
}
