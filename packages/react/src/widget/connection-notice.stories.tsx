import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { startedAt } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { ConnectionNotice } from './connection-notice.js';

const meta = {
  title: 'Components/ConnectionNotice',
  component: ConnectionNotice,
  decorators: [framed],
  args: {
    connection: { status: 'reconnecting', reason: null, retryAt: null },
    onReconnect: fn(),
    onReload: fn(),
    now: () => startedAt,
  },
} satisfies Meta<typeof ConnectionNotice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Reconnecting: Story = {};
export const Unreachable: Story = {
  args: { connection: { status: 'reconnecting', reason: 'unreachable', retryAt: startedAt + 8000 } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try now' }));
    await expect(args.onReconnect).toHaveBeenCalledOnce();
  },
};
export const Offline: Story = {
  args: { connection: { status: 'reconnecting', reason: 'offline', retryAt: null } },
};
export const ReloadNeeded: Story = {
  args: { connection: { status: 'closed', reason: 'reload-needed', retryAt: null } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Reload' }));
    await expect(args.onReload).toHaveBeenCalledOnce();
  },
};
export const Forbidden: Story = {
  args: { connection: { status: 'closed', reason: 'forbidden', retryAt: null } },
};
export const Offence: Story = {
  args: { connection: { status: 'closed', reason: 'offence', retryAt: null } },
};
export const Connected: Story = {
  args: { connection: { status: 'connected', reason: null, retryAt: null } },
};
export const Dark: Story = { ...Unreachable, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Unreachable, globals: { direction: 'rtl' } };
