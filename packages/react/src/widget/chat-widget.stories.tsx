import { closeCodes } from '@batonchat/protocol';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import '../testing/story-frame.css';
import { type Stage, until } from '../testing/stage.js';
import { StagedWidget, type StagedWidgetProps } from '../testing/staged-widget.js';
import { ChatWidget } from './chat-widget.js';

/** The point from which most stories go on: the bot has said hello. */
const greeted = (stage: Stage): Promise<unknown> => stage.begun();

const meta = {
  title: 'ChatWidget',
  component: ChatWidget,
  args: { script: greeted },
  argTypes: {
    theme: { control: 'inline-radio', options: ['system', 'light', 'dark'] },
    placement: { control: 'inline-radio', options: ['overlay', 'inline'] },
    title: { control: 'text' },
    defaultOpen: { control: 'boolean' },
    script: { table: { disable: true } },
    relayOptions: { table: { disable: true } },
  },
  render: (args, { globals }) => (
    <StagedWidget theme={globals['theme']} locale={globals['locale']} {...args} />
  ),
  parameters: { docs: { story: { inline: false, iframeHeight: 760 } } },
} satisfies Meta<StagedWidgetProps>;
export default meta;
type Story = StoryObj<typeof meta>;

const askedWhileStuck: Partial<StagedWidgetProps> = {
  script: async ({ begun, client }) => {
    await begun();
    client.sendMessage('I am stuck');
  },
};

/** Closed: nothing is on the network yet. */
export const Closed: Story = { args: { defaultOpen: false, script: async () => undefined } };

/** No handoff: the bot answers, and a human is one press away. */
export const WithTheBot: Story = {
  args: {
    script: async ({ begun, client }) => {
      await begun();
      client.sendMessage('How long do I have to send a bag back?');
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('link', { name: 'Returns' })).toBeVisible());
  },
};

/** The bot has found nothing good enough. */
export const Offered: Story = {
  args: askedWhileStuck,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Yes, connect me' })).toBeVisible());
  },
};

export const OfferAccepted: Story = {
  args: askedWhileStuck,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Yes, connect me' }));
    await waitFor(() => expect(canvas.getByText('Waiting for a human')).toBeVisible());
    await expect(canvas.queryByRole('button', { name: 'Yes, connect me' })).toBeNull();
  },
};

export const OfferDeclined: Story = {
  args: askedWhileStuck,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Not now' }));
    await waitFor(() =>
      expect(canvas.getByRole('log')).toHaveTextContent('No problem. You can ask for a human at any time.'),
    );
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Talk to a human' })).toBeVisible());
  },
};

/** The site asks for contact details before anybody is alerted. */
export const Collecting: Story = {
  args: { relayOptions: { settings: { collect: 'before' } }, script: (stage) => stage.requested() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Email' }), 'jo@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(canvas.getByText('Waiting for a human')).toBeVisible());
  },
};

export const Pending: Story = {
  args: { script: (stage) => stage.requested() },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Waiting for a human')).toBeVisible());
    const log = canvas.getByRole('log');
    await expect(log).toHaveTextContent('Connecting you with a human...');
    await expect(canvas.queryByRole('button', { name: 'Talk to a human' })).toBeNull();
  },
};

/** Nobody has to wait for nothing: details left now are answered later. */
export const PendingContactLeft: Story = {
  args: { script: (stage) => stage.requested() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Leave your details' }));
    await userEvent.type(canvas.getByRole('textbox', { name: 'Email' }), 'jo@example.com');
    await userEvent.click(canvas.getByRole('button', { name: 'Save my details' }));
    await waitFor(() =>
      expect(canvas.getByRole('log')).toHaveTextContent('We can reach you at jo@example.com.'),
    );
  },
};

export const Active: Story = {
  args: {
    script: async ({ claimed, client, desk }) => {
      const id = await claimed();
      desk.sendMessage(id, 'Hi, Ada here. I can see your order.');
      client.sendMessage('That was quick!');
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('heading', { name: 'Ada Byron' })).toBeVisible());
    await waitFor(() => expect(canvas.getByRole('log')).toHaveTextContent('Ada Byron joined'));
  },
};

export const AgentTyping: Story = {
  args: {
    script: async ({ claimed, desk }) => {
      desk.setTyping(await claimed(), true);
    },
  },
};

export const Resolved: Story = {
  args: {
    script: async ({ claimed, desk }) => {
      desk.resolve(await claimed());
    },
  },
  play: async ({ canvas }) => {
    const line = 'Ada Byron ended the conversation. You are back with the assistant.';
    await waitFor(() => expect(canvas.getByRole('log')).toHaveTextContent(line));
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Talk to a human' })).toBeVisible());
  },
};

export const Cancelled: Story = {
  args: { script: (stage) => stage.requested() },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Cancel request' }));
    await waitFor(() => expect(canvas.getByRole('log')).toHaveTextContent('You cancelled the request.'));
  },
};

/** Nobody came: the contact form is what is left, and it says so. */
export const NobodyAvailable: Story = {
  args: {
    script: async ({ requested, relay }) => {
      await requested();
      relay.endHandoffs('nobody-available');
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Email' })).toBeVisible());
  },
};

export const RequestRefused: Story = {
  args: {
    script: async ({ begun, relay, client }) => {
      await begun();
      relay.refuseNext('invalid', 'No handoff here.');
      client.requestHandoff();
    },
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('This could not be accepted.')).toBeVisible());
  },
};

/** A message that was refused can be sent again, or goes back into the box. */
export const MessageRefused: Story = {
  args: {
    script: async ({ begun, relay, client }) => {
      await begun();
      relay.refuseNext('invalid', 'This message can’t be taken.');
      client.sendMessage('Hello?');
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveValue('Hello?'));
  },
};

/** The first answer of the relay is not here yet. */
export const Connecting: Story = {
  args: { relayOptions: { latencyMs: 600_000 }, script: async ({ client }) => client.connect() },
};

export const Reconnecting: Story = {
  args: {
    script: async ({ begun, relay, client }) => {
      await begun();
      relay.goOffline();
      client.sendMessage('Is anybody there?');
    },
  },
  play: async ({ canvas }) => {
    // A break of less than a second is not told.
    await waitFor(() => expect(canvas.getByText(/Reconnecting…/)).toBeVisible());
    await expect(canvas.getByText('Sending')).toBeVisible();
  },
};

export const ReloadNeeded: Story = {
  args: {
    script: async ({ begun, relay }) => {
      await begun();
      relay.closeAll(closeCodes.tooOld);
    },
  },
};

export const Forbidden: Story = {
  args: {
    script: async ({ begun, relay }) => {
      await begun();
      relay.closeAll(closeCodes.forbidden);
    },
  },
};

export const HistoryReplaced: Story = {
  args: {
    script: async ({ begun, relay, client }) => {
      await begun();
      client.sendMessage('Remember me?');
      await until(client.store, ({ outbox }) => outbox.length === 0);
      relay.replaceHistory();
    },
  },
};

export const Empty: Story = {
  args: { relayOptions: { greeting: '' }, script: async ({ client }) => client.connect() },
};

export const LongWordsAndCode: Story = {
  args: {
    script: async ({ begun, client }) => {
      await begun();
      client.sendMessage(
        `${'Rindfleischetikettierung'.repeat(6)}\n\n\`\`\`\nconst a = ${'1 + '.repeat(40)}1;\n\`\`\``,
      );
    },
  },
};

export const Dark: Story = { ...Active, args: { ...Active.args, theme: 'dark' }, globals: { theme: 'dark' } };

/** In another language; what is said stays as it was written. */
export const InGerman: Story = {
  args: { ...Active.args, locale: 'de' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('log')).toHaveTextContent('Ada Byron ist jetzt im Chat'));
  },
};

/** Laid out by its language, not by the page: each message by its own. */
export const RightToLeft: Story = {
  args: { ...Active.args, locale: 'ar' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('button', { name: 'إنهاء' })).toBeVisible());
  },
};

/** Inside the page rather than above it. */
export const Inline: Story = {
  args: { placement: 'inline', title: 'Halden Support' },
  decorators: [(Story) => <div className="story-inline">{Story()}</div>],
};

/** Any part can be your own. */
export const OwnParts: Story = {
  args: {
    slots: {
      EmptyState: () => <p className="baton-empty">Ask Halden anything.</p>,
      SystemNotice: ({ row }) => <p className="baton-notice">— {row.notice.type} —</p>,
    },
    script: (stage) => stage.requested(),
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('— handoff-requested —')).toBeVisible());
  },
};

/** By mouse or keyboard: focus goes to the box, Esc closes and gives it back. */
export const OpensAndCloses: Story = {
  args: { defaultOpen: false, onOpenChange: fn(), onHandoffChange: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const open = await canvas.findByRole('button', { name: 'Open chat' });
    open.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByRole('textbox', { name: 'Message' })).toHaveFocus());
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(true);
    await userEvent.click(canvas.getByRole('button', { name: 'Talk to a human' }));
    await waitFor(() =>
      expect(args.onHandoffChange).toHaveBeenLastCalledWith(expect.objectContaining({ status: 'pending' })),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Open chat' })).toHaveFocus());
    await expect(canvas.queryByRole('dialog')).toBeNull();
  },
};
