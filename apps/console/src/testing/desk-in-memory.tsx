import '../console.css';
import {
  type ChatClient,
  createChatClient,
  createDeskClient,
  createMemoryRelay,
  type DeskClient,
  type MemoryRelay,
  memoryStorage,
  type OutboxStorage,
} from '@batonchat/core';
import type { AgentCommand } from '@batonchat/protocol';
import type { ReactElement } from 'react';
import { createAlertSettings } from '../alerts/alert-settings.js';
import type { Alerting } from '../alerts/use-alerts.js';
import { Desk } from '../desk/desk.js';
import { createSeenMarks } from '../queue/seen.js';
import { createHandClock, type HandClock } from './hand-clock.js';

/** A relay in this page, visitors who write to it, and a desk to look at it with. */
export interface DeskInMemory {
  relay: MemoryRelay;
  clock: HandClock;
  alerting: Alerting;
  /** What was told to the agent, in order: `tone`, or a notification's text. */
  told: string[];
  /** How often the desk said that its session is over. */
  expiries(): number;
  /** The desk of Ada, to be rendered. */
  desk: ReactElement;
  /** The desk as Ada finds it after a reload: what her browser kept is there. */
  reloaded(): ReactElement;
  /** Another agent. */
  agent(name: string): DeskClient;
  /** A connected visitor who has said something, and asked for a human unless told otherwise. */
  visitor(says: string, options?: { name?: string; asks?: boolean }): Promise<ChatClient>;
  destroy(): void;
}

/** Settles once `holds` returns something truthy, asked at every frame. */
export async function eventually<Value>(holds: () => Value): Promise<NonNullable<Value>> {
  for (;;) {
    const value = holds();
    if (value) return value;
    await new Promise(requestAnimationFrame);
  }
}

/** A fresh relay with nobody waiting, whose clock may be ahead of the agent's. Destroy it at the end of the test. */
export function createDeskInMemory({ relayAheadMs = 0 } = {}): DeskInMemory {
  const clock = createHandClock(Date.UTC(2026, 10, 22, 12));
  const relay = createMemoryRelay({ now: () => clock.now() + relayAheadMs });
  const made: { destroy(): void }[] = [];
  const told: string[] = [];
  let expiries = 0;
  const alerting: Alerting = {
    settings: createAlertSettings(null),
    tone: { play: () => void told.push('tone'), stop: () => undefined },
    notifier: {
      access: () => 'granted',
      ask: async () => 'granted',
      show: ({ text }) => void told.push(text),
    },
  };

  function connected<Client extends { connect(): void; destroy(): void }>(client: Client): Client {
    made.push(client);
    client.connect();
    return client;
  }
  const kept = new Map<string, OutboxStorage<AgentCommand>>();
  const storage = (agentId: string) => {
    const place = kept.get(agentId) ?? memoryStorage<AgentCommand>();
    kept.set(agentId, place);
    return place;
  };
  const agent = (name: string) =>
    connected(
      createDeskClient({
        transport: relay.deskTransport({ id: name.toLowerCase(), name }),
        now: clock.now,
        storage,
      }),
    );
  const deskOf = (client: DeskClient) => (
    <Desk
      client={client}
      session={{ agentId: 'ada', name: 'Ada', email: 'ada@demo.example' }}
      clock={clock}
      seen={createSeenMarks(null)}
      alerting={alerting}
      onSignOut={() => undefined}
      onExpired={() => {
        expiries += 1;
      }}
    />
  );
  const ada = agent('Ada');

  return {
    relay,
    clock,
    alerting,
    told,
    expiries: () => expiries,
    agent,
    desk: deskOf(ada),
    reloaded() {
      ada.destroy();
      return deskOf(agent('Ada'));
    },
    async visitor(says, { name = '', asks = true } = {}) {
      const transport = relay.visitorTransport();
      const chat = connected(createChatClient({ transport, storage: memoryStorage(), now: clock.now }));
      const state = () => chat.store.getState();
      await eventually(() => state().conversation);
      chat.sendMessage(says);
      if (asks) chat.requestHandoff('button');
      if (name) chat.leaveContact({ name, email: '', message: '' }, { keepWaiting: true });
      await eventually(() => state().outbox.length === 0);
      return chat;
    },
    destroy() {
      for (const each of made) each.destroy();
      relay.destroy();
    },
  };
}
