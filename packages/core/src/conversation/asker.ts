import type { Clock } from '../clock.js';
import { retryInMs } from './retry-in.js';

/** A question that is asked on each connection until it is answered. */
export interface Asker {
  begin(): void;
  isOpen(): boolean;
  /** True for the first answer since `begin`. */
  answered(): boolean;
  /** The relay could not answer just now: asks again before long, but not before `retryAfterMs`. */
  postponed(retryAfterMs?: number): void;
  stop(): void;
}

const againMs = 5000;

/** Asks at `begin`, and again whenever no answer has come for a while. */
export function createAsker(clock: Clock, ask: () => void): Asker {
  let isOpen = false;
  let cancel = () => {};

  const later = (ms: number) => {
    cancel();
    cancel = clock.after(ms, now);
  };
  const now = () => {
    later(againMs);
    ask();
  };
  return {
    begin() {
      isOpen = true;
      now();
    },
    isOpen: () => isOpen,
    answered() {
      const isFirst = isOpen;
      isOpen = false;
      cancel();
      return isFirst;
    },
    postponed(retryAfterMs) {
      if (isOpen) later(retryInMs(clock, retryAfterMs));
    },
    stop() {
      isOpen = false;
      cancel();
    },
  };
}
