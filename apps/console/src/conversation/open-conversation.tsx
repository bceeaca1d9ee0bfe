import { type DeskConversation, rowsOf } from '@batonchat/core';
import { type Conversation, textOf } from '@batonchat/protocol';
import { Announcer, agentLabels, MessageList } from '@batonchat/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import type { Route } from '../route.js';
import { words } from '../words.js';
import { ConversationActions } from './conversation-actions.js';
import { ConversationHeader } from './conversation-header.js';
import { HistoryNotice } from './history-notice.js';
import { RefusedCommands } from './refused-commands.js';
import { ReplyBox } from './reply-box.js';
import { type Standing, standingOf } from './standing.js';
import { TypingLine } from './typing-line.js';
import { useDraft } from './use-draft.js';
import { focusReply, leaveOnEscape, useConversationFocus } from './use-focus.js';
import { VisitorDetails } from './visitor-details.js';

/** A conversation that has arrived: its history, what agents know of the visitor, and what can be done. */
export function OpenConversation(props: {
  conversationId: string;
  conversation: Conversation;
  followed: DeskConversation;
  tab: Route['tab'];
  isUndoable: boolean;
  onPassedOn(visitor: string): void;
  onReleased(visitor: string): void;
  onResolving(): void;
}) {
  const { conversationId, conversation, followed, tab, isUndoable } = props;
  const { client, clock, agentId } = useDesk();
  const { state } = conversation;
  const standing = standingOf(state, agentId);
  const wasPending = useWasPending(standing);
  const visitor = words.visitor(state.contact?.name || null, conversationId);
  const view = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const detailsId = useId();
  const [areDetailsOpen, setDetailsOpen] = useState(false);
  const me = useDeskState((state) => state.me);
  const connection = useDeskState((state) => state.connection);
  const rows = rowsOf({ ...followed, me, connection }, 'agent');
  const [draft, setDraft] = useDraft(conversationId);
  const isMine = standing.kind === 'mine';
  useConversationFocus(view, heading, isMine);
  const markRead = useMarkRead(conversationId, isMine);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && areDetailsOpen) setDetailsOpen(false);
    else leaveOnEscape(event);
  }

  function discard(commandId: string) {
    const command = client.discard(conversationId, commandId)?.command;
    if (command?.type === 'send-message' && draft === '') setDraft(textOf(command));
    focusReply(view.current);
  }

  return (
    <article className="console-conversation" aria-label={visitor} ref={view} onKeyDown={onKeyDown}>
      <ConversationHeader
        conversation={conversation}
        standing={standing}
        tab={tab}
        headingRef={heading}
        details={{ id: detailsId, isOpen: areDetailsOpen, onToggle: () => setDetailsOpen(!areDetailsOpen) }}
      >
        <ConversationActions
          conversationId={conversationId}
          standing={standing}
          outbox={followed.outbox}
          wasPending={wasPending}
          isUndoable={isUndoable}
          onPassedOn={() => props.onPassedOn(visitor)}
          onReleased={() => props.onReleased(visitor)}
          onResolving={props.onResolving}
        />
      </ConversationHeader>
      <div className="console-thread">
        <RefusedCommands
          conversationId={conversationId}
          outbox={followed.outbox}
          takenBy={wasPending && standing.kind === 'other' ? standing.agentName : null}
        />
        {followed.isHistoryReplaced && <HistoryNotice conversationId={conversationId} />}
        <div className="console-messages">
          <MessageList
            rows={rows}
            viewer="agent"
            labels={agentLabels}
            hasOlder={conversation.hasOlder}
            isLoadingOlder={followed.isLoadingOlder}
            onLoadOlder={() => void client.loadOlder(conversationId)}
            onRead={markRead}
            onRetry={(commandId) => client.retry(conversationId, commandId)}
            onDiscard={discard}
            now={clock.now}
          />
        </div>
        <Announcer rows={rows} viewer="agent" labels={agentLabels} />
        <TypingLine authors={followed.typing} visitor={visitor} />
        <ReplyBox conversationId={conversationId} standing={standing} text={draft} onTextChange={setDraft} />
      </div>
      <VisitorDetails id={detailsId} isOpen={areDetailsOpen} state={state} desk={followed.desk} />
    </article>
  );
}

/** True from the moment that this view has shown the conversation as pending. */
function useWasPending(standing: Standing): boolean {
  const [wasPending, setWasPending] = useState(false);
  const isPending = standing.kind === 'pending';
  if (isPending && !wasPending) setWasPending(true);
  if (standing.kind === 'mine' && wasPending) setWasPending(false);
  return wasPending;
}

/** Tells the visitor what was read, from the claim on: an agent who only looks in promises nothing. */
function useMarkRead(conversationId: string, isMine: boolean): (seq: number) => void {
  const { client } = useDesk();
  const read = useRef(0);
  useEffect(() => {
    if (isMine && read.current > 0) client.markRead(conversationId, read.current);
  }, [client, conversationId, isMine]);
  return (seq) => {
    read.current = Math.max(read.current, seq);
    if (isMine) client.markRead(conversationId, seq);
  };
}
