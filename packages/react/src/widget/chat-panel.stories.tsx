import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { framedTall } from '../testing/story-frame.js';
import { ChatPanel } from './chat-panel.js';
import { EmptyState } from './empty-state.js';

const meta = {
  title: 'Components/ChatPanel',
  component: ChatPanel,
  decorators: [framedTall],
  args: { placement: 'inline', onClose: fn(), children: <EmptyState isLoading={false} /> },
} satisfies Meta<typeof ChatPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Inline: Story = {};

/** Esc anywhere inside closes. */
export const ClosesByEsc: Story = {
  args: {
    children: (
      <button type="button" className="baton-button">
        Something to focus
      </button>
    ),
  },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('dialog', { name: 'Chat' })).toBeVisible();
    canvas.getByRole('button').focus();
    await userEvent.keyboard('{Escape}');
    await expect(args.onClose).toHaveBeenCalledOnce();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
