import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../packages/react/src/styles.css';
import '../packages/react/src/themes/sand.css';
import '../packages/react/src/themes/terminal.css';
import { extractArgTypes } from './arg-types.ts';
import './canvas.css';
import { extractComponentDescription } from './description.ts';
import { DocsPage, toolbar } from './docs-page.tsx';

// A story waits for what it shows; how quick that is, is measured elsewhere.
configure({ asyncUtilTimeout: 10_000 });

const inThemeAndDirection: Decorator = (Story, { globals }) => (
  <div
    className={`story baton-theme-${globals['look']}`}
    data-theme={globals['theme']}
    dir={globals['direction']}
  >
    <Story />
  </div>
);

const locales = [
  'en',
  ...['ar', 'cs', 'da', 'de', 'es', 'fi', 'fr', 'he', 'it', 'ja'],
  ...['ko', 'nl', 'pl', 'pt-BR', 'ru', 'sv', 'tr', 'uk', 'zh-Hans'],
];

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    docs: { container: DocsPage, extractArgTypes, extractComponentDescription },
    options: {
      storySort: {
        order: [
          'Start here',
          'Play the handoff',
          'Handoff states',
          'ChatWidget',
          'Theming',
          'Themes',
          'Slots and words',
          'Components',
          'Parts',
          'Hooks',
          'API',
          'Accessibility',
          'Bad input and CSP',
        ],
      },
    },
  },
  decorators: [inThemeAndDirection],
  initialGlobals: { look: 'default', locale: 'en', direction: 'ltr', ...toolbar },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: { title: 'Light or dark', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    look: {
      description: 'Theme of the widget',
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: 'default', title: 'Default theme' },
          { value: 'sand', title: 'Sand' },
          { value: 'terminal', title: 'Terminal' },
        ],
      },
    },
    locale: {
      description: 'Language of the whole widget',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: locales.map((value) => ({
          value,
          title: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value,
        })),
      },
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
