import type { Clock } from '../clock.js';
import type { TabsPlace } from './place.js';

/** This tab's part in who leads. */
export interface Leadership {
  /** The leader has answered; `isHidden` says whether its tab is. */
  heard(isHidden: boolean): void;
  /** This tab became visible, or may have slept. */
  wake(): void;
  /** Gives up the lead, or the place in its queue. */
  stop(): void;
}

/** What a leadership needs, and whom it tells. */
export interface LeadershipOptions {
  place: TabsPlace;
  /** Of the lock. */
  name: string;
  clock: Clock;
  /** Asks the leader for a sign of life. */
  ask(): void;
  onLead(): void;
  /** Another tab took the lead: this one follows from now on. */
  onRobbed(): void;
  /** The place allows no locks after all. */
  onRefused(): void;
}

const askEveryMs = 500;
/** As many questions without an answer, two seconds of them, and the leader counts as gone. */
const maxUnanswered = 4;
/** As many answers from a hidden leader, a minute of them, and the tab that is looked at leads in its place. */
const maxHidden = 120;

/**
 * Leads as soon as the lock is free: that of a tab that died is so at once. A leader that still holds it but does not
 * answer is robbed by a visible tab. It is asked, rather than left to beat: the timers of a hidden tab may run once
 * a minute, while what it is asked it answers at once. For the same reason the lead goes to the tab in use in time.
 */
export function createLeadership(options: LeadershipOptions): Leadership {
  const { place, name, clock } = options;
  let unanswered = 0;
  let hidden = 0;
  let cancelTick = () => {};
  let giveUp = () => {};

  async function request(steal: boolean) {
    const waiting = new AbortController();
    const { signal } = waiting;
    let release: (() => void) | null = null;
    giveUp = () => {
      waiting.abort();
      release?.();
    };
    const held = () =>
      new Promise<void>((resolve) => {
        if (signal.aborted) return resolve();
        release = resolve;
        cancelTick();
        options.onLead();
      });
    try {
      await place.request(name, steal ? { steal } : { signal }, held);
    } catch {
      if (signal.aborted) return;
      if (!release) {
        cancelTick();
        return options.onRefused();
      }
      options.onRobbed();
      begin();
    }
  }

  function begin() {
    tick();
    void request(false);
  }

  function tick() {
    cancelTick();
    if (!place.isVisible()) {
      forget();
      return options.ask();
    }
    cancelTick = clock.after(askEveryMs, tick);
    if (unanswered < maxUnanswered && hidden < maxHidden) {
      unanswered++;
      return options.ask();
    }
    forget();
    giveUp();
    void request(true);
  }

  function forget() {
    unanswered = 0;
    hidden = 0;
  }

  begin();
  return {
    heard(isHidden) {
      unanswered = 0;
      hidden = isHidden ? hidden + 1 : 0;
    },
    wake() {
      forget();
      tick();
    },
    stop() {
      cancelTick();
      giveUp();
    },
  };
}
