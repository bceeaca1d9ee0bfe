import type { Row } from './row.js';

type List = { madeOf: readonly unknown[]; rows: readonly Row[] };

/** What was shown last, so that what is unchanged is shown as the very same objects. Holds nothing alive. */
export interface RowMemory {
  /** The rows made for this key of exactly these things, or made now. */
  list(key: object, madeOf: readonly unknown[], make: () => readonly Row[]): readonly Row[];
  /** The row last given for this key if it says the same, else this one. */
  row<Kept extends Row>(key: object, row: Kept): Kept;
}

export function createRowMemory(): RowMemory {
  const lists = new WeakMap<object, List>();
  const rows = { message: new WeakMap<object, Row>(), notice: new WeakMap<object, Row>() };
  return {
    list(key, madeOf, make) {
      const held = lists.get(key);
      if (held?.madeOf.every((each, index) => each === madeOf[index])) return held.rows;
      const made = make();
      lists.set(key, { madeOf, rows: made });
      return made;
    },
    row(key, row) {
      const held = rows[row.kind].get(key) as typeof row | undefined;
      if (held && saysTheSame(held, row)) return held;
      rows[row.kind].set(key, row);
      return row;
    },
  };
}

function saysTheSame<Kept extends Row>(held: Kept, row: Kept): boolean {
  return (Object.keys(row) as (keyof Kept)[]).every(
    (name) => held[name] === row[name] || JSON.stringify(held[name]) === JSON.stringify(row[name]),
  );
}
