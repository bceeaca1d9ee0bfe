import { type ChatClient, createChatClient } from '@batonchat/core';
import { useEffect, useState } from 'react';

/**
 * The client that is given, or one for `relay` that lives as long as the component. It is made, and connects, once
 * `isWanted`: before that there is nothing on the network, and null where none was given.
 */
export function useOwnClient(
  given: ChatClient | undefined,
  relay: string | undefined,
  isWanted: boolean,
): ChatClient | null {
  const [own, setOwn] = useState<ChatClient | null>(null);
  const isOwn = given === undefined;

  useEffect(() => {
    if (!isOwn || !isWanted) return;
    if (relay === undefined)
      throw new Error(
        'ChatWidget needs the address of a relay (relay="https://chat.example.com") or a client.',
      );
    const client = createChatClient({ relay });
    client.connect();
    setOwn(client);
    return () => {
      setOwn(null);
      client.destroy();
    };
  }, [isOwn, relay, isWanted]);

  useEffect(() => {
    if (isWanted) given?.connect();
  }, [given, isWanted]);

  return given ?? own;
}
