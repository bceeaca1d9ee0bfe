import { AttachFiles, agentLabels, Composer, type ComposerTray, EmojiButton } from '@batonchat/react';
import { useCallback, useId, useState } from 'react';
import { useDesk } from '../desk/desk-context.js';
import { words } from '../words.js';
import { lockedReason, type Standing } from './standing.js';

/** Where an agent writes. Locked, with the reason, until they have claimed the conversation; a draft is kept. */
export function ReplyBox(props: {
  conversationId: string;
  standing: Standing;
  text: string;
  onTextChange(text: string): void;
  tray: ComposerTray | null;
  onTray(tray: ComposerTray | null): void;
}) {
  const { conversationId, standing, text, onTextChange, tray, onTray } = props;
  const { client } = useDesk();
  const [problem, setProblem] = useState<string | null>(null);
  const reasonId = useId();
  const locked = lockedReason(standing);
  const open = useCallback(() => client.files(conversationId), [client, conversationId]);

  function send(said: string): boolean {
    const sent = tray ? tray.send(said) : client.sendMessage(conversationId, said);
    const isTaken = 'commandId' in sent;
    setProblem(isTaken ? null : agentLabels.outboxFull);
    return isTaken;
  }

  return (
    <div className="console-reply">
      {locked !== null && (
        <p className="console-reply-locked" id={reasonId}>
          {locked}
        </p>
      )}
      <Composer
        label={words.conversation.reply}
        placeholder={locked === null ? words.conversation.placeholder : ''}
        text={text}
        onTextChange={onTextChange}
        onSend={send}
        onTyping={(isTyping) => client.setTyping(conversationId, isTyping)}
        isDisabled={locked !== null}
        problem={problem}
        labels={agentLabels}
        hasFiles={tray?.hasFiles}
        attach={
          <>
            <AttachFiles
              open={open}
              onTray={onTray}
              isDisabled={locked !== null}
              dropWithin=".console-conversation"
              labels={agentLabels}
            />
            <EmojiButton isDisabled={locked !== null} labels={agentLabels} />
          </>
        }
      />
    </div>
  );
}
