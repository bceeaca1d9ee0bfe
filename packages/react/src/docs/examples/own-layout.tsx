import { createChatClient, handoffOf } from '@batonchat/core';
import {
  Announcer,
  Composer,
  MessageList,
  PartsProvider,
  TalkToHumanButton,
  useChat,
  useComposer,
  useRows,
} from '@batonchat/react';
import '@batonchat/react/styles.css';

const client = createChatClient({ relay: 'http://localhost:9099' });
client.connect();

export function Help() {
  const rows = useRows(client);
  const composer = useComposer(client);
  const status = useChat(client, (state) => handoffOf(state)?.status ?? 'with the bot');
  return (
    <section className="baton" aria-label={`Chat, ${status}`}>
      <PartsProvider onAnswer={client.answer}>
        <MessageList rows={rows} viewer="visitor" onLoadOlder={client.loadOlder} onRead={client.markRead} />
      </PartsProvider>
      <Announcer rows={rows} viewer="visitor" />
      <TalkToHumanButton onRequest={client.requestHandoff} />
      <Composer text={composer.text} onTextChange={composer.setText} onSend={composer.send} />
    </section>
  );
}
