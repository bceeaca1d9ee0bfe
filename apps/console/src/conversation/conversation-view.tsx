import { memo, useState } from 'react';
import { useTicking } from '../clock.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { EmptyState } from '../empty-state.js';
import { BackIcon } from '../icons.js';
import { hrefOf, type Route } from '../route.js';
import { words } from '../words.js';
import { OpenConversation } from './open-conversation.js';
import { useSeenMarks } from './use-seen-marks.js';

/** How long a conversation that is not in the queue may take to arrive before it counts as missing. */
const patienceMs = 4000;

/** The conversation on screen, from the first moment on: loading, not there, or open. */
export const ConversationView = memo(function ConversationView(props: {
  conversationId: string;
  tab: Route['tab'];
  isUndoable: boolean;
  onPassedOn(visitor: string): void;
  onReleased(visitor: string): void;
  onResolving(): void;
}) {
  const { conversationId, tab } = props;
  const conversation = useDeskState((state) => state.conversations[conversationId]?.conversation);
  useSeenMarks(conversationId);
  if (conversation) return <OpenConversation {...props} conversation={conversation} />;
  return (
    <>
      <header className="console-conversation-head">
        <a
          className="console-icon-button console-back"
          href={hrefOf({ tab, conversationId: null })}
          aria-label={words.conversation.back}
        >
          <BackIcon />
        </a>
      </header>
      <Absent conversationId={conversationId} />
    </>
  );
});

function Absent({ conversationId }: { conversationId: string }) {
  const { clock } = useDesk();
  const [since] = useState(() => clock.now());
  const isLate = useTicking(clock, (now) => now - since > patienceMs);
  const isListed = useDeskState((state) => state.inbox === null || conversationId in state.inbox);
  const isConnected = useDeskState((state) => state.connection.status === 'connected');
  if (isLate && isConnected && !isListed) return <EmptyState {...words.conversation.missing} />;
  return (
    <p className="console-loading" role="status">
      {words.conversation.loading}
    </p>
  );
}
