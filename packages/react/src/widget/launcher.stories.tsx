import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { framed } from '../testing/story-frame.js';
import { Launcher } from './launcher.js';

const meta = {
  title: 'Components/Launcher',
  component: Launcher,
  decorators: [framed],
  args: { isOpen: false, onToggle: fn() },
} satisfies Meta<typeof Launcher>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {
  play: async ({ args, canvas, userEvent }) => {
    canvas.getByRole('button', { name: 'Open chat' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onToggle).toHaveBeenCalledOnce();
  },
};
export const Open: Story = { args: { isOpen: true } };
export const Unread: Story = { args: { unreadCount: 3 } };
export const ManyUnread: Story = { args: { unreadCount: 240 } };
export const Dark: Story = { args: { unreadCount: 3 }, globals: { theme: 'dark' } };
export const RightToLeft: Story = { args: { unreadCount: 3 }, globals: { direction: 'rtl' } };
