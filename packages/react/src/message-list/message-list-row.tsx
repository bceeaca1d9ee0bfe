import type { Row, Viewer } from '@batonchat/core';
import { type ComponentType, memo } from 'react';
import type { Labels } from '../labels.js';
import { MessageBubble, type MessageBubbleProps } from './message-bubble.js';
import { isOwnRow, type RowLayout } from './row-layout.js';
import { type OfferActions, SystemNotice, type SystemNoticeProps } from './system-notice.js';

/** Own components for rows, in place of the built-in ones. */
export interface RowRenderers {
  Message: ComponentType<MessageBubbleProps>;
  Notice: ComponentType<SystemNoticeProps>;
}

interface MessageListRowProps extends RowLayout {
  row: Row;
  viewer: Viewer;
  labels: Labels;
  isFirstRow: boolean;
  /** What is new to the reader begins here. */
  isFirstNew: boolean;
  showsDelivery: boolean;
  offer: OfferActions | null;
  onRetry: ((commandId: string) => void) | undefined;
  onDiscard: ((commandId: string) => void) | undefined;
  renderers: Partial<RowRenderers> | undefined;
  now: () => number;
}

/** One row of the log with what stands above it; wakes only when something of its own has changed. */
export const MessageListRow = memo(function MessageListRow({
  row,
  viewer,
  labels,
  isFirst,
  isLast,
  startsDay,
  isFirstRow,
  isFirstNew,
  showsDelivery,
  offer,
  onRetry,
  onDiscard,
  renderers,
  now,
}: MessageListRowProps) {
  const { Message = MessageBubble, Notice = SystemNotice } = renderers ?? {};
  const isToday = new Date(row.at).toDateString() === new Date(now()).toDateString();
  const isOfferRow = row.kind === 'notice' && row.notice.type === 'handoff-offered' && row.isLatestHandoff;
  const handed = { labels, onRetry, onDiscard };
  return (
    <div className="baton-item" data-first={isFirst} data-edge={isFirstRow}>
      {startsDay && !(isFirstRow && isToday) && <div className="baton-day">{labels.day(row.at, now())}</div>}
      {isFirstNew && <div className="baton-day baton-new">{labels.newSince}</div>}
      <div
        className="baton-row"
        data-seq={row.seq ?? ''}
        data-author={row.kind === 'message' ? row.author.kind : 'system'}
        data-message-id={row.kind === 'message' ? row.messageId : undefined}
      >
        {row.kind === 'message' ? (
          <Message
            row={row}
            isOwn={isOwnRow(row, viewer)}
            side={(row.author.kind === 'visitor') === (viewer === 'visitor') ? 'end' : 'start'}
            isFirst={isFirst}
            isLast={isLast}
            showsDelivery={showsDelivery}
            {...handed}
          />
        ) : (
          <Notice row={row} offer={isOfferRow ? offer : null} {...handed} />
        )}
      </div>
    </div>
  );
});
