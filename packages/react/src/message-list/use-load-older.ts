import { useCallback, useLayoutEffect, useRef } from 'react';

/** Nearer to the top than this, older rows are fetched. Pixels. */
const nearPx = 320;

interface LoadOlderOptions {
  /** The key of the first row, or null where there is none. */
  firstKey: string | null;
  hasOlder: boolean;
  isLoadingOlder: boolean;
  onLoadOlder: (() => void) | undefined;
}

/**
 * Asks for older rows when the reader comes near the top. Once a page: where it does not come, the next try is when
 * the reader leaves the top and comes back, or when loading becomes possible again.
 */
export function useLoadOlder({ firstKey, hasOlder, isLoadingOlder, onLoadOlder }: LoadOlderOptions) {
  const askedFrom = useRef<string | null>(null);
  const canLoad = onLoadOlder !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it becomes possible again, so what was asked for is void
  useLayoutEffect(() => {
    askedFrom.current = null;
  }, [canLoad]);
  return useCallback(
    (scroller: HTMLElement) => {
      if (scroller.scrollTop >= nearPx) {
        askedFrom.current = null;
        return;
      }
      if (!hasOlder || isLoadingOlder || firstKey === null || firstKey === askedFrom.current) return;
      askedFrom.current = onLoadOlder ? firstKey : null;
      onLoadOlder?.();
    },
    [firstKey, hasOlder, isLoadingOlder, onLoadOlder],
  );
}
