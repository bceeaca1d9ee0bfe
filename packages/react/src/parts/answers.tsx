import type { FormAnswer, RatingAnswer } from '@batonchat/protocol';
import { inOrder } from '../markdown/in-order.js';
import type { AllLabels } from './english-parts.js';
import { scoreName } from './rating.js';
import { RatingIcon } from './rating-icon.js';

/** A form as it was filled in, in the visitor's bubble. */
export function FormAnswerView({ answer, labels }: { answer: FormAnswer; labels: AllLabels }) {
  return (
    <dl className="baton-values">
      {inOrder(answer.values, ({ label, value }) => (
        <div>
          <dt dir="auto">{label}</dt>
          <dd dir="auto">{typeof value === 'string' ? value || '–' : value ? labels.yes : labels.no}</dd>
        </div>
      ))}
    </dl>
  );
}

const steps = [1, 2, 3, 4, 5] as const;

/** A rating as it was given, in the visitor's bubble. */
export function RatingAnswerView({ answer, labels }: { answer: RatingAnswer; labels: AllLabels }) {
  const { kind, score, comment } = answer;
  return (
    <>
      <div className="baton-rated" data-kind={kind} role="img" aria-label={scoreName(kind, score, labels)}>
        {kind === 'stars' ? (
          inOrder(steps, (step) => (
            <span data-filled={step <= score}>
              <RatingIcon kind={kind} score={step} />
            </span>
          ))
        ) : (
          <RatingIcon kind={kind} score={score} />
        )}
      </div>
      {comment && <div className="baton-md baton-md-source">{comment}</div>}
    </>
  );
}
