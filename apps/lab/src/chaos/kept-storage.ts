import type { ChatStorage, OutboxItem } from '@batonchat/core';
import type { VisitorCommand } from '@batonchat/protocol';

/** What one tab sees of the disk. */
export interface TabStorage extends ChatStorage<VisitorCommand> {
  /** The tab died: what it was about to write is not written, nor is what its client writes from now on. */
  crash(): void;
}

/** Where a visitor's tabs keep what survives them, as a browser's database does. */
export interface Disk {
  tab(): TabStorage;
  /** How many unsent items are on it. */
  size(): number;
}

/** An empty disk. Each write and read is done a turn of the event loop later, in the order of asking. */
export function openDisk(): Disk {
  const items = new Map<string, OutboxItem<VisitorCommand>>();
  let secret: string | null = null;
  return {
    size: () => items.size,
    tab() {
      let isAlive = true;
      const write = (change: () => void) =>
        new Promise<void>((resolve) =>
          setImmediate(() => {
            if (!isAlive) return;
            change();
            resolve();
          }),
        );
      return {
        readSecret: () => secret,
        writeSecret(given) {
          if (isAlive) secret = given;
        },
        readOutbox: () =>
          new Promise((resolve) => setImmediate(() => resolve(structuredClone([...items.values()])))),
        writeOutboxItem(item) {
          const written = structuredClone(item);
          return write(() => items.set(item.commandId, written));
        },
        deleteOutboxItem: (commandId) => write(() => items.delete(commandId)),
        outboxStorage: () => 'durable',
        crash() {
          isAlive = false;
        },
      };
    },
  };
}
