import type { MessageRow, NoticeRow, Row } from './row.js';

/** Gives the same object for the same key again, as long as it would say the same. Holds nothing alive. */
export interface Reuse<Value extends object> {
  /** What was last given for this key if it has these `facts`, else what `make` makes. */
  of(key: object, facts: Partial<Value>, make: () => Value): Value;
}

/** `facts` is all that can differ between two values of one key. */
function createReuse<Value extends object>(): Reuse<Value> {
  const given = new WeakMap<object, Value>();
  return {
    of(key, facts, make) {
      const held = given.get(key);
      if (held && saysTheSame(held, facts)) return held;
      const made = make();
      given.set(key, made);
      return made;
    },
  };
}

function saysTheSame<Value extends object>(held: Value, facts: Partial<Value>): boolean {
  for (const name in facts) {
    const [before, now] = [held[name], facts[name]];
    if (before !== now && JSON.stringify(before) !== JSON.stringify(now)) return false;
  }
  return true;
}

/** A list of rows, with what it was made of. */
export interface RowList {
  madeOf: readonly unknown[];
  rows: readonly Row[];
}

/** What was shown last to one side, so that what is unchanged is shown as the very same objects. */
export interface RowMemory {
  messages: Reuse<MessageRow>;
  notices: Reuse<NoticeRow>;
  lists: WeakMap<object, RowList>;
}

/** A memory of nothing. */
export const createRowMemory = (): RowMemory => ({
  messages: createReuse(),
  notices: createReuse(),
  lists: new WeakMap(),
});

/** The rows that were made for this key of exactly these things, or are made now; the same list for the same rows. */
export function rowsMadeOf(
  { lists }: RowMemory,
  key: object,
  madeOf: readonly unknown[],
  make: () => readonly Row[],
): readonly Row[] {
  const held = lists.get(key);
  if (held?.madeOf.every((each, index) => each === madeOf[index])) return held.rows;
  const made = make();
  const isSame = held?.rows.length === made.length && held.rows.every((row, index) => row === made[index]);
  const rows = isSame ? held.rows : made;
  lists.set(key, { madeOf, rows });
  return rows;
}
