import type { Message } from './message.js';

/** All text of a message as one string, for a preview, a search or a bot. */
export function textOf(said: Pick<Message, 'parts'>): string {
  return said.parts.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('\n\n');
}

const previewCharacters = 160;

/** The text on one line, cut to a preview's length. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > previewCharacters ? `${line.slice(0, previewCharacters - 1).toWellFormed()}…` : line;
}

/** What an agent reads before the history when nobody wrote a summary: the first ask and the last ones. */
export function summarise(asks: readonly string[], latest: string | null): string {
  const [first, ...later] = latest === null ? asks : [...asks, latest];
  if (first === undefined) return 'The visitor has not said anything yet.';
  const last = later.slice(-3).filter((ask) => ask !== first);
  return previewLines(last.length > 0 ? `${first} → ${last.join(' → ')}` : first);
}

const previewLines = (text: string) => (text.length > 590 ? `${text.slice(0, 590).toWellFormed()}…` : text);
