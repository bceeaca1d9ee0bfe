import type { Conversation, VerifiedIdentity } from '@batonchat/protocol';
import { Avatar } from '@batonchat/react';
import type { ReactNode, Ref } from 'react';
import { useDesk } from '../desk/desk-context.js';
import { BackIcon, DetailsIcon, VerifiedMark } from '../icons.js';
import { WaitingTime } from '../queue/waiting-time.js';
import { hrefOf, type Route } from '../route.js';
import { words } from '../words.js';
import { type Standing, statusLine } from './standing.js';

/** Who this is, where the conversation stands, and the buttons that go with that. */
export function ConversationHeader(props: {
  conversation: Conversation;
  /** Who the visitor is, where that was signed. */
  identity: VerifiedIdentity | undefined;
  standing: Standing;
  tab: Route['tab'];
  headingRef: Ref<HTMLHeadingElement>;
  details: { id: string; isOpen: boolean; onToggle(): void };
  children: ReactNode;
}) {
  const { conversation, identity, standing, tab, headingRef, details, children } = props;
  const { agentId } = useDesk();
  const { id, state } = conversation;
  const named = identity?.name || state.contact?.name || null;
  const since = standing.kind === 'pending' ? (state.handoff?.requestedAt ?? null) : null;
  return (
    <header className="console-conversation-head" data-standing={standing.kind}>
      <a
        className="console-icon-button console-back"
        href={hrefOf({ tab, conversationId: null })}
        aria-label={words.conversation.back}
      >
        <BackIcon />
      </a>
      <Avatar author={{ kind: 'visitor', name: named, avatarUrl: null }} size="large" />
      <div className="console-conversation-who">
        <h2 tabIndex={-1} ref={headingRef} dir="auto">
          <span className="console-conversation-name">{words.visitor(named, id)}</span>{' '}
          {identity && <VerifiedMark />}
        </h2>
        <p className="console-status" data-standing={standing.kind}>
          <span>{statusLine(state, standing, agentId)}</span>
          {since !== null && <WaitingTime since={since} />}
        </p>
      </div>
      <div className="console-actions">{children}</div>
      <button
        type="button"
        className="console-icon-button console-details-toggle"
        aria-label={words.conversation.details}
        aria-expanded={details.isOpen}
        aria-controls={details.id}
        onClick={details.onToggle}
      >
        <DetailsIcon />
      </button>
    </header>
  );
}
