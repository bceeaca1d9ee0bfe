import type { Answer, Entry } from '@batonchat/protocol';
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

/** The entries of a log with their rows, one for each, and what these show besides. */
export interface LogRows {
  entries: readonly Entry[];
  /** What the log itself answers, which only more of it can change. */
  answers: ReadonlyMap<string, Answer>;
  shown: readonly unknown[];
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

/** What was shown of this log before it grew at its end; undefined where that is not all that has changed. */
export function beforeGrowth({ logs }: RowMemory, entries: readonly Entry[]): LogRows | undefined {
  const held = entries[0] && logs.get(entries[0]);
  const before = held?.entries ?? [];
  let same = 0;
  // A loop is fast from the second time on, a callback after some hundred thousand calls.
  while (before[same] && before[same] === entries[same]) same++;
  return before[same] ? undefined : held;
}

/**
 * A row for each entry. `make` is given the row that the very same entry had last, if it had one; where also `shown`, all
 * else that rows show, would be written the same, that row is taken unasked: a log mostly grows at an end.
 */
export function rowsOfLog(
  { logs }: RowMemory,
  log: Omit<LogRows, 'rows'>,
  grown: LogRows | undefined,
  make: (entry: Entry, held: Row | undefined) => Row,
): readonly Row[] {
  const { entries, shown } = log;
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return [];
  const held = logs.get(first) ?? logs.get(last);
  const isShown = held && isSame(held.shown, shown);
  const rows = isShown && grown ? [...grown.rows] : [];
  const begin = entries.indexOf(held?.entries[0] as Entry);
  for (const entry of entries.slice(rows.length)) {
    const place = rows.length - begin;
    const row = held?.entries[place] === entry ? held.rows[place] : undefined;
    rows.push((isShown && row) || make(entry, row));
  }
  const made = { ...log, rows };
  logs.set(first, made).set(last, made);
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
  // The last first: that is where rows come and change.
  const isHeld =
    held?.rows.length === made.length &&
    held.rows.at(-1) === made.at(-1) &&
    held.rows.every((row, index) => row === made[index]);
  const rows = isHeld ? held.rows : made;
  lists.set(key, { madeOf, rows });
  return rows;
}
