import type Database from 'libsql/promise';
import { type Append, HeadMoved, rowsOf } from './append.js';

interface Statement {
  run(parameters: readonly unknown[]): { changes: number };
}

/** So many messages are worth another thread's waking: it writes and syncs them while this one reads what comes next. */
const largeGroup = 32;

/** True for a group whose commit is left to another thread. */
export const isLarge = (group: readonly Append[]): boolean => group.length >= largeGroup;

/** How many events of the shared log a conversation's row may be behind: they are folded when it is read. */
export const mostBehind = 16;

/**
 * True where the row may stay as it is: nothing changed that is asked for by itself, and few events are behind it. For
 * what is only said, that leaves one row to write instead of two.
 */
const mayWait = ({ before, record }: Append): boolean =>
  record.desk === before.desk &&
  record.heads.desk.seq === before.heads.desk.seq &&
  record.state.handoff?.status === before.state.handoff?.status &&
  Math.floor(record.heads.shared.seq / mostBehind) === Math.floor(before.heads.shared.seq / mostBehind);

/**
 * Appends groups to a SQLite store, each as one transaction that is synced to the disk. Its statements are prepared
 * once and run row by row: parsing one statement for many rows takes twice the time of running these. The caller sees
 * to it that no other transaction is open, on this connection or another one.
 */
export async function createSqliteAppend(
  database: Database,
): Promise<(group: readonly Append[], now: number) => Promise<void>> {
  const prepare = (text: string): Promise<Statement> => database.prepare(text);
  const begin = await prepare('begin immediate');
  const commit = await prepare('commit');
  const rollback = await prepare('rollback');
  const moveHead = await prepare(`
    update "conversation" set
      "sharedSeq" = ?, "sharedId" = ?, "deskSeq" = ?, "deskId" = ?, "state" = ?, "desk" = coalesce(?, "desk"),
      "statusAt" = case when "status" = ? then "statusAt" else ? end, "status" = ?
    where "id" = ? and "sharedSeq" <= ? and "deskSeq" = ?`);
  const addEvent = await prepare(`
    insert into "event" ("conversationId", "log", "seq", "id", "siteId", "type", "v", "at", "causedBy", "body")
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const addOutboxRow = await prepare(`
    insert into "outbox" ("conversationId", "target", "seq", "siteId", "kind", "body", "dueAt", "createdAt")
    values (?, ?, ?, ?, ?, ?, ?, ?)`);

  function write(group: readonly Append[], now: number): void {
    const { heads, events, outbox } = rowsOf(group, now, mayWait);
    for (const { id, wasShared, wasDesk, ...head } of heads) {
      const { sharedSeq, sharedId, deskSeq, deskId, state, desk, status } = head;
      const moved = moveHead.run([
        ...[sharedSeq, sharedId, deskSeq, deskId, state, desk, status, now, status],
        ...[id, wasShared, wasDesk],
      ]);
      if (moved.changes !== 1) throw new HeadMoved();
    }
    for (const { conversationId, log, seq, id, siteId, type, v, at, causedBy, body } of events)
      addEvent.run([conversationId, log, seq, id, siteId, type, v, at, causedBy, body]);
    for (const { conversationId, target, seq, siteId, kind, body, dueAt, createdAt } of outbox)
      addOutboxRow.run([conversationId, target, seq, siteId, kind, body, dueAt, createdAt]);
  }

  return async (group, now) => {
    begin.run([]);
    try {
      write(group, now);
      if (isLarge(group)) await database.exec('commit');
      else commit.run([]);
    } catch (error) {
      // Some failures have ended the transaction already. On this thread: nobody else gets a turn while it is locked.
      if (inTransaction(database)) rollback.run([]);
      throw isTaken(error) ? new HeadMoved() : error;
    }
  };
}

/** The place in the log is another event's. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';

/** A property that its declaration forgets. */
const inTransaction = (database: object): boolean =>
  'inTransaction' in database && database.inTransaction === true;
