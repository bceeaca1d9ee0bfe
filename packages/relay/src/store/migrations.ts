import { type Kysely, type Migration, sql } from 'kysely';
import { agentTables } from './agent-tables.js';
import { isOpen, isResolved } from './inbox-index.js';
import type { Dialect } from './schema.js';

/** The migrations, oldest first. A migration that was released is never edited: add the next one. */
export function migrationsOf(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-agents': {
      async up(db: Kysely<unknown>) {
        for (const statement of agentTables[dialect]) await sql.raw(statement).execute(db);
      },
    },
    '0002-conversations': { up: (db: Kysely<unknown>) => conversations(db, dialect) },
    '0003-lean-indexes': { up: leanIndexes },
    '0004-status-time': { up: (db: Kysely<unknown>) => statusTime(db, dialect) },
    '0005-files': { up: (db: Kysely<unknown>) => files(db, dialect) },
    '0006-identities': { up: (db: Kysely<unknown>) => identities(db, dialect) },
  };
}

/**
 * A message rewrites no index that it need not: the inbox is found without the time of the last message while a
 * handoff is open, and the events of a command by their ids, which begin with its own.
 */
async function leanIndexes({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropIndex('event_cause').execute();
  await schema.dropIndex('conversation_inbox').execute();
  await schema
    .createIndex('conversation_open')
    .on('conversation')
    .columns(['siteId', 'status'])
    .where(isOpen)
    .execute();
  await schema
    .createIndex('conversation_resolved')
    .on('conversation')
    .columns(['siteId', 'updatedAt'])
    .where(isResolved)
    .execute();
}

/**
 * PostgreSQL rewrites every index of a row in which an indexed column has changed. So the time by which the inbox is
 * ordered is that of the last change of status, which no message moves; and a page keeps room for a row's next version.
 */
async function statusTime(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('conversation').renameColumn('updatedAt', 'statusAt').execute();
  if (dialect === 'postgres') await sql`alter table "conversation" set (fillfactor = 70)`.execute(db);
}

async function conversations(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const time = dialect === 'postgres' ? 'bigint' : 'integer';
  const { schema } = db;
  await schema
    .createTable('fact')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('visitor')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('secretHash', 'text', (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addUniqueConstraint('visitor_secret', ['siteId', 'secretHash'])
    .execute();
  await schema
    .createTable('conversation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('visitorId', 'text', (column) => column.notNull())
    .addColumn('isCurrent', 'integer')
    .addColumn('sharedSeq', 'integer', (column) => column.notNull())
    .addColumn('sharedId', 'text', (column) => column.notNull())
    .addColumn('deskSeq', 'integer', (column) => column.notNull())
    .addColumn('deskId', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('desk', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('updatedAt', time, (column) => column.notNull())
    .addUniqueConstraint('conversation_current', ['siteId', 'visitorId', 'isCurrent'])
    .execute();
  await schema
    .createIndex('conversation_inbox')
    .on('conversation')
    .columns(['siteId', 'status', 'updatedAt'])
    .execute();
  await schema
    .createTable('event')
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('log', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('v', 'integer', (column) => column.notNull())
    .addColumn('at', time, (column) => column.notNull())
    .addColumn('causedBy', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_place', ['conversationId', 'log', 'seq'])
    .addUniqueConstraint('event_id', ['conversationId', 'id'])
    .execute();
  await schema.createIndex('event_cause').on('event').columns(['conversationId', 'causedBy']).execute();
  await schema
    .createTable('outbox')
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('dueAt', time, (column) => column.notNull())
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('leasedBy', 'text')
    .addColumn('leasedUntil', time)
    .addColumn('deadAt', time)
    .addColumn('lastError', 'text')
    .addPrimaryKeyConstraint('outbox_place', ['conversationId', 'target', 'seq'])
    .execute();
  await schema.createIndex('outbox_due').on('outbox').columns(['deadAt', 'dueAt']).execute();
  await schema
    .createTable('receipt')
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('participantId', 'text', (column) => column.notNull())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('deliveredSeq', 'integer', (column) => column.notNull())
    .addColumn('readSeq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('receipt_place', ['conversationId', 'participantId'])
    .execute();
}

async function files({ schema }: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const time = dialect === 'postgres' ? 'bigint' : 'integer';
  await schema
    .createTable('file')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('conversationId', 'text', (column) => column.notNull())
    .addColumn('uploaderId', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mediaType', 'text', (column) => column.notNull())
    .addColumn('bytes', time, (column) => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('createdAt', time, (column) => column.notNull())
    .addColumn('messageId', 'text')
    .addColumn('isKept', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.createIndex('file_due').on('file').columns(['isKept', 'createdAt']).execute();
}

async function identities({ schema }: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await schema
    .createTable('identity')
    .addColumn('visitorId', 'text', (column) => column.primaryKey())
    .addColumn('siteId', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('createdAt', dialect === 'postgres' ? 'bigint' : 'integer', (column) => column.notNull())
    .addUniqueConstraint('identity_subject', ['siteId', 'subject'])
    .execute();
}
