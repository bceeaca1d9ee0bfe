import type { DeskConversation } from '@batonchat/core';
import { type Conversation, textOf } from '@batonchat/protocol';
import type { ComposerTray } from '@batonchat/react';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import type { Route } from '../route.js';
import { words } from '../words.js';
import { ConversationActions } from './conversation-actions.js';
import { ConversationHeader } from './conversation-header.js';
import { ConversationLog } from './conversation-log.js';
import { HistoryNotice } from './history-notice.js';
import { RefusedCommands } from './refused-commands.js';
import { ReplyBox } from './reply-box.js';
import { type Standing, standingOf } from './standing.js';
import { TypingLine } from './typing-line.js';
import { useDraft } from './use-draft.js';
import { focusReply, leaveOnEscape, useConversationFocus } from './use-focus.js';
import { VisitorDetails } from './visitor-details.js';

const nothingUnsent: DeskConversation['outbox'] = [];

/** A conversation that has arrived: its history, what agents know of the visitor, and what can be done. */
export function OpenConversation(props: {
  conversationId: string;
  conversation: Conversation;
  tab: Route['tab'];
  isUndoable: boolean;
  onPassedOn(visitor: string): void;
  onReleased(visitor: string): void;
  onResolving(): void;
}) {
  const { conversationId, conversation, tab, isUndoable } = props;
  const { client, agentId, drafts } = useDesk();
  const { state } = conversation;
  const standing = standingOf(state, agentId);
  const wasPending = useWasPending(standing);
  const view = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const detailsId = useId();
  const [areDetailsOpen, setDetailsOpen] = useState(false);
  const outbox = useDeskState(({ conversations }) => conversations[conversationId]?.outbox ?? nothingUnsent);
  const desk = useDeskState(({ conversations }) => conversations[conversationId]?.desk ?? null);
  const identity = desk?.context?.identity;
  const visitor = words.visitor(identity?.name || state.contact?.name || null, conversationId);
  const isHistoryReplaced = useDeskState(
    ({ conversations }) => conversations[conversationId]?.isHistoryReplaced ?? false,
  );
  const [draft, setDraft] = useDraft(conversationId);
  const [tray, setTray] = useState<ComposerTray | null>(null);
  const isMine = standing.kind === 'mine';
  useConversationFocus(view, heading, isMine);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && areDetailsOpen) setDetailsOpen(false);
    else leaveOnEscape(event);
  }

  const discard = useCallback(
    (commandId: string) => {
      const item = client.discard(conversationId, commandId);
      if (item?.command.type === 'send-message') {
        client.files(conversationId).then(
          (files) => files.takeBack(item),
          () => {},
        );
        const said = textOf({ parts: item.command.parts.filter(({ type }) => type === 'text') });
        if (said && !drafts.get(conversationId)) setDraft(said);
      }
      focusReply(view.current);
    },
    [client, conversationId, drafts, setDraft],
  );

  return (
    <article className="console-conversation" aria-label={visitor} ref={view} onKeyDown={onKeyDown}>
      <ConversationHeader
        conversation={conversation}
        identity={identity}
        standing={standing}
        tab={tab}
        headingRef={heading}
        details={{ id: detailsId, isOpen: areDetailsOpen, onToggle: () => setDetailsOpen(!areDetailsOpen) }}
      >
        <ConversationActions
          conversationId={conversationId}
          standing={standing}
          outbox={outbox}
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
          outbox={outbox}
          takenBy={wasPending && standing.kind === 'other' ? standing.agentName : null}
        />
        {isHistoryReplaced && <HistoryNotice conversationId={conversationId} />}
        <ConversationLog conversationId={conversationId} isMine={isMine} onDiscard={discard} />
        <TypingLine conversationId={conversationId} visitor={visitor} />
        <ReplyBox
          conversationId={conversationId}
          standing={standing}
          text={draft}
          onTextChange={setDraft}
          tray={tray}
          onTray={setTray}
        />
      </div>
      <VisitorDetails
        id={detailsId}
        isOpen={areDetailsOpen}
        contact={state.contact}
        channel={state.channel}
        locale={state.locale}
        startedAt={state.startedAt}
        desk={desk}
      />
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
