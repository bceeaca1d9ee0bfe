import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { allLabels, longWord, ratingOf } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { Rating, type RatingProps } from './rating.js';

const meta = {
  title: 'Parts/Rating',
  component: Rating,
  decorators: [framed],
  args: {
    part: ratingOf('stars'),
    isAsking: true,
    score: null,
    onRate: fn() as RatingProps['onRate'],
    labels: allLabels,
  },
} satisfies Meta<typeof Rating>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Stars: Story = {};
export const StarsPicked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: '4 of 5' }));
    await userEvent.type(canvas.getByRole('textbox', { name: /Anything to add/ }), ' Quick and kind. ');
    await userEvent.click(canvas.getByRole('button', { name: 'Submit rating' }));
    await expect(args.onRate).toHaveBeenCalledWith(4, 'Quick and kind.');
  },
};

/** A radio group as every browser has it; nothing is taken before it is submitted. */
export const ByKeyboard: Story = {
  args: { part: ratingOf('faces', false) },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: '3 of 5' })).toBeChecked();
    await expect(args.onRate).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onRate).toHaveBeenCalledWith(3, '');
  },
};
export const NothingPicked: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Submit rating' }));
    await expect(canvas.getByRole('alert')).toHaveTextContent('Please pick one first.');
    await expect(canvas.getByRole('radio', { name: '1 of 5' })).toHaveFocus();
    await expect(args.onRate).not.toHaveBeenCalled();
  },
};
export const Faces: Story = { args: { part: ratingOf('faces') } };
export const Thumbs: Story = {
  args: { part: ratingOf('thumbs', false) },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Not good' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Submit rating' }));
    await expect(args.onRate).toHaveBeenCalledWith(1, '');
  },
};
export const Answered: Story = { args: { isAsking: false, score: 4, onRate: undefined } };
export const ToAnAgent: Story = { args: { onRate: undefined } };
export const LongText: Story = {
  args: { part: { ...ratingOf('stars'), prompt: `${longWord} ${longWord}?` } },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: { part: { ...ratingOf('stars'), prompt: 'كيف كانت محادثتك مع ليلى؟' } },
};
export const Dark: Story = { ...StarsPicked, globals: { theme: 'dark' } };
export const DarkFaces: Story = { globals: { theme: 'dark' }, args: { part: ratingOf('faces') } };
