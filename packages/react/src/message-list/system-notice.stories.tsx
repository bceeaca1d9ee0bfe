import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { agentLabels } from '../english-for-agents.js';
import { ada, agentOf, ben, noticeRow } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { SystemNotice } from './system-notice.js';

const agent = agentOf(ada);

const meta = {
  title: 'Components/SystemNotice',
  component: SystemNotice,
  decorators: [framed],
  args: { row: noticeRow(1, 'handoff-requested', { status: 'pending', by: 'visitor' }) },
} satisfies Meta<typeof SystemNotice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Requested: Story = {};
export const RequestedForAgents: Story = { args: { labels: agentLabels } };
export const Sending: Story = {
  args: {
    row: noticeRow(
      1,
      'handoff-requested',
      { status: 'pending', by: 'visitor' },
      { seq: null, delivery: 'sending', commandId: 'c1' },
    ),
  },
};
export const Failed: Story = {
  args: {
    row: noticeRow(
      1,
      'handoff-requested',
      { status: 'pending', by: 'visitor' },
      {
        seq: null,
        delivery: 'failed',
        commandId: 'c1',
        refusal: { code: 'unavailable', message: 'Nobody can be reached right now.' },
      },
    ),
    onRetry: fn(),
    onDiscard: fn(),
  },
};
export const Declined: Story = { args: { row: noticeRow(1, 'handoff-declined', {}) } };
export const ContactLeft: Story = {
  args: {
    row: noticeRow(1, 'contact-left', { contact: { name: 'Jo', email: 'jo@example.com', message: '' } }),
  },
};
export const Claimed: Story = { args: { row: noticeRow(1, 'handoff-claimed', { agent }) } };
export const Requeued: Story = { args: { row: noticeRow(1, 'handoff-requeued', { agent }) } };
export const Transferred: Story = {
  args: { row: noticeRow(1, 'handoff-transferred', { from: agent, agent: agentOf(ben) }) },
};
export const Resolved: Story = {
  args: { row: noticeRow(1, 'handoff-resolved', { endReason: 'resolved-by-agent', agent }) },
};
export const NobodyAvailable: Story = {
  args: { row: noticeRow(1, 'handoff-resolved', { endReason: 'nobody-available', agent: null }) },
};
export const Resumed: Story = { args: { row: noticeRow(1, 'handoff-resumed', { agent }) } };
export const Dark: Story = { args: Claimed.args ?? {}, globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const LongName: Story = {
  args: {
    row: noticeRow(1, 'handoff-claimed', {
      agent: { ...agent, name: 'Maximiliane Friederike von Hohenstaufen-Württemberg' },
    }),
  },
};

/** An offer that stands has its two answers. */
export const Offered: Story = {
  args: { row: noticeRow(1, 'handoff-offered', {}), offer: { onAccept: fn(), onDecline: fn() } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Yes, connect me' }));
    await expect(args.offer?.onAccept).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Not now' }));
    await expect(args.offer?.onDecline).toHaveBeenCalledOnce();
  },
};

/** One that is history has none. */
export const OfferedBefore: Story = { args: { row: noticeRow(1, 'handoff-offered', {}) } };
