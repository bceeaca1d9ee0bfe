import { type ChatClient, handoffOf } from '@batonchat/core';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState } from 'react';
import { expect, waitFor } from 'storybook/test';
import { Composer } from '../composer/composer.js';
import { useComposer } from '../composer/use-composer.js';
import { MessageList } from '../message-list/message-list.js';
import { createStage, type Stage } from '../testing/stage.js';
import { framedTall } from '../testing/story-frame.js';
import { ChatProvider, useChatClient } from './chat-provider.js';
import { useChat, useRows } from './use-chat.js';

/** A chat of one's own, from the hooks and whichever components fit. */
function OwnChat() {
  const client = useChatClient();
  const rows = useRows(client);
  const composer = useComposer(client);
  const status = useChat(client, (state) => handoffOf(state)?.status ?? 'with the bot');
  return (
    <>
      <p>Handoff: {status}</p>
      <MessageList rows={rows} viewer="visitor" onRead={client.markRead} />
      <Composer text={composer.text} onTextChange={composer.setText} onSend={composer.send} />
    </>
  );
}

function Provided({ onReady }: { onReady?: (client: ChatClient) => void }) {
  const [stage, setStage] = useState<Stage | null>(null);
  useEffect(() => {
    const made = createStage();
    made.client.connect();
    setStage(made);
    onReady?.(made.client);
    return made.destroy;
  }, [onReady]);
  return (
    stage && (
      <ChatProvider client={stage.client}>
        <OwnChat />
      </ChatProvider>
    )
  );
}

const meta = {
  title: 'Hooks/Headless',
  component: Provided,
  decorators: [framedTall],
  parameters: {
    docs: {
      description: {
        component:
          'A chat of your own: `ChatProvider` gives the client, `useRows`, `useComposer` and `useChat` what is shown, and whichever components fit show it.',
      },
    },
  },
} satisfies Meta<typeof Provided>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Message' }), 'talk to a human{Enter}');
    await waitFor(() => expect(canvas.getByText('Handoff: pending')).toBeVisible());
  },
};
