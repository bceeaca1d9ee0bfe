import { textOf } from '@batonchat/protocol';
import { type ChatClient, createChatClient } from '../chat-client.js';
import { createDeskClient, type DeskClient } from '../desk-client.js';
import { createMemoryRelay, type MemoryRelayOptions } from '../memory-relay/memory-relay.js';
import { rowsOf } from '../rows/rows.js';
import type { ChatStorage } from '../storage/storage.js';
import { createManualClock } from './manual-clock.js';

/** A relay in memory with one clock for all, and the ways in that a test needs. */
export function createMeeting(options: MemoryRelayOptions & { seed?: () => number } = {}) {
  const clock = createManualClock(options.seed ? { random: options.seed } : {});
  const relay = createMemoryRelay({ ...clock, latencyMs: 10, ...options });
  return {
    clock,
    relay,
    visitor: (id = 'v', storage?: ChatStorage<never>) =>
      createChatClient({
        ...clock,
        transport: relay.visitorTransport({ id }),
        ...(storage ? { storage: storage as never } : {}),
      }),
    agent: (id = 'ada', name = 'Ada') =>
      createDeskClient({ ...clock, transport: relay.deskTransport({ id, name }) }),
  };
}

/** What each row of a visitor's log says: the text of a message, the type of a notice. */
export const shownTo = (chat: ChatClient): string[] => rowsOf(chat.store.getState(), 'visitor').map(lineOf);

/** The same for an agent's. */
export const shownAt = (desk: DeskClient, conversationId: string): string[] => {
  const conversation = desk.store.getState().conversations[conversationId];
  return conversation ? rowsOf(conversation, 'agent').map(lineOf) : [];
};

const lineOf = (row: ReturnType<typeof rowsOf>[number]): string =>
  row.kind === 'message' ? textOf({ parts: [...row.parts] }) : `(${row.notice.type.replace('handoff-', '')})`;
