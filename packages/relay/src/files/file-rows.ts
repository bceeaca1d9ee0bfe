import type { Selectable } from 'kysely';
import type { Store } from '../store/open-store.js';
import type { Tables } from '../store/schema.js';
import type { FileStorage } from './file-storage.js';

/** What the store knows of a file. */
export type FileRow = Selectable<Tables['file']>;

/** Who uploads a file or asks for one. */
export interface FilePerson {
  kind: 'visitor' | 'agent';
  id: string;
  siteId: string;
}

/** Whether somebody may bring files into a conversation: a visitor into their own, an agent into any of the site. */
export async function mayUploadTo(
  { db }: Store,
  person: FilePerson,
  conversationId: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('conversation')
    .select(['siteId', 'visitorId'])
    .where('id', '=', conversationId)
    .executeTakeFirst();
  return found?.siteId === person.siteId && (person.kind === 'agent' || found.visitorId === person.id);
}

/** Which of these files somebody may see: what a message of a conversation of theirs names, and what they uploaded. */
export async function visibleFiles(
  { db }: Store,
  person: FilePerson,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .selectFrom('file')
    .innerJoin('conversation', 'conversation.id', 'file.conversationId')
    .select(['file.id', 'file.uploaderId', 'file.messageId', 'conversation.visitorId'])
    .where('file.id', 'in', [...new Set(fileIds)])
    .where('file.siteId', '=', person.siteId)
    .execute();
  return rows
    .filter(
      ({ uploaderId, messageId, visitorId }) =>
        uploaderId === person.id ||
        (messageId !== null && (person.kind === 'agent' || visitorId === person.id)),
    )
    .map(({ id }) => id);
}

/** Whether a message is in the log of a conversation. */
export async function isInLog({ db }: Store, conversationId: string, messageId: string): Promise<boolean> {
  const found = await db
    .selectFrom('event')
    .select('seq')
    .where('conversationId', '=', conversationId)
    .where('id', '=', messageId)
    .executeTakeFirst();
  return found !== undefined;
}

/** How long a file waits for the message that names it. */
const unnamedForMs = 24 * 60 * 60_000;

/** Deletes files that no message has named within a day. */
export async function sweepFiles(store: Store, storage: FileStorage): Promise<void> {
  const due = await store.db
    .selectFrom('file')
    .select(['id', 'conversationId', 'messageId'])
    .where('isKept', '=', 0)
    .where('createdAt', '<', store.now() - unnamedForMs)
    .limit(1000)
    .execute();
  for (const { id, conversationId, messageId } of due) {
    if (messageId !== null && (await isInLog(store, conversationId, messageId))) {
      await store.db.updateTable('file').set({ isKept: 1 }).where('id', '=', id).execute();
      continue;
    }
    // Somebody may name it at this moment: then it is left alone.
    const { numDeletedRows } = await store.db
      .deleteFrom('file')
      .where('id', '=', id)
      .where('messageId', messageId === null ? 'is' : '=', messageId)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await storage.remove(id);
  }
}
