import type { Part } from '@batonchat/protocol';
import type { Labels } from '../labels.js';
import { plainWords } from '../markdown/plain-words.js';
import { type AllLabels, withPartLabels } from './english-parts.js';
import { scoreName } from './rating.js';

const lines = (...texts: (string | undefined)[]) => texts.filter((text) => text).join('\n');

/** What a message says, as it is read out: no marks of Markdown, and words for what is no text. */
export function spokenParts(parts: readonly Part[], some: Labels): string {
  const labels = withPartLabels(some);
  return lines(...parts.map((part) => spoken(part, labels)));
}

function spoken(part: Part, labels: AllLabels): string {
  switch (part.type) {
    case 'text':
      return plainWords(part.text);
    case 'image':
      return labels.picture(part.alt || part.name);
    case 'file':
      return `${labels.download} ${part.name}`;
    case 'choice':
      return part.label;
    case 'choices':
      return lines(part.prompt ?? labels.choices, ...part.choices.map(({ label }) => label));
    case 'card':
      return lines(
        part.title,
        part.text && plainWords(part.text),
        ...(part.actions ?? []).map(({ label }) => label),
      );
    case 'carousel':
      return lines(
        labels.cards,
        ...part.cards.map(({ title }, index) => `${labels.card(index + 1, part.cards.length)}: ${title}`),
      );
    case 'form':
      return lines(part.title, ...part.fields.map(({ label }) => label));
    case 'rating':
      return lines(part.prompt, labels.rating);
    case 'form-answer':
      return lines(
        ...part.values.map(({ label, value }) => {
          const words = typeof value === 'string' ? value : value ? labels.yes : labels.no;
          return words && `${label}: ${words}`;
        }),
      );
    case 'rating-answer':
      return lines(scoreName(part.kind, part.score, labels), part.comment);
    default:
      return labels.unknownPart;
  }
}
