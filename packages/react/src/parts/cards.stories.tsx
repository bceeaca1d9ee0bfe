import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { allLabels, carousel, longWord, pictureNamed, withFiles } from '../testing/parts.js';
import { framed } from '../testing/story-frame.js';
import { Cards, type CardsProps } from './carousel.js';

const one = carousel.cards.slice(0, 1);

const meta = {
  title: 'Parts/Cards',
  component: Cards,
  decorators: [framed, withFiles],
  args: {
    cards: one,
    isAsking: true,
    chosen: null,
    onChoose: fn() as CardsProps['onChoose'],
    labels: allLabels,
  },
} satisfies Meta<typeof Cards>;
export default meta;
type Story = StoryObj<typeof meta>;

export const OneCard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('link', { name: /See it in the shop/ })).toHaveAttribute(
      'href',
      'https://shop.example/volta',
    );
    await userEvent.click(canvas.getByRole('button', { name: 'This one' }));
    await expect(args.onChoose).toHaveBeenCalledWith(['volta'], 'This one');
  },
};
export const WithoutPicture: Story = {
  args: {
    cards: [
      {
        title: 'Repairs',
        text: 'Zips are covered for **ten years**.',
        actions: [
          { type: 'link', label: 'Call us', href: 'tel:+351210000000' },
          { type: 'link', label: 'Write to us', href: 'mailto:help@shop.example' },
        ],
      },
    ],
  },
};
export const TitleAlone: Story = { args: { cards: [{ title: 'Nothing but a title' }] } };
export const Answered: Story = { args: { isAsking: false, chosen: ['volta'], onChoose: undefined } };
export const PictureFailed: Story = {
  args: { cards: [{ title: 'Volta sling', image: { ...pictureNamed('sling', ''), fileId: 'gone' } }] },
};
export const Carousel: Story = {
  args: { cards: carousel.cards },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText('1 of 3');
    const previous = canvas.getByRole('button', { name: 'Previous card' });
    await expect(previous).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(canvas.getByRole('button', { name: 'Next card' }));
    await waitFor(() => expect(canvas.getByText('2 of 3')).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'Next card' }));
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Next card' })).toHaveAttribute('aria-disabled', 'true'),
    );
    await userEvent.click(previous);
    await waitFor(() => expect(canvas.getByText('2 of 3')).toBeVisible());
    // A row that still swings may take a press for its own.
    await waitFor(async () => {
      await userEvent.click(previous);
      await expect(previous).toHaveAttribute('aria-disabled', 'true');
    });
  },
};
export const CarouselAnswered: Story = {
  args: { cards: carousel.cards, isAsking: false, chosen: ['volta'], onChoose: undefined },
};
export const LongText: Story = {
  args: {
    cards: [
      {
        title: `${longWord} and what comes after it`,
        text: `${'A card may say a lot. '.repeat(8)}${longWord}`,
        actions: [{ type: 'choice', id: 'a', label: `${longWord} ${longWord}` }],
      },
      ...carousel.cards,
    ],
  },
};
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  args: {
    cards: carousel.cards.map((card, index) => ({ ...card, title: `حقيبة ${index + 1}`, text: 'لكل يوم' })),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next card' }));
    await waitFor(() => expect(canvas.getByText('2 of 3')).toBeVisible());
  },
};
export const Dark: Story = { globals: { theme: 'dark' }, args: { cards: carousel.cards } };
