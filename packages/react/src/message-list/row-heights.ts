import type { Row } from '@batonchat/core';

/** How high rows are (pixels): those that have been on the screen as measured, the others as guessed from their words. */
export interface RowHeights {
  of(row: Row): number;
  set(row: Row, height: number): void;
  /** Of the rows from the one index up to, and without, the other. */
  sum(rows: readonly Row[], from: number, to: number): number;
  /** The index that one has to begin at for the rows up to, and without, `to` to be so high. */
  startOf(rows: readonly Row[], to: number, height: number): number;
  /** The index of the row that stands so far below the begin of the first one. */
  indexAt(rows: readonly Row[], offset: number): number;
}

/** What a row takes besides its words; what a character takes of a column as narrow as a panel; any other part. */
const [rowPx, characterPx, partPx] = [40, 0.5, 160];

function guess(row: Row): number {
  let height = rowPx;
  if (row.kind === 'message')
    for (const part of row.parts) height += part.type === 'text' ? part.text.length * characterPx : partPx;
  return height;
}

/** Heights that nothing is known of yet. */
export function createRowHeights(): RowHeights {
  const measured = new Map<string, number>();
  // A long log is summed up before anything of it is measured, when asking for each of its keys would take longest.
  const of = (row: Row) => (measured.size > 0 ? measured.get(row.key) : null) ?? guess(row);
  return {
    of,
    set: ({ key }, height) => void measured.set(key, height),
    sum(rows, from, to) {
      let sum = 0;
      for (let index = from; index < to; index++) sum += of(rows[index] as Row);
      return sum;
    },
    startOf(rows, to, height) {
      let from = to;
      for (let left = height; from > 0 && left > 0; from--) left -= of(rows[from - 1] as Row);
      return from;
    },
    indexAt(rows, offset) {
      let index = 0;
      for (let left = offset; index < rows.length - 1; index++) {
        left -= of(rows[index] as Row);
        if (left < 0) break;
      }
      return index;
    },
  };
}
