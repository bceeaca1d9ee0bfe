import type { Meta, StoryObj } from '@storybook/react-vite';
import { framed } from '../testing/story-frame.js';
import { EmptyState } from './empty-state.js';

const meta = {
  title: 'Components/EmptyState',
  component: EmptyState,
  decorators: [framed],
  args: { isLoading: false },
} satisfies Meta<typeof EmptyState>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Welcome: Story = {};
export const Loading: Story = { args: { isLoading: true } };
export const Dark: Story = { globals: { theme: 'dark' } };
