/** How urgent a wait is: the target for a first answer is two to three minutes. */
export type Urgency = 'fine' | 'late' | 'overdue';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `late` from 2 minutes on, `overdue` from 3. */
export function urgencyOf(elapsedMs: number): Urgency {
  if (elapsedMs >= 3 * minuteMs) return 'overdue';
  return elapsedMs >= 2 * minuteMs ? 'late' : 'fine';
}

/**
 * A duration as a stopwatch shows it: `0:07`, `12:40`, then `1 h 05 min`, then `3 d`. A negative one, from a
 * clock that is behind the relay's, is `0:00`.
 */
export function elapsedText(elapsedMs: number): string {
  const ms = Math.max(0, elapsedMs);
  if (ms >= dayMs) return `${Math.floor(ms / dayMs)} d`;
  const padded = (unitMs: number, of: number) => String(Math.floor(ms / unitMs) % of).padStart(2, '0');
  if (ms >= hourMs) return `${Math.floor(ms / hourMs)} h ${padded(minuteMs, 60)} min`;
  return `${Math.floor(ms / minuteMs)}:${padded(secondMs, 60)}`;
}
