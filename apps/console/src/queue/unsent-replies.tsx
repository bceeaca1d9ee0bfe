import { useDesk, useDeskState } from '../desk/desk-context.js';
import { CloseIcon } from '../icons.js';
import { hrefOf, type Route } from '../route.js';
import { words } from '../words.js';
import { unsentOf } from './unsent-of.js';

/** Replies that have not gone out in conversations that are not on screen, each with the way to where it waits. */
export function UnsentReplies({ tab, openId }: { tab: Route['tab']; openId: string | null }) {
  const { client } = useDesk();
  const conversations = useDeskState((state) => state.conversations);
  const inbox = useDeskState((state) => state.inbox);
  const isDown = useDeskState((state) => state.connection.status !== 'connected');
  const isOver = useDeskState((state) => state.connection.status === 'closed');
  // What is on its way over a connection that is up is there before it could be read here.
  const unsent = unsentOf({ conversations, inbox }).filter(
    ({ conversationId, isFailed, isGone }) => isGone || (conversationId !== openId && (isFailed || isDown)),
  );

  function discard(conversationId: string) {
    for (const { commandId } of conversations[conversationId]?.outbox ?? [])
      client.discard(conversationId, commandId);
  }

  return (
    <div className="console-unsent" role="status">
      {unsent.map(({ conversationId, count, isFailed, isGone }) => (
        <p
          key={conversationId}
          className="console-banner"
          data-tone={isFailed || isOver || isGone ? 'warning' : undefined}
        >
          <span>
            <a href={hrefOf({ tab, conversationId })} dir="auto">
              {words.visitor(inbox?.[conversationId]?.visitorName ?? null, conversationId)}
            </a>
            {': '}
            {isGone
              ? words.unsent.gone
              : isFailed || isOver
                ? words.unsent.failed(count)
                : words.unsent.waiting(count)}
          </span>
          {isGone && (
            <button
              type="button"
              className="console-icon-button"
              aria-label={words.unsent.discard}
              onClick={() => discard(conversationId)}
            >
              <CloseIcon />
            </button>
          )}
        </p>
      ))}
    </div>
  );
}
