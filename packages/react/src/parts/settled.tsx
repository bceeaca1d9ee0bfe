import { CheckIcon } from '../avatar/icons.js';
import type { AllLabels } from './english-parts.js';

/** Stands where something was asked: it is answered, or too late for it. */
export function Settled({ isAnswered, labels }: { isAnswered: boolean; labels: AllLabels }) {
  return (
    <p className="baton-asked-note" data-answered={isAnswered}>
      {isAnswered && <CheckIcon />}
      {isAnswered ? labels.answered : labels.notAnswered}
    </p>
  );
}
