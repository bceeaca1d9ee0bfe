import type { Clock } from '../clock.js';

const soonestMs = 500;
const spreadMs = 1500;
const toldSpreadMs = 250;
/** A relay that wants more is asked a little sooner: what waits is a person's message. */
const maxToldMs = 60_000;

/** When to ask again what could not be done now: from when the relay said, else before two seconds are over. */
export const retryInMs = ({ random }: Clock, toldMs?: number): number =>
  toldMs === undefined
    ? soonestMs + random() * spreadMs
    : Math.min(Math.max(toldMs, 0), maxToldMs) + random() * toldSpreadMs;
