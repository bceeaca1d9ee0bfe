import { type Author, plainName } from '@batonchat/protocol';
import { useState } from 'react';
import { BotIcon, PersonIcon } from './icons.js';

/** Props of {@link Avatar}. */
export interface AvatarProps {
  /** Whose face: as frozen on a message, or an agent with `kind: 'agent'`. */
  author: Pick<Author, 'kind' | 'name' | 'avatarUrl'>;
  /** `small` stands beside messages, `large` in headers. */
  size?: 'small' | 'large';
}

/**
 * A face: the picture, else initials, else a drawn bot or person. A picture that does not load falls back, so it
 * is never broken. Decorative: the name stands beside it.
 */
export function Avatar({ author, size = 'small' }: AvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const { kind, name, avatarUrl } = author;
  const className = `baton-avatar baton-avatar-${size}`;
  if (avatarUrl && avatarUrl !== brokenUrl)
    return (
      <span className={className} data-kind={kind} aria-hidden="true">
        <img src={avatarUrl} alt="" referrerPolicy="no-referrer" onError={() => setBrokenUrl(avatarUrl)} />
      </span>
    );
  const initials = kind === 'bot' ? '' : initialsOf(name);
  return (
    <span className={className} data-kind={kind} aria-hidden="true">
      {initials || (kind === 'bot' ? <BotIcon /> : <PersonIcon />)}
    </span>
  );
}

/** The first letters of the first and the last word, whole characters each. */
function initialsOf(name: string | null): string {
  const words = plainName(name ?? '')
    .trim()
    .split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}
