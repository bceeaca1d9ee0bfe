/**
 * The hub: every durable event passes here and nowhere else. Commands queue up, are decided and numbered in
 * memory in the order they came, and are committed as one group; only then are they published. Nothing is
 * acknowledged before it is committed, and nothing is awaited inside the transaction but the transaction.
 */
import {
  type Commit,
  type ConversationRecord,
  type HandoffSettings,
  type IssuedCommand,
  type LogEvent,
  logOf,
  planCommit,
  type Refusal,
} from '@batonchat/protocol';
import type { Logger } from './logger.js';
import { append, HeadMoved, readEventsCausedBy, readRecords } from './store/conversations.js';
import type { Store } from './store/open-store.js';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;

/** A command as the hub takes it; the hub dates it by the store's clock. */
export type Submission = WithoutTime<IssuedCommand>;

/** What became of a command. A repeat has the events that were stored the first time. */
export type Outcome =
  | { events: LogEvent[]; record: ConversationRecord; isRepeat: boolean }
  | { refusal: Refusal };

/** One conversation's part of a group that is now in the log. */
export interface Committed {
  before: ConversationRecord;
  record: ConversationRecord;
  events: LogEvent[];
  hasOutbox: boolean;
}

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

interface Waiting {
  siteId: string;
  conversationId: string;
  command: Submission;
  settle(outcome: Outcome): void;
}

const groupSize = 100;
const cachedRecords = 10_000;
const headRetries = 5;

const unavailable: Refusal = { code: 'unavailable', message: 'The message could not be stored just now.' };
const notFound: Refusal = { code: 'not-found', message: 'There is no such conversation.' };

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
  const cache = new Map<string, ConversationRecord>();
  const listeners = new Set<(committed: Committed) => void>();
  let flushing: Promise<void> | null = null;
  let isClosed = false;

  function remember(record: ConversationRecord): void {
    cache.delete(record.id);
    cache.set(record.id, record);
    const oldest = cache.size > cachedRecords ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
  }

  async function load(ids: readonly string[]): Promise<void> {
    for (const record of await readRecords(
      store.db,
      ids.filter((id) => !cache.has(id)),
    ))
      remember(record);
  }

  /** Decides a group in memory, one after the other, and writes what is accepted. */
  async function commit(group: readonly Waiting[]): Promise<void> {
    await load([...new Set(group.map((each) => each.conversationId))]);
    const at = store.now();
    const parts = new Map<string, Commit & { before: ConversationRecord }>();
    const accepted: { waiting: Waiting; events: LogEvent[] }[] = [];
    const refused: { waiting: Waiting; refusal: Refusal }[] = [];

    for (const waiting of group) {
      const part = parts.get(waiting.conversationId);
      const record = part?.record ?? cache.get(waiting.conversationId);
      if (record?.siteId !== waiting.siteId) {
        refused.push({ waiting, refusal: notFound });
        continue;
      }
      const plan = planCommit(record, { ...waiting.command, at } as IssuedCommand, settings);
      if ('refusal' in plan) {
        refused.push({ waiting, refusal: plan.refusal });
        continue;
      }
      accepted.push({ waiting, events: plan.events });
      parts.set(record.id, {
        before: part?.before ?? record,
        record: plan.record,
        events: [...(part?.events ?? []), ...plan.events],
        outbox: [...(part?.outbox ?? []), ...plan.outbox],
      });
    }

    if (parts.size > 0) {
      const appends = [...parts.values()].map(({ record, ...part }) => ({
        ...part,
        after: record,
        logOf: (event: LogEvent) => logOf(event.type),
      }));
      await append(store.db, appends, at);
    }
    for (const { before, record, events, outbox } of parts.values()) {
      remember(record);
      publish({ before, record, events, hasOutbox: outbox.length > 0 });
    }
    for (const { waiting, events } of accepted) {
      const record = cache.get(waiting.conversationId);
      waiting.settle(record ? { events, record, isRepeat: false } : { refusal: unavailable });
    }
    for (const { waiting, refusal } of refused)
      waiting.settle((refusal !== notFound && (await storedOutcome(waiting))) || { refusal });
  }

  /** What a repeated command led to when it came first, or null when it never was accepted. */
  async function storedOutcome({ conversationId, command }: Waiting): Promise<Outcome | null> {
    const events = await readEventsCausedBy(store.db, conversationId, command.id);
    if (events.length === 0) return null;
    await load([conversationId]);
    const record = cache.get(conversationId);
    return record ? { events, record, isRepeat: true } : null;
  }

  async function commitAlone(waiting: Waiting): Promise<void> {
    for (let attempt = 0; attempt < headRetries; attempt += 1) {
      try {
        cache.delete(waiting.conversationId);
        return await commit([waiting]);
      } catch (error) {
        cache.delete(waiting.conversationId);
        if (error instanceof HeadMoved) continue;
        const stored = await storedOutcome(waiting).catch(() => null);
        if (stored) return waiting.settle(stored);
        log.error('A command could not be stored.', {
          conversationId: waiting.conversationId,
          commandId: waiting.command.id,
          error,
        });
        break;
      }
    }
    waiting.settle({ refusal: unavailable });
  }

  async function flush(): Promise<void> {
    // One turn of the event loop gathers what all sockets have brought.
    await new Promise((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const group = queue.splice(0, groupSize);
      try {
        await commit(group);
      } catch {
        for (const { conversationId } of group) cache.delete(conversationId);
        for (const waiting of group) await commitAlone(waiting);
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
      await load([conversationId]);
      return cache.get(conversationId) ?? null;
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
