import { limits } from './limits.js';
import type { Message } from './message.js';

/** All text of a message as one string, for a preview, a search or a bot. What is no text is put into words and signs. */
export function textOf(said: Pick<Message, 'parts'>): string {
  return said.parts
    .map(textOfPart)
    .filter((each) => each)
    .join('\n\n');
}

/** Every field of any part that holds words, so that a part which is not known here is not mute either. */
interface Worded {
  type?: string;
  prompt?: string | undefined;
  title?: string | undefined;
  text?: string | undefined;
  alt?: string;
  name?: string;
  label?: string;
  choices?: readonly { label: string }[];
  fields?: readonly { label: string }[];
  actions?: readonly { label: string }[] | undefined;
  values?: readonly { label: string; value: string | boolean }[];
  cards?: readonly Worded[];
  kind?: string;
  score?: number;
  comment?: string;
}

const signs: Record<string, string> = { image: '🖼 ', file: '📎 ', rating: '★ ' };

function textOfPart(part: Worded): string {
  const { type = '', choices, fields, actions, values = [], cards = [], score, kind } = part;
  const words = [
    part.prompt,
    part.title,
    part.text,
    part.alt || part.name,
    part.label,
    ...(choices ?? fields ?? actions ?? []).map(({ label }) => `- ${label}`),
    ...values.map(({ label, value }) => `${label}: ${value === true ? '✓' : value || '–'}`),
    score && ratingText(score, kind),
    part.comment,
    cards.map(textOfPart).join('\n\n'),
  ];
  return (signs[type] ?? '') + words.filter((each) => each).join('\n');
}

const ratingText = (score: number, kind: string | undefined) =>
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
  // Not an arrow: this mark points onward in text that runs from right to left too.
  return cut([first, ...last].join(' › '), limits.summaryCharacters);
}
