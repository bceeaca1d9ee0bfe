import type { Clock } from '../clock.js';

/** Watches that the other side of an open connection still lives. */
export interface LifeWatch {
  /** Something came in. */
  heard(): void;
  /** Asks at once, and gives the answer little time: the page was asleep, or the network has changed. */
  probe(): void;
  stop(): void;
}

const probeMs = 1500;
const maxTickMs = 1000;
/** A tick later than this tells of a page that slept, not of a relay that is gone. */
const sleptMs = 1000;

/**
 * Pings every `heartbeatMs` and calls `onSilence` once when nothing came in for one and a half of them and two
 * seconds more, to within a second. After a sleep it asks first: a second after waking, also where no event tells of it.
 */
export function watchLife(given: {
  clock: Clock;
  heartbeatMs: number;
  ping(): void;
  /** `isWaking`: it is a probe that was not answered. */
  onSilence(isWaking: boolean): void;
}): LifeWatch {
  const { clock, heartbeatMs, ping, onSilence } = given;
  const patienceMs = heartbeatMs * 1.5 + 2000;
  const tickMs = Math.min(maxTickMs, heartbeatMs / 4);
  let tickedAt = clock.monotonic();
  let shownAt = clock.now();
  let pingAt = tickedAt + heartbeatMs;
  let silentAt = tickedAt + patienceMs;
  let isProbing = false;
  let cancel = () => {};

  const ask = (now: number) => {
    pingAt = now + heartbeatMs;
    ping();
  };
  const probe = () => {
    if (isProbing) return;
    isProbing = true;
    const now = clock.monotonic();
    silentAt = now + probeMs;
    ask(now);
  };
  /** The monotonic clock stands still in some sleeps. The wall clock does not, and a step of it costs one ping. */
  const hasSlept = (now: number) =>
    now - tickedAt > tickMs + sleptMs || Math.abs(clock.now() - shownAt - tickMs) > sleptMs;
  const tick = () => {
    const now = clock.monotonic();
    if (hasSlept(now)) probe();
    if (now >= silentAt) return onSilence(isProbing);
    if (now >= pingAt) ask(now);
    tickedAt = now;
    shownAt = clock.now();
    // An unanswered probe is over when it is over, not at the tick behind it.
    cancel = clock.after(Math.min(tickMs, silentAt - now), tick);
  };

  cancel = clock.after(tickMs, tick);
  return {
    heard() {
      isProbing = false;
      silentAt = clock.monotonic() + patienceMs;
    },
    probe,
    stop: () => cancel(),
  };
}
