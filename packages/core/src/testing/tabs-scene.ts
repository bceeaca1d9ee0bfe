import type { VisitorCommand } from '@batonchat/protocol';
import { expect } from 'vitest';
import { type ChatClient, createChatClient } from '../chat-client.js';
import { createMemoryRelay, type MemoryRelayOptions } from '../memory-relay/memory-relay.js';
import { rowsOf } from '../rows/rows.js';
import { type ChatStorage, memoryStorage } from '../storage/storage.js';
import { createManualClock } from './manual-clock.js';
import { shownTo } from './meeting.js';
import { createTabsWorld, type TestTab } from './tabs-world.js';

/** A tab with a client in it. */
export interface TabWithChat extends TestTab {
  chat: ChatClient;
}

/** A relay with one visitor, whose tabs share a storage unless each is given its own. */
export function createTabsScene(options: MemoryRelayOptions & { seed?: () => number } = {}) {
  const clock = createManualClock(options.seed ? { random: options.seed } : {});
  const relay = createMemoryRelay({ ...clock, latencyMs: 10, ...options });
  const world = createTabsWorld(clock);
  const kept = memoryStorage<VisitorCommand>();
  let sockets = 0;

  function open(storage: ChatStorage<VisitorCommand> = kept): TabWithChat {
    const tab = world.open();
    const transport = relay.visitorTransport({ id: 'v' });
    const counted: typeof transport = {
      connect(handlers) {
        const connection = transport.connect(handlers);
        sockets++;
        let isOpen = true;
        const over = () => {
          if (isOpen) sockets--;
          isOpen = false;
        };
        return {
          send: connection.send,
          close() {
            over();
            connection.close();
          },
        };
      },
    };
    const chat = createChatClient({
      ...tab.clock,
      transport: tab.transport(counted),
      storage: tab.storage(storage),
      tabs: tab.place,
    });
    chat.connect();
    return { ...tab, chat };
  }

  /** So many tabs, of which the first leads. */
  async function openAll(count: number): Promise<[TabWithChat, ...TabWithChat[]]> {
    const tabs: [TabWithChat, ...TabWithChat[]] = [open()];
    await clock.advance(100);
    while (tabs.length < count) tabs.push(open());
    await clock.advance(200);
    return tabs;
  }

  return { clock, relay, world, kept, open, openAll, sockets: () => sockets };
}

/** What all tabs show; it fails where they differ. */
export function shownToAll(tabs: TabWithChat[]): string[] {
  const [first, ...others] = tabs.map(({ chat }) =>
    rowsOf(chat.store.getState(), 'visitor').map((row) => [row.key, row.seq]),
  );
  for (const each of others) expect(each).toEqual(first);
  return tabs[0] ? shownTo(tabs[0].chat) : [];
}
