import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { visitorLabels } from '../english.js';
import { framed } from '../testing/story-frame.js';
import { TalkToHumanButton } from './talk-to-human-button.js';

const meta = {
  title: 'Components/TalkToHumanButton',
  component: TalkToHumanButton,
  decorators: [framed],
  args: { onRequest: fn() },
} satisfies Meta<typeof TalkToHumanButton>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Talk to a human' }));
    await expect(args.onRequest).toHaveBeenCalledOnce();
  },
};
export const Hidden: Story = { args: { isHidden: true } };
export const OtherWords: Story = {
  args: {
    labels: { ...visitorLabels, talkToHuman: 'Mit einem Menschen aus dem Kundendienst in Lissabon sprechen' },
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
