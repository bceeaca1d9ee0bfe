import { agentLabels, Composer } from '@batonchat/react';
import { useId, useState } from 'react';
import { useDesk } from '../desk/desk-context.js';
import { words } from '../words.js';
import { lockedReason, type Standing } from './standing.js';

/** Where an agent writes. Locked, with the reason, until they have claimed the conversation; a draft is kept. */
export function ReplyBox(props: {
  conversationId: string;
  standing: Standing;
  text: string;
  onTextChange(text: string): void;
}) {
  const { conversationId, standing, text, onTextChange } = props;
  const { client } = useDesk();
  const [problem, setProblem] = useState<string | null>(null);
  const reasonId = useId();
  const locked = lockedReason(standing);

  function send(said: string): boolean {
    const sent = client.sendMessage(conversationId, said);
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
      />
    </div>
  );
}
