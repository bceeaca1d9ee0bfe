import type { Row, Viewer } from '@batonchat/core';
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { usePageVisible } from '../alerts/use-page-visible.js';
import { ChevronDownIcon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { MessageListRow, type RowRenderers } from './message-list-row.js';
import { isOwnRow, lastDelivered, layoutOf } from './row-layout.js';
import type { OfferActions } from './system-notice.js';
import { useUnread } from './unread.js';
import { useLoadOlder } from './use-load-older.js';
import { useWindow } from './use-window.js';

/** Props of {@link MessageList}. */
export interface MessageListProps {
  /** Oldest first; `rowsOf` of `@batonchat/core` makes them. */
  rows: readonly Row[];
  /** Who reads: their side's messages stand at the end of the line, with how far they got. */
  viewer: Viewer;
  labels?: Labels;
  /** There are entries before the first row. */
  hasOlder?: boolean;
  isLoadingOlder?: boolean;
  /** The reader is near the top and `hasOlder`. Left out while nothing can be loaded. */
  onLoadOlder?: (() => void) | undefined;
  /** The newest seq that the reader had seen before: what came after it is shown as new. All of it when left out. */
  readSeq?: number;
  /** The newest seq that has been on a visible screen. Only rises. */
  onRead?: ((seq: number) => void) | undefined;
  /** Set while an offer of a human stands: its row shows the two buttons. */
  offer?: OfferActions | null;
  onRetry?: ((commandId: string) => void) | undefined;
  onDiscard?: ((commandId: string) => void) | undefined;
  renderers?: Partial<RowRenderers> | undefined;
  /** Shown in place of rows while there are none. */
  empty?: ReactNode;
  /** Below the last row, in the same scroller: the typing indicator. */
  footer?: ReactNode;
  /** The clock that "Today" is read from. Epoch milliseconds. */
  now?: () => number;
}

/**
 * The log of a conversation: windowed, at its end unless the reader scrolled up, fetching older messages without
 * losing the place. It is silent to screen readers; `Announcer` speaks for it from outside.
 *
 * @example
 * <MessageList rows={rows} viewer="visitor" onLoadOlder={() => client.loadOlder()} onRead={client.markRead} />
 */
export function MessageList({
  rows,
  viewer,
  labels = visitorLabels,
  hasOlder = false,
  isLoadingOlder = false,
  onLoadOlder,
  readSeq = Number.POSITIVE_INFINITY,
  onRead,
  offer = null,
  onRetry,
  onDiscard,
  renderers,
  empty,
  footer,
  now = Date.now,
}: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const reportedSeq = useRef(0);
  const isVisible = usePageVisible();

  const firstKey = rows[0]?.key ?? null;
  const loadOlder = useLoadOlder({ firstKey, hasOlder, isLoadingOlder, onLoadOlder });

  const report = useCallback(
    (element: HTMLElement, lastOnScreen: number) => {
      loadOlder(element);
      const seq = isVisible ? seqUpTo(rows, lastOnScreen) : 0;
      if (seq > reportedSeq.current) {
        reportedSeq.current = seq;
        // Whoever shows the log is still taking in what is told of here, and would draw it twice.
        if (onRead) queueMicrotask(() => onRead(seq));
      }
    },
    [rows, loadOlder, onRead, isVisible],
  );

  const { from, to, isAtEnd, jumpToEnd, settle } = useWindow({ rows, scroller, list, onMove: report });
  useOwnMessageJump(rows, viewer, jumpToEnd);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the screen means something else now
  useLayoutEffect(settle, [settle, loadOlder, onRead, isVisible]);

  const unread = useUnread(rows, { viewer, isWatching: isVisible && isAtEnd, readSeq });
  const deliveredIndex = lastDelivered(rows);

  return (
    <div className="baton-list">
      <div
        ref={scroller}
        className="baton-list-scroller"
        role="log"
        aria-live="off"
        aria-label={labels.messages}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <div className="baton-list-content">
          {rows.length === 0 && empty}
          {rows.length > 0 && (
            <div ref={list} className="baton-list-rows">
              {rows.slice(from, to).map((row, place) => (
                <MessageListRow
                  key={row.key}
                  row={row}
                  viewer={viewer}
                  labels={labels}
                  {...layoutOf(rows, from + place)}
                  isFirstRow={from + place === 0}
                  isFirstNew={from + place === unread.first}
                  showsDelivery={from + place === deliveredIndex}
                  offer={offer}
                  onRetry={onRetry}
                  onDiscard={onDiscard}
                  renderers={renderers}
                  now={now}
                />
              ))}
            </div>
          )}
          <div className="baton-list-footer">{footer}</div>
        </div>
      </div>
      {isLoadingOlder && (
        <div className="baton-list-older" role="status">
          <span className="baton-spinner" />
          {labels.loadingOlder}
        </div>
      )}
      {!isAtEnd && (
        <button
          type="button"
          className="baton-jump"
          onClick={jumpToEnd}
          aria-label={unread.count > 0 ? undefined : labels.jumpToLatest}
        >
          {unread.count > 0 && labels.newMessages(unread.count)}
          <ChevronDownIcon />
        </button>
      )}
    </div>
  );
}

/** The newest seq of the rows up to this one. */
function seqUpTo(rows: readonly Row[], last: number): number {
  for (let index = last; index >= 0; index--) {
    const seq = rows[index]?.seq;
    if (seq) return seq;
  }
  return 0;
}

/** Whoever sends wants to see it, wherever they were reading. */
function useOwnMessageJump(rows: readonly Row[], viewer: Viewer, jumpToEnd: () => void) {
  // What was sent may stand above its consequence, such as the request that its words are.
  const last = rows.findLast((row) => row.seq !== null || isOwnRow(row, viewer));
  const ownKey = last?.seq === null ? last.key : null;
  useLayoutEffect(() => {
    if (ownKey !== null) jumpToEnd();
  }, [ownKey, jumpToEnd]);
}
