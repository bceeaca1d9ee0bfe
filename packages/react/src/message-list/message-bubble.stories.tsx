import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { ada, bot, messageRow, visitor } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { MessageBubble } from './message-bubble.js';

const meta = {
  title: 'Components/MessageBubble',
  component: MessageBubble,
  decorators: [framed],
  args: { row: messageRow(1, bot, 'Sorry to hear that. Zips are covered for **ten years**.'), isOwn: false },
} satisfies Meta<typeof MessageBubble>;
export default meta;
type Story = StoryObj<typeof meta>;

const own = (changes: Parameters<typeof messageRow>[3], text = 'I need it on Friday though.') => ({
  row: messageRow(2, visitor, text, changes),
  isOwn: true,
});

export const FromTheBot: Story = {};
export const FromAnAgent: Story = {
  args: { row: messageRow(1, ada, 'Hi, Ada here. I can see your order.') },
};
export const WithinARun: Story = { args: { isFirst: false, isLast: false } };
export const Streaming: Story = {
  args: {
    row: messageRow(1, bot, 'Let me look that up. Your order left Lisbon', { seq: null, isStreaming: true }),
  },
};
export const Sending: Story = { args: own({ delivery: 'sending', seq: null }) };
export const Sent: Story = { args: own({ delivery: 'sent' }) };
export const Delivered: Story = { args: own({ delivery: 'delivered' }) };
export const Seen: Story = { args: own({ delivery: 'seen' }) };
export const Dark: Story = { args: own({ delivery: 'seen' }), globals: { theme: 'dark' } };
export const LongWords: Story = {
  args: own({}, `${'Rindfleischetikettierungsüberwachung'.repeat(3)} https://example.com/${'a'.repeat(120)}`),
};
export const Code: Story = {
  args: {
    row: messageRow(
      1,
      bot,
      'Use this:\n\n```json\n{ "order": "H-20931", "reason": "a zip that broke after two weeks of very gentle use" }\n```',
    ),
  },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { row: messageRow(1, { ...ada, name: 'ليلى' }, 'مرحبا، كيف يمكنني مساعدتك؟') },
};
export const LongName: Story = {
  args: {
    row: messageRow(1, { ...ada, name: 'Maximiliane Friederike von Hohenstaufen-Württemberg' }, 'Hello!'),
  },
};

/** Says why, keeps the text, and leaves the choice. */
export const Failed: Story = {
  args: {
    ...own({
      delivery: 'failed',
      seq: null,
      commandId: 'c1',
      refusal: { code: 'rate-limited', message: 'Too many messages at once.' },
    }),
    onRetry: fn(),
    onDiscard: fn(),
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }));
    await expect(args.onRetry).toHaveBeenCalledWith('c1');
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }));
    await expect(args.onDiscard).toHaveBeenCalledWith('c1');
  },
};
