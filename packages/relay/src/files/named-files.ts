import type { FilePart, ImagePart, Refusal } from '@batonchat/protocol';
import type { Addressed } from '../plan-group.js';
import type { Store } from '../store/open-store.js';
import { type FileRow, isInLog } from './file-rows.js';

type Named = (FilePart | ImagePart) & { fileId: string };

const refusal = (message: string): Refusal => ({ code: 'file-gone', message });
const notThere = refusal('A file of this message is not there, or not yours to send. Attach it again.');
const sentBefore = refusal('A file of this message was sent before. Attach it again.');
const otherwise = refusal(
  'A file of this message is not what it says. Attach it as its upload was answered.',
);

/**
 * Notes which message names which file, and says which of these commands name one that they may not: of another
 * conversation or uploader, of another message, or described otherwise than the upload was answered. It runs before the
 * commands are decided: what a refused message named is swept like what nobody named. Rejects when the store fails.
 */
export async function refuseForeignFiles<Waiting extends Addressed>(
  store: Store,
  group: readonly Waiting[],
): Promise<Map<Waiting, Refusal>> {
  const refused = new Map<Waiting, Refusal>();
  const taken = new Map<string, string>();
  for (const waiting of group) {
    const named = filesNamedBy(waiting);
    if (named.length === 0) continue;
    const rows = await store.db
      .selectFrom('file')
      .selectAll()
      .where(
        'id',
        'in',
        named.map(({ fileId }) => fileId),
      )
      .execute();
    const found = new Map(rows.map((row) => [row.id, row]));
    const why = await reasonAgainst(store, waiting, named, found, taken);
    if (why) {
      refused.set(waiting, why);
      continue;
    }
    for (const { fileId } of named) taken.set(fileId, waiting.command.id);
    const { numUpdatedRows } = await store.db
      .updateTable('file')
      .set({ messageId: waiting.command.id })
      .where('id', 'in', [...found.keys()])
      .executeTakeFirst();
    if (numUpdatedRows < BigInt(found.size)) refused.set(waiting, notThere);
  }
  return refused;
}

function filesNamedBy({ command: { command, actor } }: Addressed): Named[] {
  if (actor.kind === 'system' || command.type !== 'send-message') return [];
  return command.parts.filter(
    (part): part is Named => (part.type === 'file' || part.type === 'image') && part.fileId !== undefined,
  );
}

async function reasonAgainst(
  store: Store,
  { siteId, conversationId, command: { id, actor } }: Addressed,
  named: readonly Named[],
  found: ReadonlyMap<string, FileRow>,
  taken: ReadonlyMap<string, string>,
): Promise<Refusal | null> {
  for (const part of named) {
    const row = found.get(part.fileId);
    const isOwn =
      row?.siteId === siteId &&
      row.conversationId === conversationId &&
      actor.kind !== 'system' &&
      row.uploaderId === actor.id;
    if (!isOwn) return notThere;
    const messageId = taken.get(row.id) ?? row.messageId;
    const isAnothers =
      messageId !== null &&
      messageId !== id &&
      (taken.has(row.id) || (await isInLog(store, conversationId, messageId)));
    if (isAnothers) return sentBefore;
    if (!isDescribed(part, row)) return otherwise;
  }
  return null;
}

function isDescribed(part: Named, row: FileRow): boolean {
  if (part.name !== row.name) return false;
  return part.type === 'file'
    ? part.mediaType === row.mediaType && part.bytes === row.bytes
    : row.width !== null && part.width === row.width && part.height === row.height;
}
