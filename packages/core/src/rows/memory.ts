import type { Entry } from '@batonchat/protocol';
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
  for (const name in facts) if (!isSame(held[name], facts[name])) return false;
  return true;
}

/** The same value, or one that would be written the same. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** A list of rows, with what it was made of. */
export interface RowList {
  madeOf: readonly unknown[];
  rows: readonly Row[];
}

/** The entries of a log with their rows, one for each. */
interface LogRows {
  entries: readonly Entry[];
  rows: readonly Row[];
}

/** What was shown last to one side, so that what is unchanged is shown as the very same objects. */
export interface RowMemory {
  messages: Reuse<MessageRow>;
  notices: Reuse<NoticeRow>;
  lists: WeakMap<object, RowList>;
  /** By the first entry and by the last: a log grows at either end. */
  logs: WeakMap<Entry, LogRows>;
}

/** A memory of nothing. */
export const createRowMemory = (): RowMemory => ({
  messages: createReuse(),
  notices: createReuse(),
  lists: new WeakMap(),
  logs: new WeakMap(),
});

/** A row for each entry; `make` is given the row that the very same entry had last, if it had one. */
export function rowsOfLog(
  { logs }: RowMemory,
  entries: readonly Entry[],
  make: (entry: Entry, held: Row | undefined) => Row,
): readonly Row[] {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return [];
  const held = logs.get(first) ?? logs.get(last);
  const begin = held?.entries[0] ? entries.indexOf(held.entries[0]) : -1;
  const rows = entries.map((entry, index) => {
    const place = index - begin;
    const isHeld = held !== undefined && begin >= 0 && held.entries[place] === entry;
    return make(entry, isHeld ? held.rows[place] : undefined);
  });
  const made = { entries, rows };
  logs.set(first, made);
  logs.set(last, made);
  return rows;
}

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
  const isHeld = held?.rows.length === made.length && held.rows.every((row, index) => row === made[index]);
  const rows = isHeld ? held.rows : made;
  lists.set(key, { madeOf, rows });
  return rows;
}
