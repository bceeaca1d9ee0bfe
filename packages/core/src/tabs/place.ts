import { onWake } from '../connection/wake-events.js';

/** What a tab says to all others on a channel of the same name; it does not hear itself. */
export interface TabsChannel {
  /** Posts a value that can be cloned. */
  post(message: unknown): void;
  close(): void;
}

/** Where the tabs of one origin meet: locks and channels, as this tab sees them. */
export interface TabsPlace {
  /**
   * Waits in the lock's queue, or takes the lock from its holder with `steal`. `held` is called once it is ours,
   * and the lock is free when what `held` gives settles. Rejects when the lock was stolen from us, when `signal`
   * gave up the waiting, or when the place allows no locks.
   */
  request(
    name: string,
    options: { steal: true } | { signal: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown>;
  /** Throws where the place allows no channels. */
  channel(name: string, receive: (message: unknown) => void): TabsChannel;
  isVisible(): boolean;
  /**
   * Calls `wake` when this tab becomes visible, may have slept, or came back to its page, and `leave` when it leaves the
   * page. Returns the way to stop.
   */
  onWake(wake: () => void, leave: () => void): () => void;
}

/** The browser's own Web Locks and BroadcastChannel, or null where it lacks either (a page without https has no locks). */
export function browserPlace(): TabsPlace | null {
  if (typeof document === 'undefined' || typeof BroadcastChannel === 'undefined' || !navigator.locks)
    return null;
  return {
    request: (name, options, held) => navigator.locks.request(name, options, held),
    channel(name, receive) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => receive(data);
      return {
        post: (message) => channel.postMessage(message),
        close: () => channel.close(),
      };
    },
    isVisible: () => document.visibilityState === 'visible',
    onWake,
  };
}
