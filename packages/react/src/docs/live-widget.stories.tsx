import type { Meta, StoryObj } from '@storybook/react-vite';
import { StagedWidget } from '../testing/staged-widget.js';
import './live-widget.css';
import { withAda } from './with-ada.js';

const meta = {
  title: 'Live widget',
  component: StagedWidget,
  // Shown on the first page alone.
  tags: ['!dev', '!autodocs'],
  args: { placement: 'inline', title: 'Halden Support', script: withAda },
  render: (args, { globals }) => (
    <div className="live-widget">
      <StagedWidget {...args} theme={globals['theme']} locale={globals['locale']} />
    </div>
  ),
} satisfies Meta<typeof StagedWidget>;
export default meta;

/** The whole widget: a bot answers, and a human joins when one is asked for. */
export const Live: StoryObj<typeof meta> = {};
