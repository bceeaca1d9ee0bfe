import {
  type ConversationRecord,
  evolve,
  type SharedEvent,
  type Waiting,
  waitingIn,
} from '@batonchat/protocol';
import type { ExpressionBuilder, Kysely, Selectable, SelectQueryBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/sqlite';
import { type EventRow, eventOf } from './conversations.js';
import { isOpen, isResolved } from './inbox-index.js';
import type { Store } from './open-store.js';
import type { Tables } from './schema.js';

type Readable = Pick<Store, 'db' | 'dialect'>;
type Row = Selectable<Tables['conversation']>;
type Rows = SelectQueryBuilder<Tables, 'conversation', Row>;

/** The conversations of these ids that exist, in any order. */
export async function readRecords(store: Readable, ids: readonly string[]): Promise<ConversationRecord[]> {
  return ids.length === 0 ? [] : recordsOf(store, allRows(store.db).where('id', 'in', ids));
}

const listedResolved = 200;

/** What the console lists: all that is pending or active, and the newest that is resolved. */
export async function readInbox(store: Readable, siteId: string): Promise<ConversationRecord[]> {
  const ofSite = allRows(store.db).where('siteId', '=', siteId);
  const open = await recordsOf(store, ofSite.where(isOpen));
  const over = ofSite.where(isResolved).orderBy('statusAt', 'desc').limit(listedResolved);
  return [...open, ...(await recordsOf(store, over))];
}

/** Who waits for a human in a site. */
export async function readWaiting(store: Readable, siteId: string): Promise<Waiting[]> {
  const open = await recordsOf(store, allRows(store.db).where('siteId', '=', siteId).where(isOpen));
  return open.flatMap(({ id, state }) => waitingIn(id, state.handoff) ?? []);
}

const allRows = (db: Kysely<Tables>): Rows => db.selectFrom('conversation').selectAll('conversation');

/** Rows and what they are behind, in one statement: nobody can write in between. In PostgreSQL no row is ever behind. */
async function recordsOf({ dialect }: Readable, rows: Rows): Promise<ConversationRecord[]> {
  if (dialect === 'postgres') return (await rows.execute()).map((row) => recordOf(row, []));
  const read = await rows.select((row) => eventsBehind(row).as('behind')).execute();
  return read.map(({ behind, ...row }) => recordOf(row, JSON.parse(behind) as EventRow[]));
}

/** As JSON: what the log holds past the seq that the row stands at. */
const eventsBehind = (row: ExpressionBuilder<Tables, 'conversation'>) =>
  jsonArrayFrom(
    row
      .selectFrom('event')
      .select(['seq', 'id', 'v', 'at', 'causedBy', 'type', 'body'])
      .whereRef('event.conversationId', '=', 'conversation.id')
      .where('log', '=', 'shared')
      .whereRef('seq', '>', 'sharedSeq')
      .orderBy('seq'),
  ).$castTo<string>();

function recordOf(row: Row, behind: readonly EventRow[]): ConversationRecord {
  const { seq, id } = behind.at(-1) ?? { seq: row.sharedSeq, id: row.sharedId };
  return {
    id: row.id,
    siteId: row.siteId,
    heads: { shared: { seq, id }, desk: { seq: row.deskSeq, id: row.deskId } },
    state: behind.reduce(
      (state, event) => evolve(state, eventOf(event) as SharedEvent),
      JSON.parse(row.state) as ConversationRecord['state'],
    ),
    desk: JSON.parse(row.desk) as ConversationRecord['desk'],
  };
}
