import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { Stage } from '../testing/stage.js';
import { StagedWidget, type StagedWidgetProps } from '../testing/staged-widget.js';
import '../testing/story-frame.css';
import { ChatWidget } from '../widget/chat-widget.js';
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
  component: ChatWidget,
  render: (args) => <StagedWidget {...args} />,
  args: { script: answered, placement: 'inline', title: 'Halden Support', theme: 'light' },
  globals: { theme: 'light' },
  parameters: { docs: { story: { inline: false, iframeHeight: 660 } } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('link', { name: 'Returns' })).toBeVisible());
  },
} satisfies Meta<StagedWidgetProps>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A few properties of the page's own: the accent, what stands on it, links on light and on dark, and the radius. */
export const OwnColours: Story = { decorators: [dressed('own')] };
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
