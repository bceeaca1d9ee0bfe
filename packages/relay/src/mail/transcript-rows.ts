import { createHash } from 'node:crypto';
import type { Entry } from '@batonchat/protocol';
import { readEntriesBefore } from '../store/conversations.js';
import type { Store } from '../store/open-store.js';

/** The kind of outbox row that is a transcript to be mailed. */
export const transcriptKind = 'transcript-mail';

/** What such a row holds: where to, how far, and how it is to be written. */
export interface TranscriptBody {
  to: string;
  /** The last event of the shared log that is in it. */
  through: number;
  locale: string | null;
  timeZone: string | null;
}

/** Which transcript: the client's own id for the wish, so that a repeat is the same one. */
export interface TranscriptPlace {
  conversationId: string;
  requestId: string;
}

/** `failed`: the mail server refuses it for good, or could not be reached for as long as it is tried. */
export type TranscriptStatus = 'waiting' | 'sent' | 'failed';

const target = (requestId: string) => `mail:${requestId}`;

/** The same for the same wish, and nothing that could be read from it. */
export const letterIdOf = (conversationId: string, lane: string): string =>
  `transcript.${createHash('sha256').update(`${conversationId} ${lane}`).digest('hex').slice(0, 32)}`;

/** Queues a transcript; one that is queued already stays as it is. Resolves once it is committed. */
export async function queueTranscript(
  { db, now }: Store,
  { conversationId, requestId, siteId }: TranscriptPlace & { siteId: string },
  body: TranscriptBody,
): Promise<void> {
  const at = now();
  await db
    .insertInto('outbox')
    .values({
      ...{ conversationId, siteId, target: target(requestId), seq: 1, kind: transcriptKind },
      ...{ body: JSON.stringify(body), dueAt: at, createdAt: at },
    })
    .onConflict((conflict) => conflict.columns(['conversationId', 'target', 'seq']).doNothing())
    .execute();
}

/** How far a transcript is; null where none is queued: it was never asked for, or is sent. */
export async function queuedStatus(
  { db }: Store,
  { conversationId, requestId }: TranscriptPlace,
): Promise<Exclude<TranscriptStatus, 'sent'> | null> {
  const row = await db
    .selectFrom('outbox')
    .select('deadAt')
    .where('conversationId', '=', conversationId)
    .where('target', '=', target(requestId))
    .executeTakeFirst();
  return row ? (row.deadAt === null ? 'waiting' : 'failed') : null;
}

/** More than anybody reads; the newest are taken. */
const entriesPerTranscript = 2000;

/** What a transcript is made of, oldest first. */
export async function entriesThrough(
  { db }: Store,
  conversationId: string,
  through: number,
): Promise<Entry[]> {
  const pages: Entry[][] = [];
  let before = through + 1;
  let hasOlder = true;
  for (let count = 0; hasOlder && count < entriesPerTranscript; ) {
    const page = await readEntriesBefore(db, conversationId, before);
    pages.unshift(page.entries);
    count += page.entries.length;
    before = page.entries[0]?.seq ?? 0;
    hasOlder = page.hasOlder && before > 1;
  }
  return pages.flat();
}
