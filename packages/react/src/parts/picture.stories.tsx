import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { allLabels, longWord, pictureNamed, withFiles } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { Picture } from './picture.js';

const meta = {
  title: 'Parts/Picture',
  component: Picture,
  decorators: [framed, withFiles],
  args: {
    picture: pictureNamed('sling', 'A moss green sling on a bench'),
    name: 'sling.jpg',
    labels: allLabels,
  },
} satisfies Meta<typeof Picture>;
export default meta;
type Story = StoryObj<typeof meta>;

/** It opens larger, Esc closes it, and the keyboard is where it was. */
export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Enlarge A moss green sling on a bench' });
    await userEvent.click(button);
    const dialog = canvas.getByRole('dialog', { name: 'A moss green sling on a bench' });
    await expect(dialog).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Close picture' }));
    await expect(dialog).not.toBeVisible();
    await expect(button).toHaveFocus();
  },
};
export const Tall: Story = { args: { picture: pictureNamed('pack', 'A blue backpack') } };
export const NoAlt: Story = { args: { picture: pictureNamed('bottle', '') } };
export const Loading: Story = {
  decorators: [framed],
  args: { picture: { url: 'https://192.0.2.1/never.png', width: 1200, height: 800, alt: 'A sling' } },
  tags: ['!test'],
};
export const Failed: Story = {
  args: { picture: { ...pictureNamed('sling', 'A moss green sling'), fileId: 'gone' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('A moss green sling could not be loaded.')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Retry' })).toBeVisible();
  },
};
export const FailedElsewhere: Story = {
  args: { picture: { url: 'https://pictures.invalid/sling.jpg', width: 1200, height: 800, alt: '' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('link', { name: 'Open in a new tab' })).toBeVisible();
  },
};
export const LongName: Story = {
  args: { picture: { ...pictureNamed('sling', ''), fileId: 'gone' }, name: `${longWord}.jpg` },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkFailed: Story = { ...Failed, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Failed, globals: { direction: 'rtl' } };
