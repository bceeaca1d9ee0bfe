/** Parts that ask something, as short as they can be. */
import type { FormPart, RatingPart } from '../form.js';
import type { CardPart, ChoicesPart } from '../part.js';

const labelOf = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);

export const choicesOf = (...ids: string[]): ChoicesPart => ({
  type: 'choices',
  choices: ids.map((id) => ({ id, label: labelOf(id) })),
});

export const cardOf = (title: string, ...ids: string[]): CardPart => ({
  type: 'card',
  title,
  actions: ids.map((id) => ({ type: 'choice', id, label: labelOf(id) })),
});

export const formOf = (...ids: string[]): FormPart => ({
  type: 'form',
  fields: ids.map((id) => ({ id, label: labelOf(id), kind: 'text' })),
});

export const ratingOf = (kind: RatingPart['kind']): RatingPart => ({
  type: 'rating',
  scale: 5,
  kind,
  hasComment: false,
});
