import type pg from 'pg';
import { type Append, HeadMoved, rowsOf } from './append.js';

/**
 * The whole group in one statement, which is its own transaction: one way to the server and back. The rows come as
 * JSON, so its text is always the same and PostgreSQL plans it once a connection. Heads that are not where the group
 * thinks they are leave everything as it was.
 */
const statement = `
  with heads as (
    select * from json_to_recordset($1) as each(
      "id" text, "wasShared" integer, "wasDesk" integer, "sharedSeq" integer, "sharedId" text,
      "deskSeq" integer, "deskId" text, "state" text, "desk" text, "status" text)
  ), locked as (
    select "conversation"."id" from "conversation" join heads using ("id")
    where "conversation"."sharedSeq" = heads."wasShared" and "conversation"."deskSeq" = heads."wasDesk"
    order by "conversation"."id" for update of "conversation"
  ), whole as (
    select (select count(*) from locked) = (select count(*) from heads) as "isThere"
  ), moved as (
    update "conversation" set
      "sharedSeq" = heads."sharedSeq", "sharedId" = heads."sharedId",
      "deskSeq" = heads."deskSeq", "deskId" = heads."deskId",
      "state" = heads."state", "desk" = coalesce(heads."desk", "conversation"."desk"), "status" = heads."status",
      "statusAt" = case when "conversation"."status" = heads."status" then "conversation"."statusAt" else $4 end
    from heads where "conversation"."id" = heads."id" and (select "isThere" from whole)
  ), added as (
    insert into "event" ("conversationId", "log", "seq", "id", "siteId", "type", "v", "at", "causedBy", "body")
    select * from json_to_recordset($2) as each(
      "conversationId" text, "log" text, "seq" integer, "id" text, "siteId" text, "type" text, "v" integer,
      "at" bigint, "causedBy" text, "body" text)
    where (select "isThere" from whole)
  ), left_behind as (
    insert into "outbox" ("conversationId", "target", "seq", "siteId", "kind", "body", "dueAt", "createdAt")
    select * from json_to_recordset($3) as each(
      "conversationId" text, "target" text, "seq" integer, "siteId" text, "kind" text, "body" text,
      "dueAt" bigint, "createdAt" bigint)
    where (select "isThere" from whole)
  )
  select "isThere" from whole`;

/** Appends a group to a PostgreSQL store: all of it or, rejecting, nothing. */
export async function appendOnPostgres(pool: pg.Pool, group: readonly Append[], now: number): Promise<void> {
  const { heads, events, outbox } = rowsOf(group, now);
  const { rows } = await pool.query<{ isThere: boolean }>({
    name: 'append',
    text: statement,
    values: [JSON.stringify(heads), JSON.stringify(events), JSON.stringify(outbox), now],
  });
  if (!rows[0]?.isThere) throw new HeadMoved();
}
