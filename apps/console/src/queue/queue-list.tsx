import type { KeyboardEvent } from 'react';
import { EmptyState } from '../empty-state.js';
import { words } from '../words.js';
import { QueueItem } from './queue-item.js';
import type { Queue, QueueTab } from './queue-of.js';

/** The one list of a tab. The arrow keys, Home and End walk its items. */
export function QueueList(props: {
  queue: Queue | null;
  tab: QueueTab;
  agentId: string;
  openId: string | null;
}) {
  const { queue, tab, agentId, openId } = props;
  const rows = queue?.[tab] ?? [];
  return (
    <>
      <ul className="console-list" aria-label={words.queue.tabs[tab]} onKeyDown={walk}>
        {rows.map((row) => (
          <QueueItem
            key={row.conversationId}
            row={row}
            tab={tab}
            agentId={agentId}
            isOpen={row.conversationId === openId}
          />
        ))}
      </ul>
      {queue === null ? (
        <p className="console-loading">{words.queue.loading}</p>
      ) : (
        rows.length === 0 && <EmptyState {...words.queue.empty[tab]} />
      )}
    </>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}
