import type { AgentCommand, DownFrame, InboxRow } from '@batonchat/protocol';
import { createStore } from 'zustand/vanilla';
import { type Clock, clockOf } from './clock.js';
import { createConnection } from './connection/connection.js';
import { createAsker } from './conversation/asker.js';
import { createDeskFollower, type DeskFollower, unfollowedDesk } from './conversation/desk-follower.js';
import { isPassing } from './conversation/error-frame.js';
import { checkText, type TextRefusal } from './conversation/text-check.js';
import type { Files } from './files/files.js';
import { type ReadonlyStore, readonlyOf } from './readonly-store.js';
import type { DeskClientState, DeskConversation, OutboxItem } from './state.js';
import { createAgentOutbox } from './storage/agent-outbox.js';
import { durableAgentOutbox } from './storage/browser-storage.js';
import { memoryStorage, type OutboxStorage } from './storage/storage.js';
import type { Transport } from './transport.js';
import { agentTransport } from './websocket/websocket-transport.js';

/** Where the relay is: its address (the agent is signed in there by cookie), or a transport to one. */
export type DeskClientOptions = Partial<Clock> & {
  /** Where the unsent messages of an agent are kept. Defaults to the browser's, or to memory with a `transport`. */
  storage?: (agentId: string) => OutboxStorage<AgentCommand>;
} & ({ relay: string; transport?: never } | { transport: Transport; relay?: never });

/**
 * An agent's client: the inbox and any number of conversations as one store, and what an agent can do. Methods
 * that take a conversation's id need it to be open, and do nothing where it is not.
 *
 * Unsent messages survive a reload and a crash: they are kept for this agent at this relay, and never read for
 * another. Once the relay has said who the agent is, the conversations that they belong to are opened by themselves,
 * and closed again when nothing is unsent there. A welcome as somebody else (another sign-in in another tab) closes
 * the client as `forbidden`, since what one agent wrote is not another's to send.
 */
export interface DeskClient {
  store: ReadonlyStore<DeskClientState>;
  connect(): void;
  /** Follows a conversation from now on. */
  openConversation(conversationId: string): void;
  /** Stops following, as soon as what is unsent has gone out. A message that failed is waited for, too. */
  closeConversation(conversationId: string): void;
  sendMessage(
    conversationId: string,
    text: string,
  ): { commandId: string } | { refusal: TextRefusal | 'outbox-full' | 'not-open' };
  /** The files that go with the agent's messages in a conversation, as a visitor's client has them. */
  files(conversationId: string): Promise<Files>;
  /** An address that opens a file for five minutes at least. Rejects where there is none now. */
  fileUrl(fileId: string): Promise<string>;
  /**
   * Takes the handoff that waits, or takes over from the bot (null). Give the handoff that the agent saw where it
   * may have ended since: then the claim is refused. Left out, it is the one that is open here.
   */
  claim(conversationId: string, handoffId?: string | null): void;
  /** Passes on the waiting handoff: it stays pending for others. */
  reject(conversationId: string): void;
  /** Gives it back to the queue. */
  release(conversationId: string): void;
  resolve(conversationId: string): void;
  /** Takes back a resolve, for a short while. */
  resume(conversationId: string): void;
  setTyping(conversationId: string, isTyping: boolean): void;
  markRead(conversationId: string, seq: number): void;
  loadOlder(conversationId: string): Promise<void>;
  retry(conversationId: string, commandId: string): void;
  discard(conversationId: string, commandId: string): OutboxItem<AgentCommand> | null;
  /** Gives up everything that is unsent, here and in storage: for an agent who signs out. */
  discardAll(): void;
  dismissHistoryReplaced(conversationId: string): void;
  reconnect(): void;
  /** Leaves no timer, listener or socket behind. Unsent messages stay in storage. */
  destroy(): void;
}

/** An agent's client. */
export function createDeskClient(options: DeskClientOptions): DeskClient {
  const clock = clockOf(options);
  const transport =
    options.relay === undefined ? options.transport : agentTransport({ relay: options.relay });
  const outbox = createAgentOutbox(
    options.storage ??
      (options.relay === undefined
        ? () => memoryStorage<AgentCommand>()
        : (agentId) => durableAgentOutbox(options.relay, agentId)),
  );
  const followers = new Map<string, DeskFollower>();
  /** To be let go once nothing of theirs is unsent. */
  const closing = new Set<string>();
  let isConnected = false;
  let isRestored = false;
  let liveRows: Record<string, InboxRow> = {};

  const store = createStore<DeskClientState>(() => ({
    connection: { status: 'idle', reason: null, retryAt: null },
    me: null,
    skewMs: 0,
    inbox: null,
    conversations: {},
    alert: null,
    outboxStorage: outbox.outboxStorage(),
  }));

  const connection = createConnection({
    transport,
    as: 'agent',
    clock,
    onState(state) {
      store.setState({ connection: state });
      if (state.status === 'connected') return;
      isConnected = false;
      inboxAsker.stop();
      for (const follower of followers.values()) follower.pause();
    },
    onWelcome({ participant, now }) {
      const { me } = store.getState();
      if (me && me.id !== participant.id) return leaveToAnother();
      isConnected = true;
      liveRows = {};
      store.setState({ me: participant, skewMs: now === undefined ? 0 : now - clock.now() });
      if (!me) void restoreOutbox(participant.id);
      inboxAsker.begin();
      for (const follower of followers.values()) follower.resume();
    },
    onFrame: receive,
  });

  function leaveToAnother() {
    connection.destroy();
    store.setState({ connection: { status: 'closed', reason: 'forbidden', retryAt: null } });
  }

  async function restoreOutbox(agentId: string) {
    const items = await outbox.begin(agentId);
    noteStorage();
    for (const { conversationId } of items) {
      if (conversationId === null || followers.has(conversationId)) continue;
      follow(conversationId);
      closing.add(conversationId);
    }
    isRestored = true;
    for (const { conversationId, files: pending } of items)
      if (pending && conversationId !== null) files(conversationId).catch(() => {});
    for (const [conversationId, follower] of followers)
      follower.restore(items.filter((item) => item.conversationId === conversationId));
  }

  function noteStorage() {
    const outboxStorage = outbox.outboxStorage();
    if (outboxStorage !== store.getState().outboxStorage) store.setState({ outboxStorage });
  }

  const inboxAsker = createAsker(clock, () => connection.send({ type: 'inbox' }));

  function receive(frame: Exclude<DownFrame, { type: 'welcome' }>) {
    switch (frame.type) {
      case 'inbox':
        return takeInbox(frame.rows, frame.isFresh);
      case 'alert': {
        const { conversationId, handoffId } = frame;
        const count = (store.getState().alert?.count ?? 0) + 1;
        return store.setState({ alert: { conversationId, handoffId, count } });
      }
      case 'pong':
        for (const [conversationId, head] of Object.entries(frame.heads))
          followers.get(conversationId)?.compareHead(head);
        return;
      case 'error':
        if (frame.conversationId) return followers.get(frame.conversationId)?.receive(frame);
        if (isPassing(frame)) inboxAsker.postponed();
        for (const follower of followers.values()) follower.receive(frame);
        return;
      default:
        if ('conversationId' in frame) followers.get(frame.conversationId)?.receive(frame);
    }
  }

  /** A fresh inbox replaces, except where a newer row came on this very connection while it was made. */
  function takeInbox(rows: readonly InboxRow[], isFresh: boolean) {
    const { inbox } = store.getState();
    const incoming = Object.fromEntries(rows.map((row) => [row.conversationId, row]));
    if (isFresh) inboxAsker.answered();
    if (isFresh) return store.setState({ inbox: newest(incoming, liveRows) });
    liveRows = newest(liveRows, incoming);
    store.setState({ inbox: newest(inbox ?? {}, incoming) });
  }

  function setConversation(conversationId: string, conversation: DeskConversation) {
    store.setState(({ conversations }) => ({
      conversations: { ...conversations, [conversationId]: conversation },
    }));
    if (closing.has(conversationId)) letGoIfIdle(conversationId);
  }

  function letGoIfIdle(conversationId: string) {
    const held = store.getState().conversations[conversationId];
    if (held?.outbox.some(({ status, command }) => status === 'sending' || command.type === 'send-message'))
      return;
    closing.delete(conversationId);
    followers.get(conversationId)?.destroy();
    followers.delete(conversationId);
    connection.send({ type: 'unsubscribe', conversationId });
    store.setState(({ conversations: { [conversationId]: _, ...others } }) => ({ conversations: others }));
  }

  function follow(conversationId: string) {
    setConversation(conversationId, unfollowedDesk);
    const follower = createDeskFollower({
      conversationId,
      clock,
      storage: {
        ...outbox,
        // Known here before the relay has answered, and without it nobody knew where a message belongs.
        writeOutboxItem: (item) => outbox.writeOutboxItem({ ...item, conversationId }),
      },
      getState: () => store.getState().conversations[conversationId] ?? unfollowedDesk,
      setState: (state) => setConversation(conversationId, state),
      send: (frame) => connection.send(frame),
      me: () => store.getState().me?.id ?? null,
      onStored: noteStorage,
    });
    followers.set(conversationId, follower);
    if (isRestored) follower.restore([]);
    if (isConnected) follower.resume();
  }

  const deskFiles = async () =>
    (await import('./files/desk-files.js')).deskFilesOf(transport, clock, store, (id) => followers.get(id));
  const files = async (conversationId: string) => (await deskFiles()).of(conversationId);

  const issue = (conversationId: string, command: AgentCommand) =>
    followers.get(conversationId)?.issue(command) ?? null;

  return {
    store: readonlyOf(store),
    connect: () => connection.connect(),
    openConversation(conversationId) {
      closing.delete(conversationId);
      if (!followers.has(conversationId)) follow(conversationId);
    },
    closeConversation(conversationId) {
      if (!followers.has(conversationId)) return;
      closing.add(conversationId);
      letGoIfIdle(conversationId);
    },
    sendMessage(conversationId, text) {
      const refusal = checkText(text);
      if (refusal) return { refusal };
      if (!followers.has(conversationId)) return { refusal: 'not-open' };
      const issued = issue(conversationId, { type: 'send-message', parts: [{ type: 'text', text }] });
      return issued ? { commandId: issued.commandId } : { refusal: 'outbox-full' };
    },
    files,
    fileUrl: async (fileId) => (await deskFiles()).urlOf(fileId),
    claim(conversationId, handoffId) {
      const handoff = store.getState().conversations[conversationId]?.conversation?.state.handoff;
      const openId = handoff && handoff.status !== 'resolved' ? handoff.id : null;
      issue(conversationId, { type: 'claim', handoffId: handoffId === undefined ? openId : handoffId });
    },
    reject: (conversationId) => void issue(conversationId, { type: 'reject' }),
    release: (conversationId) => void issue(conversationId, { type: 'release' }),
    resolve: (conversationId) => void issue(conversationId, { type: 'resolve' }),
    resume: (conversationId) => void issue(conversationId, { type: 'resume' }),
    setTyping: (conversationId, isTyping) => followers.get(conversationId)?.setTyping(isTyping),
    markRead: (conversationId, seq) => followers.get(conversationId)?.markRead(seq),
    loadOlder: async (conversationId) => followers.get(conversationId)?.loadOlder(),
    retry(conversationId, commandId) {
      followers.get(conversationId)?.retry(commandId);
      connection.insist();
    },
    discard: (conversationId, commandId) => followers.get(conversationId)?.discard(commandId) ?? null,
    discardAll() {
      for (const [conversationId, { outbox: items }] of Object.entries(store.getState().conversations))
        for (const { commandId } of items) followers.get(conversationId)?.discard(commandId);
    },
    dismissHistoryReplaced: (conversationId) => followers.get(conversationId)?.dismissHistoryReplaced(),
    reconnect: () => connection.insist(),
    destroy() {
      connection.destroy();
      inboxAsker.stop();
      for (const follower of followers.values()) follower.destroy();
      outbox.close?.();
    },
  };
}

function newest(
  held: Readonly<Record<string, InboxRow>>,
  incoming: Readonly<Record<string, InboxRow>>,
): Record<string, InboxRow> {
  const rows = { ...held };
  for (const [conversationId, row] of Object.entries(incoming))
    if (row.version >= (rows[conversationId]?.version ?? 0)) rows[conversationId] = row;
  return rows;
}
