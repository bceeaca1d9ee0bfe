import { limits, type RatingAnswer, type RatingPart } from '@batonchat/protocol';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { AllLabels } from './english-parts.js';
import { RatingIcon } from './rating-icon.js';
import { Settled } from './settled.js';

/** Props of {@link Rating}. */
export interface RatingProps {
  part: RatingPart;
  /** It waits for the visitor's answer. */
  isAsking: boolean;
  /** What was given, or null. */
  score: RatingAnswer['score'] | null;
  /** Takes the score and the trimmed comment. Left out where it can't be rated: not now, or not by this reader. */
  onRate?: ((score: RatingAnswer['score'], comment: string) => void) | undefined;
  labels: AllLabels;
}

const scores = { stars: [1, 2, 3, 4, 5], faces: [1, 2, 3, 4, 5], thumbs: [5, 1] } as const;

/** A score's name, as it is spoken. */
export function scoreName(kind: RatingPart['kind'], score: number, labels: AllLabels): string {
  if (kind !== 'thumbs') return labels.score(score, 5);
  return score > 2 ? labels.thumbsUp : labels.thumbsDown;
}

/** Asks for a score of five, as stars, faces or thumbs, and for a word about it where that is wanted. */
export function Rating({ part, isAsking, score: given, onRate, labels }: RatingProps) {
  const { kind, prompt = labels.rating, hasComment } = part;
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [score, setScore] = useState<RatingAnswer['score'] | null>(null);
  const [comment, setComment] = useState('');
  const [isMissing, setMissing] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (score === null) {
      setMissing(true);
      element.current?.querySelector('input')?.focus();
    } else onRate?.(score, comment.trim());
  };

  const isFilled = (each: number) => score !== null && (kind === 'stars' ? each <= score : each === score);
  return (
    <form ref={element} className="baton-asked" noValidate onSubmit={submit}>
      <fieldset
        className="baton-plain-fieldset"
        disabled={!onRate}
        aria-describedby={isMissing ? `${id}-problem` : undefined}
      >
        <legend className="baton-asked-title" dir="auto">
          {prompt}
        </legend>
        {isAsking && (
          <div className="baton-rates" data-kind={kind}>
            {scores[kind].map((each) => (
              <label key={each} className="baton-rate" data-filled={isFilled(each)}>
                <input
                  type="radio"
                  name={id}
                  value={each}
                  checked={score === each}
                  aria-label={scoreName(kind, each, labels)}
                  onChange={() => {
                    setScore(each);
                    setMissing(false);
                  }}
                />
                <RatingIcon kind={kind} score={each} />
              </label>
            ))}
          </div>
        )}
        {isMissing && (
          <p className="baton-field-problem" role="alert" id={`${id}-problem`}>
            {labels.ratingMissing}
          </p>
        )}
        {isAsking && hasComment && score !== null && (
          <div className="baton-field">
            <label htmlFor={`${id}-comment`}>
              {labels.comment} <span className="baton-field-optional">({labels.optional})</span>
            </label>
            <textarea
              id={`${id}-comment`}
              className="baton-field-input"
              rows={2}
              dir="auto"
              maxLength={limits.answerCharacters}
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
            />
          </div>
        )}
      </fieldset>
      {isAsking && onRate && (
        <button type="submit" className="baton-button baton-button-primary baton-asked-submit">
          {labels.submitRating}
        </button>
      )}
      {isAsking && !onRate && <p className="baton-asked-note">{labels.awaitingAnswer}</p>}
      {!isAsking && <Settled isAnswered={given !== null} labels={labels} />}
    </form>
  );
}
