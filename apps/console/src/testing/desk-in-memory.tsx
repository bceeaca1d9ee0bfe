import {
  type ChatClient,
  createChatClient,
  createDeskClient,
  createMemoryRelay,
  type DeskClient,
  type MemoryRelay,
  memoryStorage,
} from '@batonchat/core';
import { createAlertSettings } from '../alerts/alert-settings.js';
import type { Alerting } from '../alerts/use-alerts.js';
import { Desk } from '../desk/desk.js';
import { createSeenMarks } from '../queue/seen.js';
import { createHandClock, type HandClock } from './hand-clock.js';

/** A relay in this page, visitors who write to it, and a desk to look at it with. */
export interface DeskInMemory {
  relay: MemoryRelay;
  clock: HandClock;
  /** What was told to the agent: `tone`, or a notification's text. */
  told: string[];
  alerting: Alerting;
  /** A connected visitor. */
  visitor(): ChatClient;
  /** A connected agent besides the one at the desk. */
  agent(name: string): DeskClient;
  /** The desk of an agent, to be rendered. */
  deskOf(name: string): React.ReactElement;
  destroy(): void;
}

export function createDeskInMemory(): DeskInMemory {
  const clock = createHandClock(Date.UTC(2026, 10, 22, 12));
  const relay = createMemoryRelay({ now: clock.now, greeting: 'Hello, I am the bot.' });
  const made: { destroy(): void }[] = [relay];
  const told: string[] = [];
  const alerting: Alerting = {
    settings: createAlertSettings(null),
    tone: { play: () => void told.push('tone'), stop: () => undefined },
    notifier: {
      access: () => 'granted',
      ask: async () => 'granted',
      show: ({ text }) => void told.push(text),
    },
  };
  const connected = <Client extends { connect(): void; destroy(): void }>(client: Client): Client => {
    made.push(client);
    client.connect();
    return client;
  };
  const agent = (name: string) =>
    connected(
      createDeskClient({
        transport: relay.deskTransport({ id: name.toLowerCase(), name }),
        now: clock.now,
      }),
    );
  return {
    relay,
    clock,
    told,
    alerting,
    agent,
    visitor: () =>
      connected(
        createChatClient({ transport: relay.visitorTransport(), storage: memoryStorage(), now: clock.now }),
      ),
    deskOf: (name) => (
      <Desk
        client={agent(name)}
        session={{ agentId: name.toLowerCase(), name, email: `${name.toLowerCase()}@demo.example` }}
        clock={clock}
        seen={createSeenMarks(null)}
        alerting={alerting}
        onSignOut={() => undefined}
        onExpired={() => undefined}
      />
    ),
    destroy() {
      for (const each of made.reverse()) each.destroy();
    },
  };
}
