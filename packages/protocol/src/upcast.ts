import type { LogEvent } from './event.js';

/** An event as it is stored or sent: perhaps older than this code, perhaps newer. */
export interface StoredEvent {
  seq: number;
  id: string;
  v: number;
  at: number;
  causedBy: string;
  type: string;
  body: unknown;
}

/**
 * A stored event lifted to the present shape. There is one version so far: the next change of a shape adds its
 * step here, and `testing/events-v1.jsonl` shows that old logs still fold. Unknown types pass and do nothing.
 */
export function upcast(stored: StoredEvent): LogEvent {
  return stored as LogEvent;
}
