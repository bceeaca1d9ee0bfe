import type { Receipt } from '@batonchat/protocol';
import type { Logger } from '../logger.js';
import { raiseReceipts, readReceipts } from '../store/conversations.js';
import type { Store } from '../store/open-store.js';

/** How far each participant's devices have received and read: high-water marks, kept apart from the log. */
export interface Receipts {
  /** The marks after raising them, or null when nothing rose. */
  raise(siteId: string, conversationId: string, receipt: Receipt): Promise<Receipt[] | null>;
  of(conversationId: string): Promise<Receipt[]>;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

const writeAfterMs = 250;
/** Beyond this many, what is written is read again when it is wanted. */
const heldConversations = 1000;

/** Marks are held in memory and written together, a quarter of a second later at most. */
export function createReceipts(store: Store, log: Logger): Receipts {
  const held = new Map<string, Map<string, Receipt>>();
  const unwritten = new Map<string, Receipt & { siteId: string; conversationId: string }>();
  let timer: NodeJS.Timeout | undefined;

  async function load(conversationId: string): Promise<Map<string, Receipt>> {
    const known = held.get(conversationId);
    if (known) return known;
    const rows = await readReceipts(store.db, conversationId);
    const loaded = held.get(conversationId) ?? new Map(rows.map((row) => [row.participantId, row]));
    held.set(conversationId, loaded);
    return loaded;
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const rows = new Map(unwritten);
    unwritten.clear();
    try {
      await raiseReceipts(store.db, [...rows.values()]);
    } catch (error) {
      log.warn('Receipts could not be written; they will be with the next ones.', { error });
      for (const [key, row] of rows) if (!unwritten.has(key)) unwritten.set(key, row);
    }
    if (held.size > heldConversations) forgetWritten();
  }

  function forgetWritten(): void {
    const needed = new Set([...unwritten.values()].map(({ conversationId }) => conversationId));
    for (const conversationId of held.keys()) if (!needed.has(conversationId)) held.delete(conversationId);
  }

  return {
    async raise(siteId, conversationId, receipt) {
      const marks = await load(conversationId);
      const before = marks.get(receipt.participantId);
      const after = {
        ...receipt,
        deliveredSeq: Math.max(receipt.deliveredSeq, receipt.readSeq, before?.deliveredSeq ?? 0),
        readSeq: Math.max(receipt.readSeq, before?.readSeq ?? 0),
      };
      if (before && before.deliveredSeq === after.deliveredSeq && before.readSeq === after.readSeq)
        return null;
      marks.set(receipt.participantId, after);
      unwritten.set(`${conversationId} ${receipt.participantId}`, { ...after, siteId, conversationId });
      timer ??= setTimeout(() => void flush(), writeAfterMs);
      return [after];
    },
    async of(conversationId) {
      return [...(await load(conversationId)).values()];
    },
    flush,
  };
}
