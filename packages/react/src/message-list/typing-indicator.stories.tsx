import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { ada, ben, bot } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { TypingIndicator } from './typing-indicator.js';

const meta = {
  title: 'Components/TypingIndicator',
  component: TypingIndicator,
  decorators: [framed],
  args: { authors: [ada] },
} satisfies Meta<typeof TypingIndicator>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Agent: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Ada Byron is typing')).toBeVisible();
  },
};
export const Bot: Story = { args: { authors: [bot] } };
export const Several: Story = { args: { authors: [ada, ben] } };
export const Nobody: Story = { args: { authors: [] } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
