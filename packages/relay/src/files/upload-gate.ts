import { createKeptByKey } from '../gateway/kept-by-key.js';
import { createTokenBucket, type TokenBucket } from '../gateway/token-bucket.js';
import type { FilePerson } from './file-rows.js';

/** Counts the uploads of each participant. */
export interface UploadGate {
  /** An upload that may begin, to be ended by `leave`; else how long until one may, in milliseconds. */
  enter(person: FilePerson): { leave(): void } | { retryAfterMs: number };
}

const windowMs = 60_000;
const parallel = 3;
const soonMs = 2_000;

/** Lets each participant begin `perMinute` uploads a minute, three of them at a time. `now` never goes back. */
export function createUploadGate(perMinute: number, now: () => number): UploadGate {
  const uploadsOf = createKeptByKey<{ bucket: TokenBucket; running: number }>(
    ({ bucket, running }) => running === 0 && bucket.isFull(),
    now,
  );
  const make = () => ({ bucket: createTokenBucket(perMinute, windowMs, now), running: 0 });

  return {
    enter({ kind, id }) {
      const one = uploadsOf(`${kind} ${id}`, make);
      if (one.running >= parallel) return { retryAfterMs: soonMs };
      if (!one.bucket.take()) return { retryAfterMs: one.bucket.waitMs() };
      one.running += 1;
      return {
        leave() {
          one.running -= 1;
        },
      };
    },
  };
}
