import type { RatingPart } from '@batonchat/protocol';
import { Icon } from '../avatar/icons.js';

const star = 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z';
const thumb =
  'M7 10.5v9H4.5v-9zm0 0 3.6-6.6c1.6 0 2.5 1.2 2.2 2.7l-.6 3h5.5c1.2 0 2 1.1 1.7 2.3l-1.5 5.9c-.3 1-1.1 1.7-2.1 1.7H7';
const mouths = {
  1: 'M8.5 16.5c1-1.6 2-2.2 3.5-2.2s2.5.6 3.5 2.2',
  2: 'M9 16c.8-.9 1.8-1.2 3-1.2s2.2.3 3 1.2',
  3: 'M8.75 15.25h6.5',
  4: 'M8.75 14.5c.9 1.1 2 1.5 3.25 1.5s2.35-.4 3.25-1.5',
  5: 'M8 13.75h8c-.3 2.1-1.9 3.5-4 3.5s-3.7-1.4-4-3.5Z',
};

/** One step of a rating, drawn. `score` is 1 to 5. */
export function RatingIcon({ kind, score }: { kind: RatingPart['kind']; score: 1 | 2 | 3 | 4 | 5 }) {
  if (kind === 'stars')
    return (
      <Icon>
        <path d={star} />
      </Icon>
    );
  if (kind === 'thumbs')
    return (
      <Icon>
        <path d={thumb} {...(score < 3 ? { transform: 'rotate(180 12 12)' } : {})} />
      </Icon>
    );
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M9 9.75h.01M15 9.75h.01" strokeWidth="2.25" />
      <path d={mouths[score]} />
    </Icon>
  );
}
