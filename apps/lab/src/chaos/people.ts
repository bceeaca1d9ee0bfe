import {
  agentTransport,
  type ChatClient,
  type ChatStorage,
  type Clock,
  createChatClient,
  createDeskClient,
  type DeskClient,
  type FollowedConversation,
  memoryStorage,
  type RowSource,
  rowsOf,
  visitorTransport,
} from '@batonchat/core';
import type { DownFrame, VisitorCommand } from '@batonchat/protocol';
import { WebSocket } from 'ws';
import type { View } from './view.js';

/** What one client shows of one conversation. */
export type Shown = Pick<FollowedConversation<{ type: string }>, 'conversation' | 'receipts'> &
  RowSource & { isLoadingOlder: boolean };

/** One client of either side: the real one, in this process, over real sockets. */
export interface Person extends View {
  shown(conversationId: string): Shown | null;
  /** Null when it was not taken. */
  say(conversationId: string, text: string): string | null;
  /** Ends the client as a closed tab does. */
  leave(): void;
}

/** A visitor's client. */
export interface VisitorPerson extends Person {
  client: ChatClient;
  storage: ChatStorage<VisitorCommand>;
  /** The current conversation, once it is there. */
  conversationId(): string | null;
}

/** An agent's client. */
export interface AgentPerson extends Person {
  client: DeskClient;
}

/** How a client is set up, besides where it connects to. */
export interface PersonOptions extends Partial<Clock> {
  /** Given, another client of the same visitor, or the same one after a reload. */
  storage?: ChatStorage<VisitorCommand>;
  /** Hears every frame that the relay sends. */
  onFrame?(frame: DownFrame): void;
  /** The same visitor before a reload: what is said before the relay has said who this is, is theirs. */
  as?: VisitorPerson;
}

let visitors = 0;

/** A visitor who has not connected yet; `url` is a relay's or that of a proxy before it. */
export function visitorAt(
  url: string,
  { storage, as, onFrame, ...clock }: PersonOptions = {},
): VisitorPerson {
  const kept = storage ?? memoryStorage<VisitorCommand>();
  const transport = visitorTransport({
    relay: url,
    siteId: 'main',
    storage: kept,
    webSocket: socketClass({ origin: url }, onFrame),
  });
  const client = createChatClient({ transport, storage: kept, ...clock });
  const { store } = client;
  const conversationId = () => store.getState().conversation?.id ?? null;
  visitors += 1;
  let ownId = as?.id ?? `visitor-${visitors}`;
  return {
    kind: 'visitor',
    get id() {
      ownId = store.getState().conversation?.state.visitorId ?? ownId;
      return ownId;
    },
    client,
    storage: kept,
    conversationId,
    isConnected: () => store.getState().connection.status === 'connected',
    conversationIds: () => [conversationId()].filter((id) => id !== null),
    shown: (id) => (id === conversationId() ? store.getState() : null),
    rows: (id) => (id === conversationId() ? rowsOf(store.getState(), 'visitor') : []),
    onChange: (listener) => store.subscribe(listener),
    say(_, text) {
      const sent = client.sendMessage(text);
      return 'commandId' in sent ? sent.commandId : null;
    },
    loadOlder: () => client.loadOlder(),
    leave: () => client.destroy(),
  };
}

/** The agent of a cookie, not connected yet. */
export function agentAt(url: string, cookie: string, clock: Partial<Clock> = {}): AgentPerson {
  const transport = agentTransport({ relay: url, webSocket: socketClass({ origin: url, cookie }) });
  const client = createDeskClient({ transport, ...clock });
  const { store } = client;
  return {
    kind: 'agent',
    get id() {
      return store.getState().me?.id ?? cookie;
    },
    client,
    isConnected: () => store.getState().connection.status === 'connected',
    conversationIds: () => Object.keys(store.getState().conversations),
    shown: (id) => store.getState().conversations[id] ?? null,
    rows(id) {
      const shown = store.getState().conversations[id];
      return shown ? rowsOf(shown, 'agent') : [];
    },
    onChange: (listener) => store.subscribe(listener),
    say(id, text) {
      const sent = client.sendMessage(id, text);
      return 'commandId' in sent ? sent.commandId : null;
    },
    loadOlder: (id) => client.loadOlder(id),
    leave: () => client.destroy(),
  };
}

/** Node's sockets as a browser would open them: with the page's origin, and the cookie that goes along. */
function socketClass(headers: Record<string, string>, onFrame?: (frame: DownFrame) => void) {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, [], { headers, perMessageDeflate: false });
      if (onFrame) this.on('message', (data) => onFrame(JSON.parse(String(data))));
    }
  };
}
