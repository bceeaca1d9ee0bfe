/**
 * A visitor's answer to what a message asked: a message of its own, that names the other by `messageId` and carries
 * the words that were answered, so that it reads by itself.
 */
import * as v from 'valibot';
import { ratingKind } from './form.js';
import { limits } from './limits.js';
import { filledText, id, text } from './text.js';

const messageId = id;

/** One choice, or several, of a message's choices or cards. `label` is what was chosen, in words. */
export const choiceAnswer = v.object({
  type: v.literal('choice'),
  messageId,
  choiceIds: v.pipe(v.array(id), v.minLength(1), v.maxLength(limits.choicesPerPart)),
  label: filledText(limits.messageCharacters),
});
/** What was chosen. */
export type ChoiceAnswer = v.InferOutput<typeof choiceAnswer>;

/** A form as it was filled in. A checkbox's value is true or false, every other is text. */
export const formAnswer = v.object({
  type: v.literal('form-answer'),
  messageId,
  values: v.pipe(
    v.array(
      v.object({
        id,
        label: filledText(limits.labelCharacters),
        value: v.union([text(limits.answerCharacters), v.boolean()]),
      }),
    ),
    v.minLength(1),
    v.maxLength(limits.fieldsPerForm),
  ),
});
/** A form as it was filled in. */
export type FormAnswer = v.InferOutput<typeof formAnswer>;

/** A rating, from 1 to 5; `comment` is empty where there is none. */
export const ratingAnswer = v.object({
  type: v.literal('rating-answer'),
  messageId,
  kind: ratingKind,
  score: v.picklist([1, 2, 3, 4, 5]),
  comment: text(limits.answerCharacters),
});
/** A rating, from 1 to 5. */
export type RatingAnswer = v.InferOutput<typeof ratingAnswer>;

/** What a visitor says to what a message asked. */
export type Answer = ChoiceAnswer | FormAnswer | RatingAnswer;
