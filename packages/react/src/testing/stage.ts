import {
  type ChatClient,
  createChatClient,
  createDeskClient,
  createMemoryRelay,
  type DeskClient,
  type MemoryRelay,
  type MemoryRelayOptions,
  type ReadonlyStore,
} from '@batonchat/core';
import { ada, agentOf } from './rows.js';

/** A visitor, an agent and the relay between them, all in this page. */
export interface Stage {
  relay: MemoryRelay;
  client: ChatClient;
  desk: DeskClient;
  /** Resolves when the conversation has begun. */
  begun(): Promise<string>;
  /** Asks for a human and waits until the relay knows. */
  requested(): Promise<string>;
  /** As `requested`, and Ada has claimed. */
  claimed(): Promise<string>;
  destroy(): void;
}

/** Resolves with the state once it holds. */
export function until<State>(store: ReadonlyStore<State>, holds: (state: State) => boolean): Promise<State> {
  return new Promise((resolve) => {
    if (holds(store.getState())) return resolve(store.getState());
    const stop = store.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve(state);
    });
  });
}

/** The bot of the stories: it offers a human when it hears "stuck", and answers all else by one line. */
async function* answer(text: string) {
  if (/stuck/i.test(text)) {
    yield { type: 'message' as const, text: 'I have looked everywhere and found nothing good enough.' };
    yield { type: 'offer' as const, reason: 'low-confidence' as const };
  } else {
    yield { type: 'delta' as const, text: 'You have **30 days** to send a bag back. ' };
    yield { type: 'delta' as const, text: 'See [Returns](/help/returns).' };
  }
}

/** Sets the stage. Nothing is connected yet. */
export function createStage(options: MemoryRelayOptions = {}): Stage {
  const relay = createMemoryRelay({
    botAuthor: { name: 'Halden helper' },
    greeting: 'Hi! Ask me anything about your bag, your order or a return.',
    bot: answer,
    ...options,
  });
  const client = createChatClient({ transport: relay.visitorTransport() });
  const desk = createDeskClient({ transport: relay.deskTransport(agentOf(ada)) });
  const statusIs = (status: string) =>
    until(client.store, ({ conversation }) => conversation?.state.handoff?.status === status);

  const begun = async () => {
    client.connect();
    const { conversation } = await until(
      client.store,
      (state) => (state.conversation?.entries.length ?? 0) > 0,
    );
    return conversation?.id ?? '';
  };
  const requested = async () => {
    const id = await begun();
    client.requestHandoff();
    await until(client.store, ({ conversation }) => conversation?.state.handoff !== null);
    return id;
  };
  const claimed = async () => {
    const id = await requested();
    desk.connect();
    desk.openConversation(id);
    await until(
      desk.store,
      ({ conversations }) => conversations[id]?.conversation?.state.handoff?.status === 'pending',
    );
    desk.claim(id);
    await statusIs('active');
    return id;
  };
  const destroy = () => {
    client.destroy();
    desk.destroy();
    relay.destroy();
  };
  return { relay, client, desk, begun, requested, claimed, destroy };
}
