import type { MessageRow } from '@batonchat/core';
import { Avatar } from '../avatar/avatar.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { MessageParts } from '../parts/message-parts.js';
import { DeliveryState } from './delivery-state.js';
import { displayName } from './typing-indicator.js';

/** Props of {@link MessageBubble}. */
export interface MessageBubbleProps {
  row: MessageRow;
  /** From the reader's own side: in the accent colour, with how far it got. */
  isOwn: boolean;
  /** Which side it stands on; the reader's own stand at the end. */
  side?: 'start' | 'end';
  /** First of a run by the same author: shows the face, the name and the badge. */
  isFirst?: boolean;
  /** Last of a run: shows the time. */
  isLast?: boolean;
  /** Shows sent, delivered or seen; sending and failed show always. */
  showsDelivery?: boolean;
  labels?: Labels;
  /** Sends a failed message again. */
  onRetry?: ((commandId: string) => void) | undefined;
  /** Takes a failed message back. */
  onDiscard?: ((commandId: string) => void) | undefined;
}

/** One message, with its author as frozen on it: old lines never change their face. */
export function MessageBubble({
  row,
  isOwn,
  side = isOwn ? 'end' : 'start',
  isFirst = true,
  isLast = true,
  showsDelivery = true,
  labels = visitorLabels,
  onRetry,
  onDiscard,
}: MessageBubbleProps) {
  const { author, delivery } = row;
  return (
    <div
      className="baton-message"
      data-own={isOwn}
      data-side={side}
      data-first={isFirst}
      data-kind={author.kind}
      data-delivery={delivery ?? undefined}
    >
      {side === 'start' && isFirst && <Avatar author={author} />}
      <div className="baton-message-body">
        <MessageAuthor row={row} isOwn={isOwn} isFirst={isFirst} labels={labels} />
        <MessageParts row={row} labels={labels} />
        {(isLast || delivery === 'failed' || delivery === 'sending') && !row.isStreaming && (
          <DeliveryState
            row={row}
            showsDelivery={showsDelivery}
            labels={labels}
            onRetry={onRetry}
            onDiscard={onDiscard}
          />
        )}
      </div>
    </div>
  );
}

type AuthorProps = Required<Pick<MessageBubbleProps, 'row' | 'isOwn' | 'isFirst' | 'labels'>>;

/** Seen once a run, heard with every message: a screen reader has no bubbles to tell speakers apart by. */
function MessageAuthor({ row: { author }, isOwn, isFirst, labels }: AuthorProps) {
  const name = isOwn && !author.name ? labels.you : displayName(author, labels);
  if (isOwn || !isFirst) return <span className="baton-hidden">{name}: </span>;
  return (
    <div className="baton-message-author">
      <bdi className="baton-message-name">{name}</bdi>
      {author.kind !== 'visitor' && (
        <span className="baton-badge" data-kind={author.kind}>
          {author.kind === 'bot' ? labels.botBadge : labels.agentBadge}
        </span>
      )}
    </div>
  );
}
