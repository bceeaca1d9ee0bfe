import type { AgentCommand } from '@batonchat/protocol';
import type { OutboxItem } from '../state.js';
import type { OutboxStorage } from './storage.js';

/** An agent's outbox, whose place is known once the relay has said who the agent is. What is asked before waits. */
export interface AgentOutbox extends OutboxStorage<AgentCommand> {
  /** Called once. What an earlier page of this agent left. */
  begin(agentId: string): Promise<OutboxItem<AgentCommand>[]>;
}

/**
 * Keeps what an agent wrote, in the place that `open` gives, and nothing else: a claim or a resolve that had not gone
 * out is lost with the page, since it must not happen by itself when the agent signs in another day.
 */
export function createAgentOutbox(open: (agentId: string) => OutboxStorage<AgentCommand>): AgentOutbox {
  let place: OutboxStorage<AgentCommand> | null = null;
  let take = (_: OutboxStorage<AgentCommand>) => {};
  const opened = new Promise<OutboxStorage<AgentCommand>>((resolve) => {
    take = resolve;
  });
  return {
    begin(agentId) {
      place = open(agentId);
      take(place);
      return place.readOutbox();
    },
    readOutbox: async () => (await opened).readOutbox(),
    async writeOutboxItem(item) {
      if (item.command.type === 'send-message') await (place ?? (await opened)).writeOutboxItem(item);
    },
    async deleteOutboxItem(commandId) {
      await (place ?? (await opened)).deleteOutboxItem(commandId);
    },
    outboxStorage: () => place?.outboxStorage() ?? 'memory',
    close: () => place?.close?.(),
  };
}
