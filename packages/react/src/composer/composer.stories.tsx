import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { framed } from '../testing/story-frame.js';
import { Composer, type ComposerProps } from './composer.js';

const meta = {
  title: 'Components/Composer',
  component: Composer,
  decorators: [framed],
  args: { text: '', onTextChange: fn(), onSend: fn(() => true), onTyping: fn() },
  render: (args) => <Kept key={args.text} {...args} />,
} satisfies Meta<typeof Composer>;
export default meta;
type Story = StoryObj<typeof meta>;

function Kept(props: ComposerProps) {
  const [text, setText] = useState(props.text);
  return <Composer {...props} text={text} onTextChange={setText} />;
}

export const Default: Story = {};
export const Reply: Story = { args: { label: 'Reply', placeholder: 'Write a reply' } };
export const SeveralLines: Story = {
  args: { text: 'Hello,\n\nmy zip broke after two weeks.\nCan you help?' },
};
export const LongWords: Story = { args: { text: 'unbreakable'.repeat(40) } };
export const NearTheLimit: Story = { args: { text: 'x'.repeat(95), maxCharacters: 100 } };
export const Problem: Story = {
  args: { text: 'One more', problem: 'Too many messages are waiting to go out.' },
};
export const Disabled: Story = { args: { isDisabled: true } };
export const Dark: Story = { args: { text: 'Hello' }, globals: { theme: 'dark' } };
export const RightToLeft: Story = {
  args: { text: 'مرحبا، سحاب حقيبتي انكسر.' },
  globals: { direction: 'rtl' },
};

/** Refused, with the text kept. */
export const TooLong: Story = {
  args: { text: 'x'.repeat(112), maxCharacters: 100 },
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    await userEvent.type(box, '{Enter}');
    await expect(args.onSend).not.toHaveBeenCalled();
    await expect(box).toHaveValue('x'.repeat(112));
    await expect(canvas.getByText('Too long by 12 characters. Please shorten it.')).toBeVisible();
  },
};

/** Enter sends, Shift+Enter breaks the line. */
export const Sends: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    await userEvent.type(box, 'one{Shift>}{Enter}{/Shift}two');
    await expect(args.onSend).not.toHaveBeenCalled();
    await userEvent.type(box, '{Enter}');
    await expect(args.onSend).toHaveBeenCalledWith('one\ntwo');
    await expect(box).toHaveValue('');
  },
};
