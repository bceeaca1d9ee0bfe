import {
  type ConversationRecord,
  type Entry,
  entryOf,
  type Log,
  type LogEvent,
  limits,
  type Position,
  type Receipt,
  type SharedEvent,
  upcast,
} from '@batonchat/protocol';
import { type Insertable, type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Tables } from './schema.js';

type Db = Kysely<Tables> | Transaction<Tables>;

/** A row of the log, without where it stands. */
export type EventRow = Pick<
  Selectable<Tables['event']>,
  'seq' | 'id' | 'v' | 'at' | 'causedBy' | 'type' | 'body'
>;

/** The event that a row holds, lifted to today's version. */
export const eventOf = ({ seq, id, v, at, causedBy, type, body }: EventRow): LogEvent =>
  upcast({ seq, id, v, at, causedBy, type, body: JSON.parse(body) as unknown });

/** More than any command leads to. */
const eventsPerCommand = 10;

/** Where a command was given: a command's id is unique in its conversation only. */
export interface CommandPlace {
  conversationId: string;
  commandId: string;
}

/** The events that each of the commands led to, in both logs, in one statement; empty for one that was never accepted. */
export async function readEventsCausedBy(db: Db, commands: readonly CommandPlace[]): Promise<LogEvent[][]> {
  if (commands.length === 0) return [];
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where((where) =>
      where.or(
        commands.map(({ conversationId, commandId }) =>
          where.and([
            where('conversationId', '=', conversationId),
            // The ids that `planCommit` gives: there is an index by id, and a second one would cost every message.
            where(
              'id',
              'in',
              Array.from({ length: eventsPerCommand }, (_, n) => (n === 0 ? commandId : `${commandId}.${n}`)),
            ),
            where('causedBy', '=', commandId),
          ]),
        ),
      ),
    )
    .orderBy('seq')
    .execute();
  return commands.map(({ conversationId, commandId }) =>
    rows
      .filter((row) => row.conversationId === conversationId && row.causedBy === commandId)
      .map((row) => eventOf(row)),
  );
}

/** At most `limits.eventsPerFrame` events after a seq, in order. */
export async function readEventsAfter(
  db: Db,
  conversationId: string,
  log: Log,
  seq: number,
): Promise<LogEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'id', 'v', 'at', 'causedBy', 'type', 'body'])
    .where('conversationId', '=', conversationId)
    .where('log', '=', log)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limits.eventsPerFrame)
    .execute();
  return rows.map(eventOf);
}

/** True where the event that the client last saw still stands where it saw it. */
export async function holdsPosition(
  db: Db,
  epoch: string,
  conversationId: string,
  log: Log,
  position: Position,
): Promise<boolean> {
  if (position.epoch !== epoch) return false;
  if (position.seq === 0) return true;
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('conversationId', '=', conversationId)
    .where('log', '=', log)
    .where('seq', '=', position.seq)
    .executeTakeFirst();
  return row?.id === position.id;
}

/** The newest entries before `before`, oldest first, as they stand now. */
export async function readEntriesBefore(
  db: Db,
  conversationId: string,
  before: number,
): Promise<{ entries: Entry[]; hasOlder: boolean }> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .where('log', '=', 'shared')
    .where('seq', '<', before)
    .where('type', '!=', 'conversation-started')
    .orderBy('seq', 'desc')
    .limit(limits.entriesPerPage + 1)
    .execute();
  const entries = rows
    .slice(0, limits.entriesPerPage)
    .reverse()
    .flatMap((row) => entryOf(eventOf(row) as SharedEvent) ?? []);
  return { entries, hasOlder: rows.length > limits.entriesPerPage };
}

/** The id of the visitor's current conversation, if there is one. */
export async function readCurrentId(db: Db, siteId: string, visitorId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('siteId', '=', siteId)
    .where('visitorId', '=', visitorId)
    .where('isCurrent', '=', 1)
    .executeTakeFirst();
  return row?.id;
}

/** The visitor's current conversation. The unique key decides when two tabs ask at once. */
export async function openCurrent(
  db: Db,
  conversation: Pick<Insertable<Tables['conversation']>, 'id' | 'siteId' | 'visitorId' | 'createdAt'> &
    Pick<ConversationRecord, 'state' | 'desk'>,
): Promise<string> {
  const find = () => readCurrentId(db, conversation.siteId, conversation.visitorId);
  const found = await find();
  if (found) return found;
  const { state, desk, ...row } = conversation;
  await db
    .insertInto('conversation')
    .values({
      ...row,
      isCurrent: 1,
      sharedSeq: 0,
      sharedId: '',
      deskSeq: 0,
      deskId: '',
      state: JSON.stringify(state),
      desk: JSON.stringify(desk),
      status: '',
      statusAt: row.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['siteId', 'visitorId', 'isCurrent']).doNothing())
    .execute();
  return (await find()) ?? row.id;
}

/**
 * The visitor's conversation is a past one from now on. False where it is not their current one, or a human is asked for
 * or here: that is decided by the row as it is then, whoever writes to it meanwhile.
 */
export async function leaveCurrent(
  db: Db,
  { id, siteId, visitorId }: { id: string; siteId: string; visitorId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('conversation')
    .set({ isCurrent: null })
    .where('id', '=', id)
    .where('siteId', '=', siteId)
    .where('visitorId', '=', visitorId)
    .where('isCurrent', '=', 1)
    .where('status', 'in', ['', 'offered', 'resolved'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The marks of everybody who has any. */
export async function readReceipts(db: Db, conversationId: string): Promise<Receipt[]> {
  return db
    .selectFrom('receipt')
    .select(['participantId', 'kind', 'deliveredSeq', 'readSeq'])
    .where('conversationId', '=', conversationId)
    .execute();
}

/** Raises the marks; a lower one changes nothing. */
export async function raiseReceipts(db: Db, rows: readonly Insertable<Tables['receipt']>[]): Promise<void> {
  if (rows.length === 0) return;
  const higher = (column: 'deliveredSeq' | 'readSeq') =>
    sql<number>`case when excluded.${sql.ref(column)} > receipt.${sql.ref(column)} then excluded.${sql.ref(column)} else receipt.${sql.ref(column)} end`;
  await db
    .insertInto('receipt')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['conversationId', 'participantId'])
        .doUpdateSet({ deliveredSeq: higher('deliveredSeq'), readSeq: higher('readSeq') }),
    )
    .execute();
}
