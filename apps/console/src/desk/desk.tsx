import type { DeskClient } from '@batonchat/core';
import { agentLabels, ConnectionNotice, useTitleBadge } from '@batonchat/react';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Alerting, useAlerts } from '../alerts/use-alerts.js';
import type { Clock } from '../clock.js';
import { ConversationView } from '../conversation/conversation-view.js';
import { useOpenConversation } from '../conversation/use-open-conversation.js';
import { EmptyState } from '../empty-state.js';
import { ErrorBoundary } from '../error-boundary.js';
import { Logo } from '../logo.js';
import { Queue } from '../queue/queue.js';
import { queueOf } from '../queue/queue-of.js';
import { isUnread, type SeenMarks } from '../queue/seen.js';
import { unsentOf } from '../queue/unsent-of.js';
import { UnsentReplies } from '../queue/unsent-replies.js';
import { replaceRoute, useRoute } from '../route.js';
import type { Session } from '../sign-in/session.js';
import { words } from '../words.js';
import { AccountMenu } from './account-menu.js';
import { DeskContext, type DeskTools, useDeskState } from './desk-context.js';
import { Toast } from './toast.js';
import { useDeeds } from './use-deeds.js';

interface DeskProps {
  client: DeskClient;
  session: Session;
  clock: Clock;
  seen: SeenMarks;
  alerting: Alerting;
  onSignOut(): void;
  /** The relay does not take this session any more. */
  onExpired(): void;
}

/** The whole of what a signed-in agent works with: the queue on one side, a conversation on the other. */
export function Desk(props: DeskProps) {
  const { client, clock, seen, session } = props;
  const tools = useMemo<DeskTools>(
    () => ({ client, clock, seen, agentId: session.agentId, drafts: new Map() }),
    [client, clock, seen, session.agentId],
  );
  return (
    <DeskContext value={tools}>
      <Workspace {...props} />
    </DeskContext>
  );
}

function Workspace({ client, session, seen, alerting, onSignOut, onExpired }: DeskProps) {
  const { agentId } = session;
  const route = useRoute();
  const { tab, conversationId } = route;
  const inbox = useDeskState((state) => state.inbox);
  const me = useDeskState((state) => state.me);
  const connection = useDeskState((state) => state.connection);
  const unsentCount = useDeskState((state) => unsentOf(state).reduce((sum, { count }) => sum + count, 0));
  const isKept = useDeskState((state) => state.outboxStorage === 'durable');
  const marks = useStore(seen);
  const { undoableId, toast, clearToast, ...deeds } = useDeeds(route);
  const queue = useMemo(() => (inbox ? queueOf(inbox, agentId) : null), [inbox, agentId]);

  const unreadOfMine =
    queue?.active.filter((row) => isUnread(row, agentId, marks[row.conversationId])).length ?? 0;
  useTitleBadge((queue?.pending.length ?? 0) + unreadOfMine, words.title);
  useAlerts(alerting);
  useOpenConversation(conversationId);
  useEffect(() => {
    if (connection.status === 'closed' && connection.reason === 'forbidden') onExpired();
  }, [connection, onExpired]);

  return (
    <div className="console-desk baton" data-view={conversationId ? 'conversation' : 'queue'}>
      <div className="console-connection">
        <ConnectionNotice connection={connection} onReconnect={client.reconnect} labels={agentLabels} />
        {unsentCount > 0 && !isKept && connection.status === 'reconnecting' && (
          <p className="console-banner" role="status">
            {agentLabels.notKept}
          </p>
        )}
      </div>
      <div className="console-columns">
        <header className="console-side">
          <div className="console-side-head">
            <Logo />
            <h1>{words.product}</h1>
            <AccountMenu
              name={me?.name ?? session.name}
              avatarUrl={me?.avatarUrl ?? null}
              alerting={alerting}
              unsentCount={unsentCount}
              onSignOut={() => {
                client.discardAll();
                onSignOut();
              }}
            />
          </div>
          <UnsentReplies tab={tab} openId={conversationId} />
          <Queue
            queue={queue}
            tab={tab}
            agentId={agentId}
            openId={conversationId}
            onSelectTab={(next) => replaceRoute({ tab: next, conversationId })}
          />
        </header>
        <main className="console-main">
          {conversationId === null ? (
            <EmptyState {...words.conversation.none} />
          ) : (
            <ErrorBoundary key={conversationId}>
              <ConversationView
                conversationId={conversationId}
                tab={tab}
                isUndoable={undoableId === conversationId}
                {...deeds}
              />
            </ErrorBoundary>
          )}
        </main>
      </div>
      <Toast message={toast} onGone={clearToast} />
    </div>
  );
}
