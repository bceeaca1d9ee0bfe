import type { ReactNode } from 'react';
import { words } from './words.js';

const icon = (paths: ReactNode) => (
  <svg className="console-icon" viewBox="0 0 20 20" aria-hidden="true">
    {paths}
  </svg>
);

/** To the queue; it turns with the writing direction. */
export const BackIcon = () => icon(<path className="console-icon-directed" d="M12.5 4.5 7 10l5.5 5.5" />);

/** The side panel. */
export const DetailsIcon = () =>
  icon(
    <>
      <rect x="3" y="4" width="14" height="12" rx="2.5" />
      <path d="M12.5 4v12" />
    </>,
  );

/** More actions than there is room for. */
export const MoreIcon = () =>
  icon(
    <>
      <circle cx="4.5" cy="10" r=".6" />
      <circle cx="10" cy="10" r=".6" />
      <circle cx="15.5" cy="10" r=".6" />
    </>,
  );

/** Away with it. */
export const CloseIcon = () => icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);

/** The site's own server has signed who this is. */
export const VerifiedMark = () => (
  <span className="console-verified">
    {icon(<path d="M10 2.8 16 5v4.6c0 3.6-2.5 6.2-6 7.6-3.5-1.4-6-4-6-7.6V5Zm-2.6 7.1 1.9 1.9 3.5-3.8" />)}
    <span className="console-hidden">{words.verified}</span>
  </span>
);
