import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Nearer to the end than this, a reader counts as being there. Pixels. */
const nearPx = 48;

interface StickToEndOptions {
  scroller: RefObject<HTMLElement | null>;
  /** Stands below the rows in the scroller, and changes its size by itself. */
  footer: RefObject<HTMLElement | null>;
  /** After anything moved: by the reader, by new content, or by a change of the window. */
  onMove(): void;
}

interface StickToEnd {
  /** The reader is at the end, and stays there as the content grows. */
  isAtEnd: boolean;
  jumpToEnd(): void;
  /** To be called when the content has another height. */
  settle(): void;
}

/**
 * Keeps a scroller at its end while content grows, shrinks or streams, until the reader scrolls up; reaching the
 * end again sticks again. A change of the scroller's own size (a keyboard, a growing composer) keeps the end too.
 */
export function useStickToEnd({ scroller, footer, onMove }: StickToEndOptions): StickToEnd {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const isStuck = useRef(true);
  const last = useRef({ top: 0, height: 0 });
  const latestOnMove = useRef(onMove);
  useLayoutEffect(() => {
    latestOnMove.current = onMove;
  }, [onMove]);

  const stick = useCallback((isNowStuck: boolean) => {
    isStuck.current = isNowStuck;
    setIsAtEnd(isNowStuck);
  }, []);

  const settle = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    if (isStuck.current) element.scrollTop = element.scrollHeight;
    last.current = { top: element.scrollTop, height: element.scrollHeight };
    latestOnMove.current();
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const isNear = scrollHeight - clientHeight - scrollTop <= nearPx;
      // Only a move up through unchanged content is the reader's: everything else is layout finding its size.
      const isReader = scrollTop < last.current.top && scrollHeight === last.current.height;
      if (isNear) stick(true);
      else if (isReader) stick(false);
      settle();
    };
    const onWheel = (event: WheelEvent) => {
      if (event.deltaY < 0 && element.scrollTop > 0) stick(false);
    };
    const observer = new ResizeObserver(settle);
    observer.observe(element);
    if (footer.current) observer.observe(footer.current);
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, footer, settle, stick]);

  const jumpToEnd = useCallback(() => {
    stick(true);
    settle();
  }, [settle, stick]);

  return { isAtEnd, jumpToEnd, settle };
}
