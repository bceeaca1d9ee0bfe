import type { Row, Viewer } from '@batonchat/core';

/** How a row stands among its neighbours. */
export interface RowLayout {
  /** First of its author's run: shows who speaks. */
  isFirst: boolean;
  /** Last of its author's run: shows when. */
  isLast: boolean;
  /** A new day begins here. */
  startsDay: boolean;
}

/** Messages of one author that lie no further apart read as one run. */
const runMs = 5 * 60_000;

const dayMs = 24 * 60 * 60_000;

/** By numbers alone: a day in words takes a hundred times as long. */
const isSameDay = (at: number, other: number): boolean =>
  Math.abs(at - other) < 2 * dayMs && new Date(at).getDate() === new Date(other).getDate();

const isSameRun = (before: Row | undefined, after: Row | undefined): boolean =>
  before?.kind === 'message' &&
  after?.kind === 'message' &&
  before.author.id === after.author.id &&
  before.author.kind === after.author.kind &&
  after.at - before.at <= runMs &&
  isSameDay(before.at, after.at);

/** The layout of the row at `index`. */
export function layoutOf(rows: readonly Row[], index: number): RowLayout {
  const [before, row, after] = [rows[index - 1], rows[index], rows[index + 1]];
  return {
    isFirst: !isSameRun(before, row),
    isLast: !isSameRun(row, after),
    startsDay: row !== undefined && !(before && isSameDay(before.at, row.at)),
  };
}

/** The index of the newest own message that is in the log: the one that tells how far it got. -1 where there is none. */
export const lastDelivered = (rows: readonly Row[]): number =>
  rows.findLastIndex(
    (row) =>
      row.kind === 'message' &&
      row.delivery !== null &&
      row.delivery !== 'sending' &&
      row.delivery !== 'failed',
  );

/** True for a message from the viewer's own side of the counter. */
export const isOwnRow = (row: Row, viewer: Viewer): boolean =>
  row.kind === 'message' && row.author.kind === viewer;
