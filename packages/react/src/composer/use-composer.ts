import type { ChatClient } from '@batonchat/core';
import { answerIn, textOf } from '@batonchat/protocol';
import { useCallback, useMemo, useState } from 'react';

/** What a composer for a visitor holds and does; spread it into `Composer`. */
export interface ComposerState {
  text: string;
  /** The outbox is full: the last text was not taken. */
  isOutboxFull: boolean;
  setText: (text: string) => void;
  send: (text: string) => boolean;
  /** Gives a failed message up and puts its text back into the box. */
  takeBack: (commandId: string) => void;
}

/** A draft and its way into the outbox. Keep it above whatever may unmount, and the draft survives. */
export function useComposer(client: ChatClient | null): ComposerState {
  const [text, setText] = useState('');
  const [isOutboxFull, setIsOutboxFull] = useState(false);

  const change = useCallback((next: string) => {
    setText(next);
    setIsOutboxFull(false);
  }, []);

  const send = useCallback(
    (said: string) => {
      if (!client) return false;
      const result = client.sendMessage(said);
      const isTaken = 'commandId' in result;
      setIsOutboxFull(!isTaken && result.refusal === 'outbox-full');
      return isTaken;
    },
    [client],
  );

  const takeBack = useCallback(
    (commandId: string) => {
      const command = client?.discard(commandId)?.command;
      if (command?.type !== 'send-message') return;
      // An answer is given again where it was asked.
      if (answerIn(command.parts)) return;
      const said = textOf(command);
      setText((before) => (before.trim() === '' ? said : `${before}\n${said}`));
    },
    [client],
  );

  return useMemo(
    () => ({ text, isOutboxFull, setText: change, send, takeBack }),
    [text, isOutboxFull, change, send, takeBack],
  );
}
