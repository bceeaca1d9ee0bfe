import { type ChatClient, createChatClient, type GetToken } from '@batonchat/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Before the first paint; a server, which paints nothing, warns of it. */
const useEffectAtOnce = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * The client that is given, or one for `relay` that lives as long as the component. It is made, and connects, once
 * `isWanted`: before that there is nothing on the network, and null where none was given. With `getToken` it is a signed
 * visitor's; without, another one, of whoever is here while nobody is signed in.
 */
export function useOwnClient(
  given: ChatClient | undefined,
  relay: string | undefined,
  isWanted: boolean,
  getToken?: GetToken,
): ChatClient | null {
  const [own, setOwn] = useState<ChatClient | null>(null);
  const isOwn = given === undefined;
  const isSigned = getToken !== undefined;
  const latest = useRef(getToken);
  useEffectAtOnce(() => {
    latest.current = getToken;
  });

  useEffectAtOnce(() => {
    if (!isOwn || !isWanted) return;
    if (relay === undefined)
      throw new Error(
        'ChatWidget needs the address of a relay (relay="https://chat.example.com") or a client.',
      );
    const client = createChatClient({
      relay,
      getToken: isSigned ? () => latest.current?.() ?? null : undefined,
    });
    client.connect();
    setOwn(client);
    return () => {
      setOwn(null);
      client.destroy();
    };
  }, [isOwn, relay, isWanted, isSigned]);

  // React runs all effects before an update of this kind: whoever draws the client listens to it before the first paint,
  // which then shows what it had to say at once.
  const [, setConnected] = useState<ChatClient>();
  useEffectAtOnce(() => {
    if (!isWanted) return;
    given?.connect();
    setConnected(given);
  }, [given, isWanted]);

  return given ?? own;
}
