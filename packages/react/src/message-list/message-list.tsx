import type { Row, Viewer } from '@batonchat/core';
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { usePageVisible } from '../alerts/use-page-visible.js';
import { ChevronDownIcon } from '../avatar/icons.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { MessageListRow, type RowRenderers } from './message-list-row.js';
import { isOwnRow, lastDelivered, layoutOf } from './row-layout.js';
import type { OfferActions } from './system-notice.js';
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
  const readSeq = useRef(0);
  const isVisible = usePageVisible();

  const firstKey = rows[0]?.key ?? null;
  const loadOlder = useLoadOlder({ firstKey, hasOlder, isLoadingOlder, onLoadOlder });

  const report = useCallback(
    (element: HTMLElement, lastOnScreen: number) => {
      loadOlder(element);
      const seq = isVisible ? seqUpTo(rows, lastOnScreen) : 0;
      if (seq > readSeq.current) {
        readSeq.current = seq;
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

  const newCount = useNewCount(rows, viewer, isAtEnd);
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
          aria-label={newCount > 0 ? undefined : labels.jumpToLatest}
        >
          {newCount > 0 && labels.newMessages(newCount)}
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

/** How many messages of others came since the reader left the end. */
function useNewCount(rows: readonly Row[], viewer: Viewer, isAtEnd: boolean): number {
  const endKey = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (isAtEnd) endKey.current = rows.at(-1)?.key ?? null;
  }, [isAtEnd, rows]);
  if (isAtEnd) return 0;
  const from = rows.findLastIndex((row) => row.key === endKey.current);
  return rows.slice(from + 1).filter((row) => row.kind === 'message' && !isOwnRow(row, viewer)).length;
}
