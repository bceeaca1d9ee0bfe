import { Icon } from '../avatar/icons.js';

/** A paperclip. */
export const ClipIcon = () => (
  <Icon>
    <path d="m20 11.5-7.8 7.8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.35 3.35 0 0 1 4.75 4.75l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.3-7.3" />
  </Icon>
);
