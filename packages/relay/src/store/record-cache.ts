import type { ConversationRecord } from '@batonchat/protocol';
import type { Store } from './open-store.js';
import { readRecords } from './records.js';

/** The records of conversations as this process last knew them, so that a commit need not read before it writes. */
export interface RecordCache {
  /** Those of these conversations that exist, by id; what is not held is read. Rejects when the store fails. */
  read(ids: Iterable<string>): Promise<Map<string, ConversationRecord>>;
  keep(record: ConversationRecord): void;
  forget(id: string): void;
}

const versionOf = ({ heads }: ConversationRecord) => heads.shared.seq + heads.desk.seq;

/** Holds at most `size` records; the one that was kept first goes first. */
export function createRecordCache(store: Store, size = 10_000): RecordCache {
  const held = new Map<string, ConversationRecord>();

  function keep(record: ConversationRecord): void {
    held.delete(record.id);
    held.set(record.id, record);
    const oldest = held.size > size ? held.keys().next().value : undefined;
    if (oldest !== undefined) held.delete(oldest);
  }

  return {
    async read(ids) {
      const wanted = [...new Set(ids)];
      const found = new Map<string, ConversationRecord>();
      for (const id of wanted) {
        const record = held.get(id);
        if (record) found.set(id, record);
      }
      if (found.size === wanted.length) return found;
      const rows = await readRecords(
        store,
        wanted.filter((id) => !found.has(id)),
      );
      for (const row of rows) {
        // A commit may have overtaken the read.
        const present = held.get(row.id);
        const record = present && versionOf(present) > versionOf(row) ? present : row;
        if (record === row) keep(row);
        found.set(row.id, record);
      }
      return found;
    },
    keep,
    forget: (id) => void held.delete(id),
  };
}
