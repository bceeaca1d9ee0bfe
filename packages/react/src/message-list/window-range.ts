import type { Row } from '@batonchat/core';
import type { RowHeights } from './row-heights.js';

/** The rows that are in the document: from the one index up to, and without, the other. */
export interface Range {
  from: number;
  to: number;
  /** The key of the first of them, by which it is found again when older ones come before it. */
  key: string | undefined;
}

/** Where a row stands (pixels below the upper edge of the view). */
export interface Box {
  top: number;
  bottom: number;
}

/** What a range is chosen by. */
export interface RangeOptions {
  rows: readonly Row[];
  heights: RowHeights;
  /** How high the view is. Pixels. */
  viewPx: number;
}

/** So much is kept beyond the view for whoever scrolls; what is further away is let go. Pixels. */
const keptPx = 500;

/** As many may come at once at the end without the range being chosen anew. */
const mostAdded = 20;

const rangeOf = (rows: readonly Row[], from: number, to: number): Range => ({
  from,
  to,
  key: rows[from]?.key,
});

/** The rows that fill a view at the end of the log. */
export const rangeAtEnd = ({ rows, heights, viewPx }: RangeOptions): Range =>
  rangeOf(rows, heights.startOf(rows, rows.length, viewPx), rows.length);

/** What a range of earlier rows comes to now: the same rows, and at the end of the log also what has come there. */
export function rangeNow(held: Range | null, isAtEnd: boolean, options: RangeOptions): Range {
  const { rows } = options;
  if (!held || held.to === held.from) return rangeAtEnd(options);
  const isThere = rows[held.from]?.key === held.key;
  const found = isThere ? held.from : rows.findIndex(({ key }) => key === held.key);
  const from = found < 0 ? Math.min(held.from, rows.length) : found;
  const to = Math.min(from + held.to - held.from, rows.length);
  if (isAtEnd && rows.length - to > mostAdded) return rangeAtEnd(options);
  const key = rows[from]?.key;
  const now = { from, to: isAtEnd ? rows.length : to, key };
  return held.from === now.from && held.to === now.to && held.key === key ? held : now;
}

/** What a view sees of the rows. */
export interface Seen {
  /** Those of the range, in order. */
  boxes: readonly Box[];
  scrollTop: number;
  /** So much beyond the view is to be there too. Pixels. */
  aheadPx: number;
  /** As many rows are added at once, if any. */
  least: number;
}

/**
 * The range that the view needs: rows are added where it would see their absence, and let go where they are far from
 * it. The very same range where that is fine.
 */
export function rangeInView(
  held: Range,
  { boxes, scrollTop, aheadPx, least }: Seen,
  { rows, heights, viewPx }: RangeOptions,
): Range {
  if (rows.length === 0) return held;
  let { from, to } = held;
  let top = boxes[0]?.top ?? 0;
  let bottom = boxes.at(-1)?.bottom ?? 0;
  if (boxes.length === 0 || (from > 0 && top >= viewPx) || (to < rows.length && bottom <= 0))
    return rangeOf(rows, heights.indexAt(rows, scrollTop), heights.indexAt(rows, scrollTop + viewPx) + 1);
  const isFar = (index: number) => {
    const box = boxes[index - held.from];
    return box !== undefined && (box.bottom < -keptPx || box.top > viewPx + keptPx);
  };
  while (isFar(from)) from++;
  while (isFar(to - 1)) to--;
  const isAbove = top > -aheadPx;
  for (let added = 0; isAbove && from > 0 && (top > -aheadPx || added < least); added++)
    top -= heights.of(rows[--from] as Row);
  const isBelow = bottom < viewPx + aheadPx;
  for (let added = 0; isBelow && to < rows.length && (bottom < viewPx + aheadPx || added < least); added++)
    bottom += heights.of(rows[to++] as Row);
  return from === held.from && to === held.to ? held : rangeOf(rows, from, to);
}
