import type { Clock } from '../clock.js';

/** Watches that the other side of an open connection still lives. */
export interface LifeWatch {
  /** Something came in. */
  heard(): void;
  /** Asks at once, and gives the answer little time: the page was asleep, or the network has changed. */
  probe(): void;
  stop(): void;
}

const probeMs = 2000;
/** A timer later than this tells of a page that slept, not of a relay that is gone. */
const sleptMs = 1000;

/**
 * Pings every `heartbeatMs` and calls `onSilence` once when nothing came in for one and a half of them and two
 * seconds more.
 */
export function watchLife(given: {
  clock: Clock;
  heartbeatMs: number;
  ping(): void;
  onSilence(): void;
}): LifeWatch {
  const { clock, heartbeatMs, ping, onSilence } = given;
  const patienceMs = heartbeatMs * 1.5 + 2000;
  let heardAt = clock.now();
  let cancelPing = () => {};
  let cancelGuard = () => {};

  const beat = () => {
    cancelPing = clock.after(heartbeatMs, () => {
      beat();
      ping();
    });
  };
  const guard = (ms: number) => {
    const dueAt = clock.now() + ms;
    cancelGuard();
    cancelGuard = clock.after(ms, () => {
      const now = clock.now();
      // The wall clock can be set back: then the silence is counted from now.
      if (heardAt > now) heardAt = now;
      const silentMs = now - heardAt;
      if (silentMs < patienceMs) guard(patienceMs - silentMs);
      else if (now - dueAt > sleptMs) probe();
      else onSilence();
    });
  };
  const probe = () => {
    let isAnswered = false;
    answered = () => {
      isAnswered = true;
    };
    cancelGuard();
    cancelGuard = clock.after(probeMs, () => (isAnswered ? guard(patienceMs) : onSilence()));
    ping();
  };
  let answered = () => {};

  beat();
  guard(patienceMs);
  return {
    heard() {
      heardAt = clock.now();
      answered();
    },
    probe,
    stop() {
      cancelPing();
      cancelGuard();
    },
  };
}
