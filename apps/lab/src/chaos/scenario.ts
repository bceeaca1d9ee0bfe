import type { Clock } from '@batonchat/core';
import type { FaultProxy } from './fault-proxy.js';
import type { Count, Ledger } from './ledger.js';
import type { AgentPerson, PersonOptions, VisitorPerson } from './people.js';
import type { Place, PlaceKind } from './places.js';
import type { Random } from './random.js';
import type { RelayProcess } from './relay-process.js';
import type { RelaySettings } from './relay-settings.js';

/** How much of it: a short seed is for every test run, a long one for the sweep before a release. */
export interface Scale {
  isLong: boolean;
  loadMs: number;
  kills: number;
  rounds: number;
}

/** The two scales of the guarantees. */
export const scales = {
  short: { isLong: false, loadMs: 6_000, kills: 2, rounds: 100 },
  long: { isLong: true, loadMs: 60_000, kills: 10, rounds: 1_000 },
} as const satisfies Record<string, Scale>;

/** One guarantee under its fault. */
export interface Scenario {
  /** As the guarantees number it: `D1`. */
  id: string;
  title: string;
  places: readonly PlaceKind[];
  /** It is not judged by pace or memory, except beside a visitor that is spared: others like it may run meanwhile. */
  mayHaveCompany?: boolean;
  /** Does it, and keeps what it opens in the trial. Throws when the promise is broken. */
  run(trial: Trial): Promise<void>;
}

/** What a scenario is given: everything it opens here is closed after it. */
export interface Trial {
  seed: number;
  random: Random;
  scale: Scale;
  readonly place: Place;
  ledger: Ledger;
  /** From here on everything is of this place, which is removed with the trial. */
  moveTo(place: Place): void;
  /** A relay of this trial's place, started; with more in its environment where it is given. */
  startRelay(settings?: RelaySettings, environment?: Record<string, string>): Promise<RelayProcess>;
  proxyTo(relay: Pick<RelayProcess, 'port'>): Promise<FaultProxy>;
  /** A visitor who is connecting, in the books. */
  visitor(url: string, options?: PersonOptions): VisitorPerson;
  /** The agent of this number, connecting, in the books; past the place's agents they begin again, in another tab. */
  agent(url: string, number: number, clock?: Partial<Clock>): AgentPerson;
  /** Prints a figure; above its limit the trial fails. */
  measure(name: string, value: number, limit?: { atMost?: number; unit?: string }): void;
  /** Fails the trial with this sentence where it does not hold. */
  check(claim: string, holds: boolean): void;
  /** Done when the trial is over, last first. */
  defer(cleanup: () => unknown): void;
  /** Waits until all is quiet, compares everything, prints the line, and fails on any of the last four. */
  close(): Promise<Count>;
}
