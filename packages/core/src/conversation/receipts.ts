import type { Receipt } from '@batonchat/protocol';

/** The marks of all participants after some came in: each only rises. */
export function raised(held: readonly Receipt[], incoming: readonly Receipt[]): readonly Receipt[] {
  let after = held;
  for (const mark of incoming) {
    const index = after.findIndex((each) => each.participantId === mark.participantId);
    const before = after[index];
    if (!before) {
      after = [...after, mark];
      continue;
    }
    const deliveredSeq = Math.max(before.deliveredSeq, mark.deliveredSeq);
    const readSeq = Math.max(before.readSeq, mark.readSeq);
    if (deliveredSeq !== before.deliveredSeq || readSeq !== before.readSeq)
      after = after.with(index, { ...before, deliveredSeq, readSeq });
  }
  return after;
}
