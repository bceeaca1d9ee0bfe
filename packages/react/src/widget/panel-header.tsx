import type { ConnectionState } from '@batonchat/core';
import { type Author, type Handoff, plainName } from '@batonchat/protocol';
import type { ReactNode } from 'react';
import { Avatar } from '../avatar/avatar.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';

/** Props of {@link PanelHeader}. */
export interface PanelHeaderProps {
  /** The latest handoff: tells whom the visitor talks to. */
  handoff: Pick<Handoff, 'status' | 'agent'> | null;
  /** A human is asked for, though the relay may not know yet. */
  isWaiting?: boolean;
  /** The bot, as its messages name it. */
  bot?: Pick<Author, 'name' | 'avatarUrl'> | null;
  /** Shown in place of the bot's name. */
  title?: string | undefined;
  /** Cancels the request, or ends the talk with the agent. */
  onEndHandoff: () => void;
  /** Nobody is said to answer while this is not `connected`, and none to come or to be let go once it is `closed`. */
  connectionStatus?: ConnectionState['status'];
  /** What is seldom wanted, behind a button. */
  menu?: ReactNode;
  labels?: Labels;
}

/** Whom the visitor talks to: the bot, nobody yet, or an agent by name and face; and the way out of a handoff. */
export function PanelHeader({
  handoff,
  isWaiting = false,
  bot = null,
  title,
  onEndHandoff,
  connectionStatus = 'connected',
  menu,
  labels = visitorLabels,
}: PanelHeaderProps) {
  const status = handoff?.status;
  const agent = status === 'active' ? handoff?.agent : null;
  const isClosed = connectionStatus === 'closed';
  const isAsked = status === 'pending' || status === 'collecting';
  const isPending = !agent && !isClosed && (isWaiting || isAsked);
  const botName = title ?? bot?.name ?? labels.bot;
  const [name, line] = agent
    ? [agent.name, labels.agentStatus]
    : isPending
      ? [labels.waitingTitle, labels.waitingStatus]
      : [botName, labels.botStatus];
  const isUp = connectionStatus === 'connected';
  const isLost = isClosed || connectionStatus === 'reconnecting';
  return (
    <header className="baton-header">
      {agent ? (
        <Avatar author={{ kind: 'agent', ...agent }} size="large" />
      ) : (
        <Avatar author={{ kind: 'bot', name: botName, avatarUrl: bot?.avatarUrl ?? null }} size="large" />
      )}
      <div className="baton-header-text">
        <h2 className="baton-header-name">
          <bdi>{plainName(name)}</bdi>
        </h2>
        <p
          className="baton-header-status"
          data-status={!isUp ? 'down' : agent ? 'active' : isPending ? 'pending' : 'bot'}
        >
          {isUp ? line : isLost ? labels.notConnected : labels.connecting}
        </p>
      </div>
      {(agent || isAsked) && !isClosed && (
        <button
          type="button"
          className="baton-button baton-header-end"
          data-status={status}
          onClick={() => onEndHandoff()}
        >
          {agent ? labels.endConversation : labels.cancelRequest}
        </button>
      )}
      {menu}
    </header>
  );
}
