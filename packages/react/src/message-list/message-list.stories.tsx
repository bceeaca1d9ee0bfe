import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { agentLabels } from '../english-for-agents.js';
import { ada, bot, handoffRows, manyRows, messageRow, startedAt } from '../testing/rows.js';
import { framedTall } from '../testing/story-frame.js';
import { EmptyState } from '../widget/empty-state.js';
import { MessageList } from './message-list.js';
import { TypingIndicator } from './typing-indicator.js';

const now = () => startedAt;

const meta = {
  title: 'Components/MessageList',
  component: MessageList,
  decorators: [framedTall],
  args: { rows: handoffRows, viewer: 'visitor', now },
} satisfies Meta<typeof MessageList>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Empty: Story = { args: { rows: [], empty: <EmptyState isLoading={false} /> } };
export const Loading: Story = { args: { rows: [], empty: <EmptyState isLoading /> } };
export const Typing: Story = { args: { footer: <TypingIndicator authors={[ada]} /> } };
export const SeenByAnAgent: Story = { args: { viewer: 'agent', labels: agentLabels } };
export const LongWords: Story = {
  args: { rows: [messageRow(1, bot, `${'unbreakable'.repeat(30)}\n\n\`${'code'.repeat(30)}\``)] },
};
/** What came while the reader was away stands below a line. */
export const New: Story = { args: { rows: handoffRows.slice(0, 8), readSeq: 4 } };
export const NewRightToLeft: Story = { args: New.args ?? {}, globals: { direction: 'rtl' } };
export const Yesterday: Story = { args: { now: () => startedAt + 86_400_000 } };

/** Two thousand rows, of which a screenful is in the document. */
export const TwoThousandRows: Story = {
  args: { rows: manyRows(1, 2000), onRead: fn() },
  play: async ({ args, canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(canvas.getByText('Message 1999')).toBeVisible());
    await expect(canvasElement.querySelectorAll('[data-message-id]').length).toBeLessThan(60);
    await waitFor(() => expect(args.onRead).toHaveBeenCalledWith(2000));
    canvas.getByRole('log').scrollTop = 0;
    await waitFor(() => expect(canvas.getByText('Message 1')).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'Jump to latest' }));
    await waitFor(() => expect(canvas.getByText('Message 1999')).toBeVisible());
  },
};

function Paged() {
  const [from, setFrom] = useState(151);
  return (
    <MessageList
      rows={manyRows(from, 200)}
      viewer="visitor"
      now={now}
      hasOlder={from > 1}
      onLoadOlder={() => setFrom((before) => Math.max(1, before - 50))}
    />
  );
}

/** Scrolling up brings every row, and the reader keeps their place. */
export const LoadsOlder: Story = { render: () => <Paged /> };
