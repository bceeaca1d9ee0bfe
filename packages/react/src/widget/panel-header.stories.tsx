import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ada, agentOf, bot } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { PanelHeader } from './panel-header.js';

const meta = {
  title: 'Components/PanelHeader',
  component: PanelHeader,
  decorators: [framed],
  args: { handoff: null, bot, onEndHandoff: fn() },
} satisfies Meta<typeof PanelHeader>;
export default meta;
type Story = StoryObj<typeof meta>;

export const WithTheBot: Story = {};
export const Titled: Story = { args: { title: 'Halden Support' } };
export const Waiting: Story = {
  args: { handoff: { status: 'pending', agent: null } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Cancel request' }));
    await expect(args.onEndHandoff).toHaveBeenCalledOnce();
  },
};
export const WithAnAgent: Story = {
  args: { handoff: { status: 'active', agent: agentOf(ada) } },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('heading', { name: 'Ada Byron' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'End conversation' }));
    await expect(args.onEndHandoff).toHaveBeenCalledOnce();
  },
};
export const Disconnected: Story = {
  args: { handoff: { status: 'active', agent: agentOf(ada) }, connectionStatus: 'reconnecting' },
};
/** For good: nobody comes, whoever was asked for. */
export const Closed: Story = {
  args: { handoff: { status: 'pending', agent: null }, isWaiting: true, connectionStatus: 'closed' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('heading', { name: bot.name ?? '' })).toBeVisible();
    await expect(canvas.getByText('Not connected')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};
export const LongName: Story = {
  args: {
    handoff: {
      status: 'active',
      agent: { ...agentOf(ada), name: 'Maximiliane Friederike von Hohenstaufen' },
    },
  },
};
export const Dark: Story = { ...WithAnAgent, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...WithAnAgent, globals: { direction: 'rtl' } };
