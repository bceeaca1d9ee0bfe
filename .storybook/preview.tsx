import type { Decorator, Preview } from '@storybook/react-vite';
import '../packages/react/src/styles.css';
import './canvas.css';

const inThemeAndDirection: Decorator = (Story, { globals }) => (
  <div className="story" data-theme={globals['theme']} dir={globals['direction']}>
    <Story />
  </div>
);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, layout: 'fullscreen' },
  decorators: [inThemeAndDirection],
  initialGlobals: { theme: 'light', direction: 'ltr' },
  globalTypes: {
    theme: {
      description: 'Colour theme of the widget',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
};

export default preview;
