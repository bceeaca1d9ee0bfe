import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';
import { asShipped } from '../packages/react/as-shipped.ts';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../packages/react/src/docs/*.mdx', '../packages/react/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  viteFinal: (config) => mergeConfig(config, { resolve: { alias: asShipped() } }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
