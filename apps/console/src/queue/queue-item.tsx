import type { InboxRow } from '@batonchat/protocol';
import { plainWords } from '@batonchat/react';
import { memo } from 'react';
import { useStore } from 'zustand';
import { endLine } from '../conversation/standing.js';
import { useDesk } from '../desk/desk-context.js';
import { VerifiedMark } from '../icons.js';
import { hrefOf } from '../route.js';
import { words } from '../words.js';
import { Moment } from './moment.js';
import { type QueueTab, waitingSince } from './queue-of.js';
import { isUnread } from './seen.js';
import { WaitingTime } from './waiting-time.js';

interface QueueItemProps {
  row: InboxRow;
  tab: QueueTab;
  agentId: string;
  isOpen: boolean;
}

/**
 * One conversation of the queue. The whole of it is a link, so that a middle click and the back button work. It wakes
 * with its own row alone.
 */
export const QueueItem = memo(function QueueItem({ row, tab, agentId, isOpen }: QueueItemProps) {
  const { seen } = useDesk();
  const unread = useStore(seen, (marks) => isUnread(row, agentId, marks[row.conversationId]));
  const since = waitingSince(row);
  const at = row.resolvedAt ?? row.lastMessage?.at ?? row.startedAt;
  return (
    <li className="console-item">
      <a
        className="console-item-link"
        href={hrefOf({ tab, conversationId: row.conversationId })}
        aria-current={isOpen ? 'true' : undefined}
        data-unread={unread}
      >
        <span className="console-item-line">
          <span className="console-item-name" dir="auto">
            {words.visitor(row.visitorName, row.conversationId)}
          </span>
          {row.isVerified && <VerifiedMark />}
          {unread && (
            <span className="console-dot">
              <span className="console-hidden">{words.queue.unread}</span>
            </span>
          )}
          {since === null ? <Moment at={at} /> : <WaitingTime since={since} />}
        </span>
        <Preview row={row} />
        <Chip row={row} agentId={agentId} />
      </a>
    </li>
  );
});

/** What it is about while nobody is on it, before and after; what was said last while somebody is. */
function Preview({ row: { status, summary, lastMessage } }: { row: InboxRow }) {
  if (status !== 'active' && summary !== '')
    return (
      <span className="console-item-preview" dir="auto">
        {summary}
      </span>
    );
  const by = lastMessage && lastMessage.authorKind !== 'visitor' ? words.queue[lastMessage.authorKind] : '';
  return (
    <span className="console-item-preview" dir="auto">
      {lastMessage ? `${by}${plainWords(lastMessage.text)}` : words.queue.noMessage}
    </span>
  );
}

function Chip({ row, agentId }: { row: InboxRow; agentId: string }) {
  const text =
    row.status === 'resolved'
      ? endLine(row, agentId)
      : row.status === 'active' && row.agent
        ? row.agent.id === agentId
          ? words.queue.mine
          : row.agent.name
        : words.reason(row.reason);
  const tone = row.status === 'active' && row.agent?.id === agentId ? 'accent' : undefined;
  return (
    <span className="console-item-foot">
      <span className="console-chip" data-tone={tone} dir="auto">
        {text}
      </span>
    </span>
  );
}
