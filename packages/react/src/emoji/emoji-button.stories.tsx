import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { Composer } from '../composer/composer.js';
import { framedTall } from '../testing/story-frame.js';
import { EmojiButton, type EmojiButtonProps } from './emoji-button.js';

function InComposer({ text: given, ...props }: EmojiButtonProps & { text: string }) {
  const [text, setText] = useState(given);
  return (
    <div className="story-foot">
      <Composer
        text={text}
        onTextChange={setText}
        onSend={fn(() => true)}
        attach={<EmojiButton {...props} />}
      />
    </div>
  );
}

const meta = {
  title: 'Components/Emoji',
  component: InComposer,
  decorators: [framedTall],
  args: { text: 'Thank you', offer: 'always', isDisabled: false },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Insert emoji' }));
    const [first] = await canvas.findAllByRole('button', { name: '👍' });
    await waitFor(() => expect(first).toHaveFocus());
  },
} satisfies Meta<typeof InComposer>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Disabled: Story = { args: { isDisabled: true }, play: async () => {} };

/** By keyboard alone: arrows lead to one, Enter puts it where the caret was. */
export const Picked: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('textbox', { name: 'Message' }));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await canvas.findAllByRole('button', { name: '👍' });
    await userEvent.keyboard('{End}{Enter}');
    await expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus();
  },
};
