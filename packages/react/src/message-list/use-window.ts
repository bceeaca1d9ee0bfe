import type { Row } from '@batonchat/core';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRowHeights } from './row-heights.js';
import { type Range, rangeInView, rangeNow } from './window-range.js';

/** Nearer to the end than this, a reader on the way down counts as being there. Pixels. */
const nearPx = 48;

/** So much beyond the view is there for whoever scrolls. Pixels. */
const scrollPx = 240;

/** The rows around the view come when a reader who leaps rests for this long, and this soon after a change of size. Milliseconds. */
const restMs = 80;

/** The height of a view that has not been on the screen yet. Pixels. */
const firstViewPx = 480;

interface WindowOptions {
  rows: readonly Row[];
  scroller: RefObject<HTMLElement | null>;
  /** Its children are the elements of the rows in the document, one for each. */
  list: RefObject<HTMLElement | null>;
  /** After anything moved: by the reader, by new content, or by a change of the window. */
  onMove(scroller: HTMLElement, lastOnScreen: number): void;
}

interface RowWindow extends Pick<Range, 'from' | 'to'> {
  /** The reader is at the end, and stays there as the content grows. */
  isAtEnd: boolean;
  jumpToEnd(): void;
  /** To be called when something else may have moved. */
  settle(): void;
}

/**
 * Which rows are in the document: those in view and around it, with room above and below them as high as the others.
 *
 * It keeps a scroller at its end while content grows, shrinks or streams, until the reader scrolls up; reaching the
 * end again sticks again. A reader elsewhere keeps the line that they read, whatever comes or grows above it. Nothing
 * is measured while words come: that the content has another height is told by an observer.
 */
export function useWindow({ rows, scroller, list, onMove }: WindowOptions): RowWindow {
  const [range, setRange] = useState<Range | null>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const [heights] = useState(createRowHeights);
  const viewPx = useRef(firstViewPx);
  const now = useMemo(
    () => rangeNow(range, isAtEnd, { rows, heights, viewPx: viewPx.current }),
    [rows, range, isAtEnd, heights],
  );
  const latest = useRef({ rows, now, onMove });
  const drawn = useRef<Range | null>(null);
  const isStuck = useRef(true);
  const above = useRef(0);
  const last = useRef({ top: 0, height: 0 });
  const anchor = useRef<{ element: Element; offset: number } | null>(null);
  const passes = useRef(0);

  const pad = useCallback(
    (before: number, after?: number) => {
      above.current = before;
      const { style } = list.current ?? {};
      if (!style) return;
      style.paddingTop = `${before}px`;
      if (after !== undefined) style.paddingBottom = `${after}px`;
    },
    [list],
  );

  /** Moves the scroller, or the room above, so that who is at the end stays there, and others keep their line. */
  const keepPlace = useCallback(
    (element: HTMLElement, mayPad: boolean) => {
      const held = anchor.current;
      if (isStuck.current) element.scrollTop = element.scrollHeight;
      else if (held?.element.isConnected) {
        const moved = offsetIn(element, held.element) - held.offset;
        const room = above.current - moved;
        if (Math.abs(moved) < 0.5) return;
        // Whoever writes to a scroller stops the finger's swing on some phones; the room above can give way unseen.
        if (mayPad && latest.current.now.from > 0 && room >= element.clientHeight) pad(room);
        else {
          held.offset += moved;
          element.scrollTop += moved;
        }
      }
    },
    [pad],
  );

  const look = useCallback(
    (aheadPx: number) => {
      const element = scroller.current;
      const { rows, now, onMove } = latest.current;
      // Nothing is laid out ahead of time for a log that is still to come.
      if (!element || rows.length === 0 || element.clientHeight === 0) return;
      // The reader has moved, whose event is to come: it would be taken for a move of our own.
      if (element.scrollTop !== last.current.top && element.scrollHeight === last.current.height) return;
      viewPx.current = element.clientHeight;
      keepPlace(element, true);
      last.current = { top: element.scrollTop, height: element.scrollHeight };
      const base = element.getBoundingClientRect().top;
      const elements = [...(list.current?.children ?? [])];
      const boxes = elements.map((each, index) => {
        const { top, bottom, height } = each.getBoundingClientRect();
        const row = rows[now.from + index];
        if (row) heights.set(row, height);
        return { top: top - base, bottom: bottom - base };
      });
      const first = elements[boxes.findIndex(({ bottom }) => bottom > 0)];
      const begin = first?.lastElementChild;
      anchor.current = begin ? { element: begin, offset: offsetIn(element, begin) } : null;
      const next = rangeInView(
        now,
        { boxes, scrollTop: element.scrollTop, aheadPx, least: 2 ** passes.current - 1 },
        { rows, heights, viewPx: viewPx.current },
      );
      if (next !== now) setRange(next);
      onMove(element, now.from + boxes.findLastIndex(({ top }) => top < viewPx.current));
    },
    [scroller, list, heights, keepPlace],
  );

  const { from, to, key } = now;
  const lastSeq = rows.at(-1)?.seq;
  // A row that only grows tells so itself, through the observer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are in the document, or they mean something else
  useLayoutEffect(() => {
    passes.current = latest.current.rows === rows ? passes.current + 1 : 0;
    latest.current = { rows, now, onMove };
    const before = drawn.current;
    drawn.current = now;
    const isMoved =
      before !== null && rows[before.from]?.key === before.key && from < before.to && before.from < to;
    const room = isMoved
      ? above.current + heights.sum(rows, before.from, from) - heights.sum(rows, from, before.from)
      : 0;
    pad(
      from > 0 && room <= 0 ? heights.sum(rows, 0, from) : from && room,
      heights.sum(rows, to, rows.length),
    );
    look(0);
  }, [from, to, key, rows.length, lastSeq]);
  useLayoutEffect(() => {
    latest.current = { rows, now, onMove };
  }, [rows, now, onMove]);

  const stick = useCallback((isNowStuck: boolean) => {
    isStuck.current = isNowStuck;
    setAtEnd(isNowStuck);
  }, []);
  const settle = useCallback(() => {
    passes.current = 0;
    look(0);
  }, [look]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const lookAround = () => {
      passes.current = 0;
      look(scrollPx);
    };
    let rest: ReturnType<typeof setTimeout> | undefined;
    const restLater = () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        rest = undefined;
        lookAround();
      }, restMs);
    };
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const gap = scrollHeight - clientHeight - scrollTop;
      // Only a move up through unchanged content is the reader's: everything else is layout finding its size.
      const isSame = scrollHeight === last.current.height;
      const isUp = scrollTop < last.current.top && isSame;
      const isDown = scrollTop > last.current.top;
      // It is told of its own moves too, after it has looked.
      if (isSame && !isUp && !isDown && (isStuck.current || gap > 1)) return;
      last.current.top = scrollTop;
      // In this very frame: the view would see that rows are not there.
      flushSync(() => {
        if (gap <= 1 || (isDown && gap <= nearPx)) stick(true);
        else if (isUp) stick(false);
        lookAround();
      });
      restLater();
    };
    const onWheel = (event: WheelEvent) => {
      if (event.deltaY < 0 && element.scrollTop > 0) stick(false);
    };
    const observer = new ResizeObserver(() => {
      // Nothing here may change a size: that would be an error of the page around.
      keepPlace(element, false);
      last.current = { top: element.scrollTop, height: element.scrollHeight };
      if (rest === undefined) restLater();
    });
    observer.observe(element);
    observer.observe(content);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: true });
    return () => {
      clearTimeout(rest);
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, stick, look, keepPlace]);

  const jumpToEnd = useCallback(() => {
    last.current.height = 0;
    stick(true);
    settle();
  }, [stick, settle]);

  return { from, to, isAtEnd, jumpToEnd, settle };
}

/** How far below the begin of a scroller's content an element stands. Pixels. */
const offsetIn = (scroller: HTMLElement, element: Element) =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
