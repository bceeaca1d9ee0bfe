import { type DeskClientState, type DeskConversation, rowsOf } from '@batonchat/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Composer } from '../composer/composer.js';
import { agentLabels } from '../english-for-agents.js';
import { MessageList } from '../message-list/message-list.js';
import type { Stage } from '../testing/stage.js';

const idOf = ({ inbox }: DeskClientState): string | null => Object.keys(inbox ?? {})[0] ?? null;

/** What the relay does by itself when time is up, or a line breaks: here by a button. */
function Elsewhere({ stage, isOpen }: { stage: Stage; isOpen: boolean }) {
  const [isCut, setCut] = useState(false);
  const toggle = () => {
    if (isCut) stage.relay.goOnline();
    else stage.relay.goOffline();
    setCut(!isCut);
  };
  return (
    <>
      <button type="button" className="baton-button" aria-pressed={isCut} onClick={toggle}>
        Cut the line
      </button>
      <button
        type="button"
        className="baton-button"
        disabled={!isOpen || isCut}
        onClick={() => stage.relay.endHandoffs('nobody-available')}
      >
        Nobody comes
      </button>
    </>
  );
}

function Open({ stage, id, followed }: { stage: Stage; id: string; followed: DeskConversation }) {
  const { desk } = stage;
  const [text, setText] = useState('');
  const handoff = followed.conversation?.state.handoff;
  const status = handoff?.status ?? 'none';
  const isActive = status === 'active';
  const buttons: [name: string, canPress: boolean, press: () => void][] = [
    ['Claim', status === 'pending', () => desk.claim(id)],
    ['Give back to the queue', isActive, () => desk.release(id)],
    ['Resolve', isActive, () => desk.resolve(id)],
    ['Undo resolve', handoff?.endReason === 'resolved-by-agent', () => desk.resume(id)],
  ];
  return (
    <>
      <dl className="handoff-play-state">
        <div>
          <dt>Handoff</dt>
          <dd>{status}</dd>
        </div>
        <div>
          <dt>Owner</dt>
          <dd>{followed.conversation?.state.owner.kind}</dd>
        </div>
        {handoff?.endReason && (
          <div>
            <dt>Because</dt>
            <dd>{handoff.endReason}</dd>
          </div>
        )}
      </dl>
      <MessageList
        rows={rowsOf(followed, 'agent')}
        viewer="agent"
        labels={agentLabels}
        onRead={(seq) => desk.markRead(id, seq)}
      />
      <fieldset className="handoff-play-buttons">
        <legend className="baton-hidden">What the agent does</legend>
        {buttons.map(([name, canPress, press]) => (
          <button
            key={name}
            type="button"
            className={`baton-button ${name === 'Claim' && canPress ? 'baton-button-primary' : ''}`}
            disabled={!canPress}
            onClick={press}
          >
            {name}
          </button>
        ))}
        <Elsewhere stage={stage} isOpen={status === 'pending' || isActive} />
      </fieldset>
      <Composer
        text={text}
        onTextChange={setText}
        onSend={(said) => !('refusal' in desk.sendMessage(id, said))}
        onTyping={(isTyping) => desk.setTyping(id, isTyping)}
        isDisabled={!isActive}
        placeholder={isActive ? undefined : 'Claim first, then answer'}
        labels={agentLabels}
      />
    </>
  );
}

/** A small agent's side over a desk client: enough to see both ends of a handoff. */
export function PlayDesk({ stage }: { stage: Stage }) {
  const { desk } = stage;
  const id = useStore(desk.store, idOf);
  const followed = useStore(desk.store, ({ conversations }) => (id === null ? undefined : conversations[id]));
  useEffect(() => {
    if (id !== null) desk.openConversation(id);
  }, [desk, id]);
  return id !== null && followed?.conversation ? (
    <Open stage={stage} id={id} followed={followed} />
  ) : (
    <p className="handoff-play-wait">No conversation yet. Write something on the other side.</p>
  );
}
