import { type Author, plainName } from '@batonchat/protocol';
import { Avatar } from '../avatar/avatar.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link TypingIndicator}. */
export interface TypingIndicatorProps {
  /** Who types now; the indicator is absent when nobody does. */
  authors: readonly Author[];
  labels?: Labels;
}

/** Three quiet dots beside the face of whoever types. Still under reduced motion, and said in words to screen readers. */
export function TypingIndicator({ authors, labels = visitorLabels }: TypingIndicatorProps) {
  const [first] = authors;
  if (!first) return null;
  const names = authors.map((author) => displayName(author, labels));
  return (
    <div className="baton-typing">
      <Avatar author={first} />
      <span className="baton-typing-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span className="baton-hidden">{labels.isTyping(names)}</span>
    </div>
  );
}

/** An author's name, or what they are called when they have not said it. */
export const displayName = (author: Pick<Author, 'kind' | 'name'>, labels: Labels): string =>
  plainName(author.name ?? '') || (author.kind === 'visitor' ? labels.visitor : labels.bot);
