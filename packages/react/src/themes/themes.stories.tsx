import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Stage } from '../testing/stage.js';
import { StagedWidget } from '../testing/staged-widget.js';
import '../testing/story-frame.css';
import './sand.css';
import './terminal.css';

/** Both sides, a notice and a link: every colour has something to do. */
const answered = async ({ claimed, client, desk }: Stage) => {
  const id = await claimed();
  client.sendMessage('Can I still send the bag back?');
  desk.sendMessage(id, 'Of course, until **Friday**. The label is under [Returns](/help/returns).');
};

const dressed =
  (theme: string): Decorator =>
  (Story) => (
    <div className={`story-inline baton-theme-${theme}`}>
      <Story />
    </div>
  );

const meta = {
  title: 'Themes',
  component: StagedWidget,
  args: { script: answered, placement: 'inline', title: 'Halden Support', theme: 'light' },
  parameters: { docs: { story: { inline: false, iframeHeight: 660 } } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('link', { name: 'Returns' })).toBeVisible());
  },
} satisfies Meta<typeof StagedWidget>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Sand: Story = { decorators: [dressed('sand')] };
export const SandDark: Story = {
  decorators: [dressed('sand')],
  args: { theme: 'dark' },
  globals: { theme: 'dark' },
};
export const Terminal: Story = { decorators: [dressed('terminal')] };
export const TerminalDark: Story = {
  decorators: [dressed('terminal')],
  args: { theme: 'dark' },
  globals: { theme: 'dark' },
};
