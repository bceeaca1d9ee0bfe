import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, waitFor, within } from 'storybook/test';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';
import './handoff-play.css';
import { PlayDesk } from './play-desk.js';

interface PlayProps {
  theme: 'system' | 'light' | 'dark';
  /** When the visitor is asked how they can be reached. */
  collect: 'never' | 'while-waiting' | 'before';
}

/** Both ends of one conversation, joined by a relay that lives in this page. */
function Play({ theme, collect }: PlayProps) {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    const made = createStage({ latencyMs: 40, settings: { collect } });
    made.desk.connect();
    setStage(made);
    return made.destroy;
  }, [collect]);
  return (
    stage && (
      <div className="handoff-play">
        <section className="handoff-play-side" aria-label="The visitor">
          <h2>The visitor</h2>
          <ChatWidget client={stage.client} placement="inline" theme={theme} title="Halden Support" />
        </section>
        <section className="handoff-play-side" aria-label="The agent">
          <h2>The agent, Ada</h2>
          <div className="baton handoff-play-desk" data-theme={theme === 'system' ? undefined : theme}>
            <PlayDesk stage={stage} />
          </div>
        </section>
      </div>
    )
  );
}

const meta = {
  title: 'Play the handoff',
  component: Play,
  tags: ['!autodocs'],
  args: { theme: 'light', collect: 'while-waiting' },
  argTypes: {
    theme: { control: 'inline-radio', options: ['system', 'light', 'dark'] },
    collect: { control: 'inline-radio', options: ['never', 'while-waiting', 'before'] },
  },
  render: (args, { globals }) => <Play {...args} theme={globals['theme'] ?? args.theme} />,
} satisfies Meta<typeof Play>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Ask for a human on the left, claim and answer on the right, resolve: the bot is back. No server. */
export const BothSides: Story = {};

/** The same, played by itself. */
export const FromBotToHumanAndBack: Story = {
  play: async ({ canvas, userEvent }) => {
    const visitor = within(await canvas.findByRole('region', { name: 'The visitor' }));
    const agent = within(canvas.getByRole('region', { name: 'The agent' }));
    await userEvent.type(await visitor.findByRole('textbox', { name: 'Message' }), 'talk to a human{Enter}');
    const claim = await agent.findByRole('button', { name: 'Claim' });
    await waitFor(() => expect(claim).toBeEnabled());
    await userEvent.click(claim);
    await waitFor(() => expect(visitor.getByRole('log')).toHaveTextContent('Ada Byron joined'));
    const reply = agent.getByRole('textbox', { name: 'Reply' });
    await waitFor(() => expect(reply).toBeEnabled());
    await userEvent.type(reply, 'Hi, I am Ada.{Enter}');
    await waitFor(() => expect(visitor.getByRole('log')).toHaveTextContent('Hi, I am Ada.'));
    const resolve = agent.getByRole('button', { name: 'Resolve' });
    await waitFor(() => expect(resolve).toBeEnabled());
    await userEvent.click(resolve);
    await waitFor(() =>
      expect(visitor.getByRole('log')).toHaveTextContent('You are back with the assistant.'),
    );
    await waitFor(() => expect(agent.getByRole('button', { name: 'Undo resolve' })).toBeEnabled());
  },
};
