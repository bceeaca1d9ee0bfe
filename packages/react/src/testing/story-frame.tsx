import type { Decorator } from '@storybook/react-vite';
import './story-frame.css';

/** The root that parts need around them: the theme of the toolbar, on a panel-wide piece of surface. */
export const framed: Decorator = (Story, { globals }) => (
  <div className="baton story-frame" data-theme={globals['theme']}>
    <Story />
  </div>
);

/** As {@link framed}, tall enough for a list. */
export const framedTall: Decorator = (Story, { globals }) => (
  <div className="baton story-frame story-frame-tall" data-theme={globals['theme']}>
    <Story />
  </div>
);
