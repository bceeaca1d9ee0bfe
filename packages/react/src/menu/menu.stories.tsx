import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Stage } from '../testing/stage.js';
import { StagedWidget } from '../testing/staged-widget.js';
import { framedTall } from '../testing/story-frame.js';

const talking = (stage: Stage) => stage.claimed();

const meta = {
  title: 'Components/Menu',
  component: StagedWidget,
  parameters: {
    docs: {
      description: {
        component:
          'What is seldom wanted, behind the header’s button: the transcript, the sound, the languages, and the way out of a handoff where the header has no room for it. Press the three dots. In the package it is part of `ChatWidget` and `ChatPanel`.',
      },
    },
  },
  decorators: [framedTall],
  args: { placement: 'inline', locales: ['en', 'de', 'ar', 'ja'], script: talking },
  argTypes: { script: { table: { disable: true } }, relayOptions: { table: { disable: true } } },
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

const noMail = { mail: () => 'failed' as const };
const mailed = { mail: () => 'waiting' as const };

/** Where a mail server refuses the address. */
export const MailRefused: Story = {
  args: { relayOptions: noMail },
  play: async (context) => {
    await meta.play(context);
    const { canvas, userEvent } = context;
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Email transcript' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Email' }), 'gone@example.com{Enter}');
    await waitFor(() => expect(canvas.getByText(/could not be delivered/)).toBeVisible(), { timeout: 5000 });
  },
};
export const Mailed: Story = {
  args: { relayOptions: mailed },
  play: async (context) => {
    await meta.play(context);
    const { canvas, userEvent } = context;
    await userEvent.click(canvas.getByRole('menuitem', { name: 'Email transcript' }));
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Email' }), 'vera@example.com{Enter}');
    await waitFor(() => expect(canvas.getByText('On its way to vera@example.com.')).toBeVisible());
  },
};
