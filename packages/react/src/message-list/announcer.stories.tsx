import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { handoffRows } from '../testing/rows.js';
import { framed } from '../testing/story-frame.js';
import { Announcer, type AnnouncerProps } from './announcer.js';

const meta = {
  title: 'Components/Announcer',
  component: Announcer,
  decorators: [framed],
  args: { rows: handoffRows, viewer: 'visitor' },
} satisfies Meta<typeof Announcer>;
export default meta;
type Story = StoryObj<typeof meta>;

function OneByOne({ rows, ...props }: AnnouncerProps) {
  const [count, setCount] = useState(5);
  return (
    <>
      <button type="button" className="baton-button" onClick={() => setCount(count + 1)}>
        Next row
      </button>
      <Announcer {...props} rows={rows.slice(0, count)} />
    </>
  );
}

/** Unseen. Press the button, and what comes in is read out once, outside the log. */
export const Default: Story = {
  render: (args) => <OneByOne {...args} />,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Next row' }));
    await waitFor(() => expect(canvas.getByText('Ada Byron joined')).toBeInTheDocument());
  },
};
