/**
 * The hub: every durable event passes here and nowhere else. Commands queue up, are decided and numbered in
 * memory in the order they came, and are committed as one group; only then are they published. Nothing is
 * acknowledged before it is committed, and nothing is awaited inside the transaction but the transaction.
 */
import type {
  ConversationRecord,
  HandoffSettings,
  LogEvent,
  OutboxDraft,
  Refusal,
} from '@batonchat/protocol';
import { refuseForeignFiles } from './files/named-files.js';
import type { Logger } from './logger.js';
import { type Addressed, notFound, planGroup, type Submission } from './plan-group.js';
import { HeadMoved } from './store/append.js';
import { readEventsCausedBy } from './store/conversations.js';
import type { Store } from './store/open-store.js';
import { createRecordCache } from './store/record-cache.js';

/** What became of a command. A repeat has the events that were stored the first time. */
export type Outcome =
  | { events: LogEvent[]; record: ConversationRecord; isRepeat: boolean }
  | { refusal: Refusal };

/** Events of one conversation that are in the log now, with the conversation as it stands after them. */
export interface Committed {
  record: ConversationRecord;
  events: LogEvent[];
  outbox: OutboxDraft[];
  /** They were in the log already: published once more, since the first time may have reached nobody. */
  isRepeat: boolean;
}

/** The one way into the logs. */
export interface Hub {
  /**
   * Decides, appends, commits and publishes, in the order of the calls. Never rejects: a failing store is the
   * refusal `unavailable`, a conversation of another site is `not-found`.
   */
  submit(siteId: string, conversationId: string, command: Submission): Promise<Outcome>;
  /** The conversation as it stands, or null where there is none. */
  record(conversationId: string): Promise<ConversationRecord | null>;
  /** Called after each commit, in the order of the commits. Returns its undo. */
  onCommit(listener: (committed: Committed) => void): () => void;
  /** Commits what is queued and takes nothing more. */
  close(): Promise<void>;
}

type Waiting = Addressed & { settle(outcome: Outcome): void };
type Repeat = Pick<Committed, 'events' | 'record'>;

/** Few enough that whoever else has come is heard within a twentieth of a second. */
const groupSize = 512;
const headRetries = 5;

const unavailable: Refusal = { code: 'unavailable', message: 'It could not be stored just now.' };

/** A hub over an open store. On a store there may be several, of several nodes; each publishes what it commits. */
export function createHub({
  store,
  settings,
  log,
}: {
  store: Store;
  settings: HandoffSettings;
  log: Logger;
}): Hub {
  const queue: Waiting[] = [];
  const records = createRecordCache(store);
  const listeners = new Set<(committed: Committed) => void>();
  let flushing: Promise<void> | null = null;
  let isClosed = false;

  /** Decides a group in memory and writes what is accepted. Rejects when nothing of it is written. */
  async function commit(group: readonly Waiting[]): Promise<void> {
    const known = await records.read(group.map((each) => each.conversationId));
    const at = store.now();
    const foreign = await refuseForeignFiles(store, group);
    const { parts, accepted, refused } = planGroup(group, known, foreign, at, settings);
    if (parts.size > 0) await store.append([...parts.values()], at);
    for (const { record, events, outbox } of parts.values()) {
      records.keep(record);
      publish({ record, events, outbox, isRepeat: false });
    }
    for (const { waiting, events } of accepted) {
      const record = parts.get(waiting.conversationId)?.record;
      waiting.settle(record ? { events, record, isRepeat: false } : { refusal: unavailable });
    }
    if (refused.length > 0) await settleRefused(refused);
  }

  /**
   * A refused command may be the repeat of one that was accepted; where that can't be looked up, it may come again. They
   * are looked up together: fifty agents who are too late must not make everybody else wait for fifty reads.
   */
  async function settleRefused(refused: readonly { waiting: Waiting; refusal: Refusal }[]): Promise<void> {
    const stored = refused.filter(({ refusal }) => refusal !== notFound);
    const repeats = await storedBefore(stored.map(({ waiting }) => waiting)).catch(() => null);
    for (const { waiting, refusal } of refused) {
      const repeat = repeats?.get(waiting);
      if (repeat) settleRepeat(waiting, repeat);
      else waiting.settle({ refusal: repeats || refusal === notFound ? refusal : unavailable });
    }
  }

  /** What those of these commands led to that were accepted earlier. Rejects when the store fails. */
  async function storedBefore(commands: readonly Waiting[]): Promise<Map<Waiting, Repeat>> {
    const places = commands.map(({ conversationId, command }) => ({ conversationId, commandId: command.id }));
    const stored = await readEventsCausedBy(store.db, places);
    const found = commands.flatMap((waiting, index) => {
      const events = stored[index] ?? [];
      return events.length > 0 ? [{ waiting, events }] : [];
    });
    const known = await records.read(found.map(({ waiting }) => waiting.conversationId));
    return new Map(
      found.flatMap(({ waiting, events }) => {
        const record = known.get(waiting.conversationId);
        return record ? [[waiting, { events, record }]] : [];
      }),
    );
  }

  /** Settles a command by what it led to the first time. */
  function settleRepeat(waiting: Waiting, { events, record }: Repeat): void {
    publish({ record, events, outbox: [], isRepeat: true });
    waiting.settle({ events, record, isRepeat: true });
  }

  /** One by one, so that a command that the store does not take sinks alone. */
  async function commitOneByOne(group: readonly Waiting[]): Promise<void> {
    for (const [index, waiting] of group.entries()) {
      if (await commitAlone(waiting)) continue;
      // Asking a store that is away once more for each of the rest would only make them wait longer.
      for (const rest of group.slice(index)) rest.settle({ refusal: unavailable });
      return;
    }
  }

  /** False when the store can't be reached; else the command is settled. */
  async function commitAlone(waiting: Waiting): Promise<boolean> {
    const { conversationId, command } = waiting;
    for (let attempt = 0; attempt < headRetries; attempt += 1) {
      records.forget(conversationId);
      try {
        await commit([waiting]);
        return true;
      } catch (error) {
        records.forget(conversationId);
        if (error instanceof HeadMoved) continue;
        try {
          const repeat = (await storedBefore([waiting])).get(waiting);
          if (repeat) {
            settleRepeat(waiting, repeat);
            return true;
          }
        } catch {
          log.error('The store cannot be reached.', { error });
          return false;
        }
        log.error('A command could not be stored.', { conversationId, commandId: command.id, error });
        break;
      }
    }
    waiting.settle({ refusal: unavailable });
    return true;
  }

  async function flush(): Promise<void> {
    while (queue.length > 0) {
      // One turn of the event loop gathers what all sockets have brought.
      await new Promise((resolve) => setImmediate(resolve));
      const group = queue.splice(0, groupSize);
      try {
        await commit(group);
      } catch {
        for (const { conversationId } of group) records.forget(conversationId);
        await commitOneByOne(group);
      }
    }
    flushing = null;
  }

  function publish(committed: Committed): void {
    for (const listener of listeners) {
      try {
        listener(committed);
      } catch (error) {
        log.error('A listener of the hub failed.', { error });
      }
    }
  }

  return {
    submit(siteId, conversationId, command) {
      if (isClosed) return Promise.resolve({ refusal: unavailable });
      return new Promise((settle) => {
        queue.push({ siteId, conversationId, command, settle });
        flushing ??= flush();
      });
    },
    async record(conversationId) {
      return (await records.read([conversationId])).get(conversationId) ?? null;
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      await flushing;
    },
  };
}
