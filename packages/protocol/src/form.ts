/** The parts that ask the visitor for more than a press. */
import * as v from 'valibot';
import { limits } from './limits.js';
import { filledText, id } from './text.js';

const label = filledText(limits.labelCharacters);
const line = filledText(limits.lineCharacters);

/** What a field takes. */
export const fieldKinds = [
  'text',
  'email',
  'phone',
  'number',
  'date',
  'select',
  'checkbox',
  'textarea',
] as const;

const field = v.pipe(
  v.object({
    id,
    label,
    kind: v.picklist(fieldKinds),
    isRequired: v.optional(v.boolean()),
    /** What a `select` offers; a value is its text. */
    options: v.optional(v.pipe(v.array(label), v.minLength(1), v.maxLength(limits.optionsPerField))),
    placeholder: v.optional(label),
    /** A token of HTML's `autocomplete`, such as `email` or `postal-code`. */
    autocomplete: v.optional(
      v.pipe(v.string(), v.regex(/^[a-z-]{1,30}( [a-z-]{1,30}){0,3}$/, 'Is no autocomplete token.')),
    ),
  }),
  v.check(({ kind, options }) => kind !== 'select' || options !== undefined, 'A select needs options.'),
);
/** One field of a form. */
export type FormField = v.InferOutput<typeof field>;

/** A few fields to fill in. */
export const formPart = v.object({
  type: v.literal('form'),
  title: v.optional(line),
  fields: v.pipe(
    v.array(field),
    v.minLength(1),
    v.maxLength(limits.fieldsPerForm),
    v.check((fields) => new Set(fields.map((each) => each.id)).size === fields.length, 'Has an id twice.'),
  ),
  submitLabel: v.optional(label),
});
/** A few fields to fill in. */
export type FormPart = v.InferOutput<typeof formPart>;

/** How a rating is shown. Of `thumbs`, down is 1 and up is 5. */
export const ratingKind = v.picklist(['stars', 'faces', 'thumbs']);

/** Asks how good something was, from 1 to 5. */
export const ratingPart = v.object({
  type: v.literal('rating'),
  prompt: v.optional(line),
  scale: v.literal(5),
  kind: ratingKind,
  hasComment: v.boolean(),
});
/** Asks how good something was, from 1 to 5. */
export type RatingPart = v.InferOutput<typeof ratingPart>;
