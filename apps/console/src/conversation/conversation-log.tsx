import { type DeskClientState, type Row, rowsOf } from '@batonchat/core';
import { Announcer, agentLabels, type Labels, MessageList, PartsProvider } from '@batonchat/react';
import { memo, useCallback, useEffect, useRef } from 'react';
import { useDesk, useDeskState } from '../desk/desk-context.js';

interface ConversationLogProps {
  conversationId: string;
  /** The agent who looks at it has claimed it. */
  isMine: boolean;
  /** Takes a failed message back. */
  onDiscard(commandId: string): void;
}

const noRows: readonly Row[] = [];

/** An agent is helped by what the relay says of a reply that it does not take. */
const labels: Labels = { ...agentLabels, notAccepted: '' };

/** What was said. It wakes with each message, and not with the rest of the view: with no key that the agent presses. */
export const ConversationLog = memo(function ConversationLog({
  conversationId,
  isMine,
  onDiscard,
}: ConversationLogProps) {
  const { client, clock } = useDesk();
  const rows = useDeskState((state) => rowsIn(state, conversationId));
  const hasOlder = useDeskState(
    ({ conversations }) => conversations[conversationId]?.conversation?.hasOlder ?? false,
  );
  const isLoadingOlder = useDeskState(
    ({ conversations }) => conversations[conversationId]?.isLoadingOlder ?? false,
  );
  const markRead = useMarkRead(conversationId, isMine);
  const loadOlder = useCallback(() => void client.loadOlder(conversationId), [client, conversationId]);
  const retry = useCallback(
    (commandId: string) => client.retry(conversationId, commandId),
    [client, conversationId],
  );
  return (
    <>
      <div className="console-messages">
        <PartsProvider fileUrl={client.fileUrl}>
          <MessageList
            rows={rows}
            viewer="agent"
            labels={labels}
            hasOlder={hasOlder}
            isLoadingOlder={isLoadingOlder}
            onLoadOlder={loadOlder}
            onRead={markRead}
            onRetry={retry}
            onDiscard={onDiscard}
            now={clock.now}
          />
        </PartsProvider>
      </div>
      <Announcer rows={rows} viewer="agent" labels={labels} />
    </>
  );
});

function rowsIn(state: DeskClientState, conversationId: string): readonly Row[] {
  const { conversations, me, connection } = state;
  const followed = conversations[conversationId];
  return followed ? rowsOf({ ...followed, me, connection }, 'agent') : noRows;
}

/** Tells the visitor what was read, from the claim on: an agent who only looks in promises nothing. */
function useMarkRead(conversationId: string, isMine: boolean): (seq: number) => void {
  const { client } = useDesk();
  const read = useRef(0);
  useEffect(() => {
    if (isMine && read.current > 0) client.markRead(conversationId, read.current);
  }, [client, conversationId, isMine]);
  return useCallback(
    (seq) => {
      read.current = Math.max(read.current, seq);
      if (isMine) client.markRead(conversationId, seq);
    },
    [client, conversationId, isMine],
  );
}
