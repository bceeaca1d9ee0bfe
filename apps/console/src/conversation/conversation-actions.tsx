import type { DeskConversation } from '@batonchat/core';
import type { MouseEvent } from 'react';
import { useDesk } from '../desk/desk-context.js';
import { MoreIcon } from '../icons.js';
import { Menu } from '../menu.js';
import { words } from '../words.js';
import type { Standing } from './standing.js';

/** What an agent can do with a conversation besides answering it. */
export function ConversationActions(props: {
  conversationId: string;
  standing: Standing;
  outbox: DeskConversation['outbox'];
  /** It was pending when this agent opened it: Claim stays, so that no button vanishes under the pointer. */
  wasPending: boolean;
  /** A resolve can still be undone: no Claim takes the place of the Resolve that was just pressed. */
  isUndoable: boolean;
  onPassedOn(): void;
  onReleased(): void;
  onResolving(): void;
}) {
  const { conversationId, standing, outbox, wasPending, isUndoable, onPassedOn, onReleased, onResolving } =
    props;
  const { client } = useDesk();
  const { conversation } = words;
  const isUnderWay = (type: string) =>
    outbox.some((item) => item.command.type === type && item.status === 'sending');
  const claim = (
    <button
      type="button"
      className="console-button"
      data-look={standing.kind === 'pending' ? 'primary' : undefined}
      aria-busy={isUnderWay('claim')}
      onClick={(event) => {
        if (isSecondOfDoubleClick(event) || isUnderWay('claim')) return;
        client.claim(conversationId);
      }}
    >
      {conversation.claim}
    </button>
  );

  if (standing.kind === 'pending')
    return (
      <>
        <button
          type="button"
          className="console-button"
          onClick={() => {
            client.reject(conversationId);
            onPassedOn();
          }}
        >
          {conversation.reject}
        </button>
        {claim}
      </>
    );
  if (standing.kind === 'mine')
    return (
      <>
        <button
          type="button"
          className="console-button"
          data-look="primary"
          aria-busy={isUnderWay('resolve')}
          onClick={(event) => {
            if (isSecondOfDoubleClick(event) || isUnderWay('resolve')) return;
            client.resolve(conversationId);
            onResolving();
          }}
        >
          {conversation.resolve}
        </button>
        <Menu
          label={conversation.more}
          face={<MoreIcon />}
          items={() => [
            {
              label: conversation.release,
              onSelect: () => {
                client.release(conversationId);
                onReleased();
              },
            },
          ]}
        />
      </>
    );
  if (standing.kind === 'other') return wasPending ? claim : null;
  return isUndoable ? null : claim;
}

/** Claim and Resolve take each other's place: a double click on one must not undo itself by the other. */
const isSecondOfDoubleClick = (event: MouseEvent) => event.detail > 1;
