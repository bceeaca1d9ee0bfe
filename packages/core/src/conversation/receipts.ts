import type { Receipt } from '@batonchat/protocol';

/** The marks of all participants after some came in: each only rises. */
export const raised = (held: readonly Receipt[], incoming: readonly Receipt[]): readonly Receipt[] =>
  incoming.reduce(withRaised, held);

function withRaised(held: readonly Receipt[], mark: Receipt): readonly Receipt[] {
  const index = held.findIndex((each) => each.participantId === mark.participantId);
  const before = held[index];
  if (!before) return [...held, mark];
  const deliveredSeq = Math.max(before.deliveredSeq, mark.deliveredSeq);
  const readSeq = Math.max(before.readSeq, mark.readSeq);
  return deliveredSeq === before.deliveredSeq && readSeq === before.readSeq
    ? held
    : held.with(index, { ...before, deliveredSeq, readSeq });
}
