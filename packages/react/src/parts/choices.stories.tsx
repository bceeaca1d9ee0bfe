import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { allLabels, choices, described, longWord } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { Choices, type ChoicesProps } from './choices.js';

const meta = {
  title: 'Parts/Choices',
  component: Choices,
  decorators: [framed],
  args: {
    part: choices,
    isAsking: true,
    chosen: null,
    onChoose: fn() as ChoicesProps['onChoose'],
    labels: allLabels,
  },
} satisfies Meta<typeof Choices>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'A repair' }));
    await expect(args.onChoose).toHaveBeenCalledWith(['repair'], 'A repair');
  },
};

/** One tab stop; arrows lead from choice to choice, Enter takes one. */
export const ByKeyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Return a bag' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect(canvas.getByRole('button', { name: 'Where is my order?' })).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowRight}{ArrowLeft}{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith(['human'], 'Talk to a human');
  },
};
export const Described: Story = { args: { part: described } };
export const Several: Story = {
  args: { part: { ...choices, prompt: 'What is broken? Pick all that fit.', isMultiple: true } },
  play: async ({ args, canvas, userEvent }) => {
    const confirm = canvas.getByRole('button', { name: 'Confirm' });
    await expect(confirm).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Where is my order?' }));
    await userEvent.click(canvas.getByRole('button', { name: 'A repair' }));
    await expect(canvas.getByRole('button', { name: 'A repair' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(confirm);
    await expect(args.onChoose).toHaveBeenCalledWith(['repair', 'delivery'], 'A repair, Where is my order?');
  },
};
export const Answered: Story = {
  args: { isAsking: false, chosen: ['repair'], onChoose: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(canvas.getByText('A repair').closest('li')).toHaveTextContent('Chosen: A repair');
  },
};
export const NotAnswered: Story = { args: { isAsking: false, onChoose: undefined } };
export const ToAnAgent: Story = { args: { onChoose: undefined } };
export const LongText: Story = {
  args: {
    part: {
      type: 'choices',
      choices: [
        { id: 'a', label: longWord },
        {
          id: 'b',
          label: 'A choice that says in one long sentence what others would say in one short word, or two',
        },
      ],
    },
  },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: {
    part: {
      type: 'choices',
      prompt: 'بماذا يمكننا مساعدتك؟',
      choices: [
        { id: 'a', label: 'إرجاع حقيبة' },
        { id: 'b', label: 'إصلاح' },
        { id: 'c', label: 'أين طلبي؟' },
      ],
    },
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkAnswered: Story = { ...Answered, globals: { theme: 'dark' } };
