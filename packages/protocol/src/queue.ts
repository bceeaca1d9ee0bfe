/** Where visitors stand who wait for a human. Pure; told to them, and never stored. */
import type { Handoff } from './state.js';

/** Where a visitor who waits for a human stands. */
export interface QueuePlace {
  /** The handoff that they wait in. */
  handoffId: string;
  /** 1 is next. */
  position: number;
  /** How long it may take, by how fast others were claimed lately (milliseconds); null where too few were. */
  waitMs: number | null;
}

/** A conversation whose handoff is pending. */
export interface Waiting {
  conversationId: string;
  handoffId: string;
  /** Epoch milliseconds. */
  requestedAt: number;
}

/** A conversation as one that waits, or null where nobody waits in it. */
export const waitingIn = (conversationId: string, handoff: Handoff | null): Waiting | null =>
  handoff?.status === 'pending'
    ? { conversationId, handoffId: handoff.id, requestedAt: handoff.requestedAt ?? 0 }
    : null;

/** Where each of these stands, by conversation: who asked first is next. `gapMs` is the time from one claim to the next. */
export function queuePlaces(waiting: Iterable<Waiting>, gapMs: number | null): Map<string, QueuePlace> {
  const inOrder = [...waiting].sort(
    (one, other) =>
      one.requestedAt - other.requestedAt || (one.conversationId < other.conversationId ? -1 : 1),
  );
  return new Map(
    inOrder.map(({ conversationId, handoffId }, index) => {
      const position = index + 1;
      return [conversationId, { handoffId, position, waitMs: gapMs === null ? null : position * gapMs }];
    }),
  );
}

/** Older claims tell nothing of how fast it goes now. Milliseconds. */
const recentMs = 30 * 60_000;
/** Fewer claims are no pace. */
const leastClaims = 3;

/** The time from one claim to the next as it was lately, growing while nobody claims; null where too few did to tell. */
export function claimGap(claimedAt: readonly number[], now: number): number | null {
  const recent = claimedAt.filter((at) => at > now - recentMs);
  const [first] = recent;
  if (first === undefined || recent.length < leastClaims) return null;
  return Math.round((now - first) / (recent.length - 1));
}
