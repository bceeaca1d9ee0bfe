import { createChatClient } from '@batonchat/core';
import { ChatWidget, type ChatWidgetProps, useChat } from '@batonchat/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@batonchat/react/styles.css';

declare const __RELAY__: string;

const client = createChatClient({ relay: __RELAY__ });

const Launcher: NonNullable<ChatWidgetProps['slots']>['Launcher'] = ({ onToggle, buttonRef, labels }) => (
  <button type="button" ref={buttonRef} onClick={onToggle}>
    {labels?.openChat}
  </button>
);

/** A client and a slot of the page's own, beside the ready widget. */
function Site() {
  const connection = useChat(client, (state) => state.connection.status);
  return (
    <main>
      <h1>A Vite site</h1>
      <p>Connection: {connection}</p>
      <ChatWidget client={client} slots={{ Launcher }} theme="dark" />
    </main>
  );
}

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Site />
    </StrictMode>,
  );
