import type { RatingAnswer } from './answer.js';
import { limits } from './limits.js';
import type { Message, Part } from './message.js';
import type { Card } from './part.js';

/** All text of a message as one string, for a preview, a search or a bot. What is no text is put into words and signs. */
export function textOf(said: Pick<Message, 'parts'>): string {
  return said.parts
    .map(textOfPart)
    .filter((each) => each !== '')
    .join('\n\n');
}

const lines = (...all: readonly (string | undefined)[]) => all.filter((each) => each).join('\n');
const listed = (items: readonly { label: string }[] = []) => items.map(({ label }) => `- ${label}`);
const textOfCard = ({ title, text, actions }: Card) => lines(title, text, ...listed(actions));

function textOfPart(part: Part): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'image':
      return `🖼 ${part.alt || part.name}`;
    case 'file':
      return `📎 ${part.name}`;
    case 'choices':
      return lines(part.prompt, ...listed(part.choices));
    case 'card':
      return textOfCard(part);
    case 'carousel':
      return part.cards.map(textOfCard).join('\n\n');
    case 'form':
      return lines(part.title, ...listed(part.fields));
    case 'rating':
      return part.prompt ?? '★';
    case 'choice':
      return part.label;
    case 'form-answer':
      return lines(...part.values.map(({ label, value }) => `${label}: ${valueText(value)}`));
    case 'rating-answer':
      return lines(ratingText(part), part.comment);
    default:
      return '';
  }
}

const valueText = (value: string | boolean) => (value === true ? '✓' : value || '–');

const ratingText = ({ kind, score }: RatingAnswer) =>
  kind === 'thumbs' ? (score > 2 ? '👍' : '👎') : '★'.repeat(score) + '☆'.repeat(5 - score);

/**
 * What somebody said of their own accord or by the choice of a label: the words that may ask for a human. What stands
 * in a form or in a comment is no such wish.
 */
export const wordsOf = ({ parts }: Pick<Message, 'parts'>): string =>
  textOf({ parts: parts.filter(({ type }) => type === 'text' || type === 'choice') });

const previewCharacters = 160;

/** The text cut to at most `maxCharacters` UTF-16 code units, an ellipsis included; no character is halved. */
export function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  return `${text.slice(0, maxCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The text on one line, cut to a preview's length. */
export const previewOf = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), previewCharacters);

/** What an agent reads before the history when nobody wrote a summary: the first ask and the last ones. */
export function summarise(asks: readonly string[], latest: string | null): string {
  const [first, ...later] = latest === null ? asks : [...asks, previewOf(latest)];
  if (first === undefined) return 'The visitor has not said anything yet.';
  const last = later.slice(-3).filter((ask) => ask !== first);
  return cut([first, ...last].join(' → '), limits.summaryCharacters);
}
