import { limits } from './limits.js';
import type { Message } from './message.js';

/** All text of a message as one string, for a preview, a search or a bot. */
export function textOf(said: Pick<Message, 'parts'>): string {
  return said.parts.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('\n\n');
}

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
