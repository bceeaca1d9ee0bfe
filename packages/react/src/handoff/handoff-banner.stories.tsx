import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ada, agentOf, startedAt } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { ContactForm } from './contact-form.js';
import { HandoffBanner } from './handoff-banner.js';

const meta = {
  title: 'Components/HandoffBanner',
  component: HandoffBanner,
  decorators: [framed],
  args: {
    handoff: { status: 'pending', agent: null, requestedAt: startedAt },
    now: () => startedAt + 65_000,
  },
} satisfies Meta<typeof HandoffBanner>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Pending: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('timer')).toHaveTextContent('1:05');
  },
};
/** How many come first, and how long that may take by how fast it went lately. */
export const InLine: Story = {
  args: { queuePlace: { position: 3, waitMs: 4 * 60_000 } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('You are number 3 in line, about 4 min')).toBeVisible();
  },
};
export const Next: Story = { args: { queuePlace: { position: 1, waitMs: null } } };
export const WithAContactForm: Story = {
  args: { children: <ContactForm intro="We can reply even if you have to go." onSubmit={fn()} /> },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.queryByRole('textbox')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Leave your details' }));
    await expect(canvas.getByRole('textbox', { name: 'Email' })).toBeVisible();
  },
};
export const Active: Story = {
  args: { handoff: { status: 'active', agent: agentOf(ada), requestedAt: startedAt } },
};
/** Over: the bot answers again, and nothing is shown. */
export const Resolved: Story = {
  args: { handoff: { status: 'resolved', agent: null, requestedAt: startedAt } },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
