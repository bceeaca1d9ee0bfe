import type { Clock } from '../clock.js';

/** A question that is asked on each connection until it is answered. */
export interface Asker {
  begin(): void;
  /** True for the first answer since `begin`. */
  answered(): boolean;
  /** The relay could not answer just now: asks again before long. */
  postponed(): void;
  stop(): void;
}

const againMs = 5000;
const postponedMs = 500;
const postponedSpreadMs = 1500;

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
    answered() {
      const isFirst = isOpen;
      isOpen = false;
      cancel();
      return isFirst;
    },
    postponed() {
      if (isOpen) later(postponedMs + clock.random() * postponedSpreadMs);
    },
    stop() {
      isOpen = false;
      cancel();
    },
  };
}
