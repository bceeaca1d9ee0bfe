import type { EmbedListener, QueuedCall } from '../embed-host.js';
import { complain, noListener, unknownEvent } from './complaints.js';
import type { BatonEvents } from './events.js';

const eventNames = ['ready', 'open', 'close', 'message', 'unread', 'handoff', 'error'];

/** Whom to tell of what. A call of `on` is one listener, and `off` with that call takes it away. */
export interface Listeners {
  add(call: QueuedCall): void;
  remove(call: unknown): void;
  /** Tells everybody who listens to this event, or `only` one of them. What a listener throws stops nobody else. */
  tell<Name extends keyof BatonEvents>(name: Name, value: BatonEvents[Name], only?: QueuedCall): void;
}

/** Nobody listens yet. */
export function createListeners(): Listeners {
  const calls = new Set<QueuedCall>();
  return {
    add(call) {
      const [, name, listener] = call;
      if (!eventNames.includes(String(name))) complain(unknownEvent(name, eventNames));
      else if (typeof listener !== 'function') complain(noListener(name));
      else calls.add(call);
    },
    remove: (call) => void calls.delete(call as QueuedCall),
    tell(name, value, only) {
      for (const call of calls) {
        if (only && call !== only) continue;
        const [, wanted, listener, options] = call as unknown as [string, ...EmbedListener];
        if (wanted !== name) continue;
        const isBare = name === 'message' && !(options as { text?: boolean } | undefined)?.text;
        try {
          listener((isBare ? { ...value, text: null } : value) as never);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
