import { durableOutbox } from './durable-outbox.js';
import { type ChatStorage, memoryStorage, type OutboxStorage } from './storage.js';

/**
 * The visitor's secret in localStorage and the outbox in IndexedDB, apart for each relay and site. What the
 * browser refuses is kept in memory instead.
 */
export function browserStorage<Command = unknown>(relay: string, siteId: string): ChatStorage<Command> {
  const memory = memoryStorage();
  const prefix = `baton:${relay}:${siteId}:`;
  const secretKey = `${prefix}secret`;
  return {
    ...durableOutbox<Command>(prefix),
    readSecret() {
      try {
        return localStorage.getItem(secretKey) ?? memory.readSecret();
      } catch {
        return memory.readSecret();
      }
    },
    writeSecret(secret) {
      memory.writeSecret(secret);
      try {
        localStorage.setItem(secretKey, secret);
      } catch {
        // The page keeps nothing: this visitor is a new one after a reload, which is what was asked for.
      }
    },
  };
}

/** An agent's outbox in IndexedDB, apart for each relay and agent: the next to sign in here does not even read it. */
export const durableAgentOutbox = <Command>(relay: string, agentId: string): OutboxStorage<Command> =>
  // Encoded, so that no agent's keys begin as another's do.
  durableOutbox(`baton-agent:${relay}:${encodeURIComponent(agentId)}:`);
