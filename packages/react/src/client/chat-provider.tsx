import type { ChatClient } from '@batonchat/core';
import { createContext, type ReactNode, useContext } from 'react';
import { PartsProvider } from '../parts/parts-provider.js';

const ChatContext = createContext<ChatClient | null>(null);

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps {
  client: ChatClient;
  children: ReactNode;
}

/** Gives a client to everything below it, and the addresses of its files to the messages that show some. */
export function ChatProvider({ client, children }: ChatProviderProps) {
  return (
    <ChatContext.Provider value={client}>
      <PartsProvider fileUrl={client.fileUrl}>{children}</PartsProvider>
    </ChatContext.Provider>
  );
}

/**
 * The client of the nearest {@link ChatProvider}.
 *
 * @throws Error where there is none
 */
export function useChatClient(): ChatClient {
  const client = useContext(ChatContext);
  if (!client)
    throw new Error(
      'useChatClient was called outside a ChatProvider. Wrap the component in <ChatProvider client={...}>.',
    );
  return client;
}
