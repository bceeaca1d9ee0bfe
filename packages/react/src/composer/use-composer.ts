import type { ChatClient, Files } from '@batonchat/core';
import { textOf } from '@batonchat/protocol';
import { useCallback, useMemo, useState } from 'react';

/** The files of a composer, as far as sending them goes. */
export interface ComposerTray extends Pick<Files, 'send'> {
  /** There are some that can be sent. */
  hasFiles: boolean;
}

/** What a composer for a visitor holds and does; spread it into `Composer`. */
export interface ComposerState {
  text: string;
  /** The outbox is full: the last text was not taken. */
  isOutboxFull: boolean;
  setText: (text: string) => void;
  send: (text: string) => boolean;
  /** What goes with the next message besides its text; null while `AttachFiles` is not there. */
  tray: ComposerTray | null;
  setTray: (tray: ComposerTray | null) => void;
  /** Gives a failed message up and puts its text back into the box. */
  takeBack: (commandId: string) => void;
}

/** A draft and its way into the outbox. Keep it above whatever may unmount, and the draft survives. */
export function useComposer(client: ChatClient | null): ComposerState {
  const [text, setText] = useState('');
  const [isOutboxFull, setIsOutboxFull] = useState(false);
  const [tray, setTray] = useState<ComposerTray | null>(null);

  const change = useCallback((next: string) => {
    setText(next);
    setIsOutboxFull(false);
  }, []);

  const send = useCallback(
    (said: string) => {
      if (!client) return false;
      const result = tray ? tray.send(said) : client.sendMessage(said);
      const isTaken = 'commandId' in result;
      setIsOutboxFull(!isTaken && result.refusal === 'outbox-full');
      return isTaken;
    },
    [client, tray],
  );

  const takeBack = useCallback(
    (commandId: string) => {
      const item = client?.discard(commandId);
      if (item?.command.type !== 'send-message') return;
      client?.files().then(
        (files) => files.takeBack(item),
        () => {},
      );
      // An answer is given again where it was asked.
      const said = textOf({ parts: item.command.parts.filter(({ type }) => type === 'text') });
      if (said) setText((before) => (before.trim() === '' ? said : `${before}\n${said}`));
    },
    [client],
  );

  return useMemo(
    () => ({ text, isOutboxFull, tray, setTray, setText: change, send, takeBack }),
    [text, isOutboxFull, tray, change, send, takeBack],
  );
}
