import type { OutboxItem } from '../state.js';

/**
 * Where a client keeps what it has not sent yet. No method throws or rejects: an implementation that is refused its
 * place goes on in memory and says so. What is asked is done in the order in which it was asked.
 */
export interface OutboxStorage<Command = unknown> {
  /** All items, in any order. Called once. */
  readOutbox(): Promise<OutboxItem<Command>[]>;
  /** Keeps an item, in the place of an earlier one of the same command. Settles when it is kept. */
  writeOutboxItem(item: OutboxItem<Command>): Promise<void>;
  deleteOutboxItem(commandId: string): Promise<void>;
  /** Whether unsent items survive a reload, as far as it is known by now. */
  outboxStorage(): 'durable' | 'memory';
  /** The client is destroyed: what was asked is still done, then whatever is held open is let go. */
  close?(): void;
}

/** Where a visitor's client keeps what must survive a reload. It throws and rejects no more than its outbox. */
export interface ChatStorage<Command = unknown> extends OutboxStorage<Command> {
  /** The visitor's secret, or null before the first visit. */
  readSecret(): string | null;
  writeSecret(secret: string): void;
}

/** Keeps everything as long as this object lives: for tests, servers and pages that keep nothing. */
export function memoryStorage<Command = unknown>(): ChatStorage<Command> {
  const items = new Map<string, OutboxItem<Command>>();
  let secret: string | null = null;
  return {
    readSecret: () => secret,
    writeSecret(given) {
      secret = given;
    },
    readOutbox: async () => [...items.values()],
    async writeOutboxItem(item) {
      items.set(item.commandId, item);
    },
    async deleteOutboxItem(commandId) {
      items.delete(commandId);
    },
    outboxStorage: () => 'memory',
  };
}
