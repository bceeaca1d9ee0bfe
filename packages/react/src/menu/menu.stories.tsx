import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Stage } from '../testing/stage.js';
import { StagedWidget } from '../testing/staged-widget.js';
import { framedTall } from '../testing/story-frame.js';

const talking = (stage: Stage) => stage.claimed();

const meta = {
  title: 'Components/Menu',
  component: StagedWidget,
  decorators: [framedTall],
  args: { placement: 'inline', locales: ['en', 'de', 'ar', 'ja'], script: talking },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('heading', { name: 'Ada Byron' });
    await userEvent.click(canvas.getByRole('button', { name: 'Menu' }));
    await waitFor(() => expect(canvas.getByRole('menuitemradio', { name: 'Deutsch' })).toBeVisible());
  },
} satisfies Meta<typeof StagedWidget>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Dark: Story = { args: { theme: 'dark' } };
