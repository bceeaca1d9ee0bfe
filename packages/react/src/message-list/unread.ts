import type { Row, Viewer } from '@batonchat/core';
import { useState } from 'react';
import { isOwnRow } from './row-layout.js';

/** What is new to a reader: the index of the first such row, -1 where there is none, and how many messages. */
export interface Unread {
  first: number;
  count: number;
}

/** How far a reader has seen a log, by the keys of its rows. */
export interface SeenMark {
  /** What stands below this row is shown as new; null where nothing is. */
  until: string | null;
  /** The last row that was there when the reader looked away; null while they watch. */
  left: string | null;
}

/** Who reads a log, and how. */
export interface Reader {
  viewer: Viewer;
  /** The end of the log is on a visible screen. */
  isWatching: boolean;
  /** The newest seq that they had seen before the log was shown. */
  readSeq: number;
}

const nothing: Unread = { first: -1, count: 0 };

/** What came below a row. Whoever has said something since has seen what stands above their words. */
export function newBelow(rows: readonly Row[], viewer: Viewer, key: string | null): Unread {
  if (key === null) return nothing;
  let count = 0;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as Row;
    if (row.key === key) return count > 0 ? { first: index + 1, count } : nothing;
    if (isOwnRow(row, viewer)) break;
    if (row.kind === 'message') count++;
  }
  return nothing;
}

/** What a mark comes to for these rows; the very same one where that is nothing else. */
export function markNow(
  mark: SeenMark | null,
  rows: readonly Row[],
  { viewer, isWatching, readSeq }: Reader,
): SeenMark | null {
  const last = rows.at(-1)?.key;
  if (last === undefined) return mark;
  const left = isWatching ? null : last;
  if (!mark) return { until: rows.findLast(({ seq }) => seq !== null && seq <= readSeq)?.key ?? null, left };
  const { until } = mark;
  if (isWatching && mark.left !== null)
    return { until: newBelow(rows, viewer, mark.left).count > 0 ? mark.left : until, left };
  if (!isWatching && mark.left === null) return { until, left };
  return until !== null && newBelow(rows, viewer, until).count === 0
    ? { until: null, left: mark.left }
    : mark;
}

/**
 * Where what is new to a reader begins: it came while they were away, scrolled up, or before they opened the log, and
 * stays marked until they say something or more comes while they are away again. `count` is of what came since they left.
 */
export function useUnread(rows: readonly Row[], reader: Reader): Unread {
  const [mark, setMark] = useState<SeenMark | null>(null);
  const now = markNow(mark, rows, reader);
  if (now !== mark) setMark(now);
  const since = newBelow(rows, reader.viewer, now?.left ?? null);
  if (since.count > 0) return since;
  return { first: newBelow(rows, reader.viewer, now?.until ?? null).first, count: 0 };
}
