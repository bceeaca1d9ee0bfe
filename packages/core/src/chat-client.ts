import type { Answer, Contact, DownFrame, VisitorCommand } from '@batonchat/protocol';
import { createStore } from 'zustand/vanilla';
import { type Clock, clockOf } from './clock.js';
import { createFollower, type Follower } from './conversation/follower.js';
import type { Act } from './conversation/input.js';
import { unfollowed } from './conversation/reduce.js';
import { checkText, type TextRefusal } from './conversation/text-check.js';
import type { ChatFiles } from './files/chat-files.js';
import type { ChangeOptions } from './identity/change.js';
import { createLink } from './link.js';
import type { GetToken, Persona } from './persona.js';
import { type ReadonlyStore, readonlyOf } from './readonly-store.js';
import { loadRecogniser, seemsToAskForHuman } from './recogniser.js';
import { openQuestions, saidIn } from './rows/questions.js';
import { canRequestHandoff, handoffOf } from './selectors.js';
import type { ChatState, OutboxItem } from './state.js';
import { browserStorage } from './storage/browser-storage.js';
import { type ChatStorage, memoryStorage } from './storage/storage.js';
import { browserPlace, type TabsPlace } from './tabs/place.js';
import type { SharedConnection } from './tabs/shared-connection.js';
import { tabsName } from './tabs/tabs-name.js';
import type { Transcripts } from './transcripts/transcripts.js';
import type { Transport } from './transport.js';
import { beginVisit, type VisitByPage } from './visit.js';
import { relayTransport } from './websocket/relay-transport.js';
import { renewSecret } from './websocket/visitor-secret.js';

type ClientAct = Act<VisitorCommand> | { type: 'signed-out' };

/** What cannot be fetched now is tried again after this. Milliseconds. */
const againMs = 3000;

/** Where the relay is (its address, or a transport to one), and what else a client can be given. */
export type ChatClientOptions = Partial<Clock> & {
  /** Defaults to `main`. */
  siteId?: string;
  /** Defaults to the browser's, or to memory with a `transport`. */
  storage?: ChatStorage<VisitorCommand>;
  /** Where the visitor's tabs meet, so that they share one connection. Defaults to the browser's, or to none with a `transport`. */
  tabs?: TabsPlace | null;
  /**
   * What agents are told of the visit in place of what the document says, and facts about the visitor besides. It is
   * asked whenever the conversation is opened.
   */
  visit?: () => VisitByPage;
  /** As given to `identify`, from the start: nothing is done in an anonymous visitor's name before. */
  getToken?: GetToken | undefined;
} & ({ relay: string; transport?: never } | { transport: Transport; relay?: never });

/**
 * A visitor's client: one conversation as a store, and what a visitor can do. Nothing goes over the network
 * before `connect`; what is said while there is no connection waits in the outbox.
 */
export interface ChatClient {
  store: ReadonlyStore<ChatState>;
  /**
   * Opens the current conversation, which begins now if there is none. The code that connects is fetched now, unless a
   * memory relay has brought it. Calling it again does nothing.
   */
  connect(): void;
  /** Shows the text as sending at once. A refusal means that nothing was taken: keep the text. */
  sendMessage(text: string): { commandId: string } | { refusal: TextRefusal | 'outbox-full' };
  /**
   * Says what the visitor answers to what a message asks (`isAsking` on its row), as a message of its own. Null where
   * the outbox is full or the question is answered: nothing was taken.
   */
  answer(answer: Answer): { commandId: string } | null;
  /**
   * The files that go with the visitor's messages. Their code is fetched with the first call; rejects where it can't be,
   * and the next call tries again. Another visitor (`identify`, `signOut`) has others, and this is another function then.
   */
  readonly files: () => Promise<ChatFiles>;
  /** An address that opens a file of this conversation for five minutes at least. Rejects where there is none now. */
  fileUrl(fileId: string): Promise<string>;
  /** The conversation by mail. Its code is fetched with the first call; rejects where it can't be. */
  transcripts(): Promise<Transcripts>;
  /** Asks for a human. Does nothing while one is asked for or here. */
  requestHandoff(reason?: 'button' | 'host-page'): void;
  acceptOffer(): void;
  declineOffer(): void;
  /** Cancels the waiting, or ends the talk with the agent. */
  endHandoff(): void;
  leaveContact(contact: Contact, options: { keepWaiting: boolean }): void;
  /** Call it with each key press; it is throttled. */
  setTyping(isTyping: boolean): void;
  /** Everything up to this seq was seen. It only rises. */
  markRead(seq: number): void;
  /** Settles when the page of older entries is here, or when it will not come now. */
  loadOlder(): Promise<void>;
  /** Sends a failed item again, now where it waits for a connection. */
  retry(commandId: string): void;
  /** Gives up an item; returns it, so that its text can go back to the composer. */
  discard(commandId: string): OutboxItem | null;
  /**
   * The visitor is who the site's own server says: the same on every device. Who was anonymous until now takes the
   * conversation along, unless they have one. `getToken` is asked again whenever what it gave is about to expire or is
   * refused; null from it is a sign-out.
   */
  identify(getToken: GetToken): void;
  /** Forgets the visitor on this device, in all of its tabs, unsent messages included. Whoever is here then is a new one. */
  signOut(): void;
  /** Tells agents where the visitor is by now, after the page moved on or `visit` gives other facts. */
  renewVisit(): void;
  /**
   * Leaves the conversation for a new one, in all tabs; what was said in it stays at the relay. Does nothing where the relay
   * knows of a human who is asked for or here (`canStartAfresh`).
   */
  startAfresh(): void;
  dismissHistoryReplaced(): void;
  /** Tries now rather than at `connection.retryAt`. */
  reconnect(): void;
  /** Leaves no timer, listener, socket or database connection behind. Unsent items stay in storage. */
  destroy(): void;
}

/**
 * A visitor's client.
 *
 * @example
 * const chat = createChatClient({ relay: 'https://chat.example.com' });
 * chat.store.subscribe((state) => console.log(rowsOf(state, 'visitor')));
 * chat.connect();
 * chat.sendMessage('Where is my parcel?');
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const { siteId = 'main' } = options;
  const clock = clockOf(options);
  const storage =
    options.storage ??
    (options.relay === undefined
      ? memoryStorage<VisitorCommand>()
      : browserStorage<VisitorCommand>(options.relay, siteId));
  const personaOf: ChangeOptions['personaOf'] = (storage, identity, subject) => ({
    storage,
    transport:
      options.relay === undefined
        ? options.transport
        : relayTransport({ relay: options.relay, siteId, storage, identity }),
    name: () => tabsName({ relay: options.relay, siteId, storage, subject }),
  });
  const anonymous = personaOf(storage);
  const place =
    options.tabs !== undefined ? options.tabs : options.relay === undefined ? null : browserPlace();
  const visit = beginVisit(clock.now(), options.visit);
  let { getToken } = options;
  let me: string | null = null;
  /** What the visitor has asked to leave. */
  let left: string | undefined;
  let isBegun = false;
  /** It is known for whom the client speaks. */
  let isMet = false;
  let persona = anonymous;
  let connection: SharedConnection<ClientAct>;
  let endLife: () => void;
  /** Another with each for whom it speaks: of those before, nothing more is shown. */
  let follower: Follower<VisitorCommand>;
  let files: ChatClient['files'];

  const unmet = (): ChatState => ({
    ...unfollowed,
    connection: { status: 'idle', reason: null, retryAt: null },
    tabs: 'alone',
    skewMs: 0,
    outboxStorage: persona.storage.outboxStorage(),
  });
  const store = createStore(unmet);
  follow();

  function follow() {
    const { transport, storage } = persona;
    const link = createLink<ClientAct>({
      transport,
      as: 'visitor',
      clock,
      place,
      name: persona.name,
      onRole: (tabs) => store.setState({ tabs }),
      onAct: (act) => (act.type === 'signed-out' ? leave() : follower.take(act)),
      onJoin: () => follower.shareOutbox(),
      onState(state) {
        if (own !== follower) return;
        store.setState({ connection: state });
        if (state.status !== 'connected') follower.pause();
      },
      onWelcome({ participant, now = 0 }, at) {
        me = participant.id;
        store.setState({ skewMs: now && now - at });
        follower.resume();
      },
      onFrame(frame) {
        if (frame.type === 'pong') compareHeads(frame.heads);
        else if (frame.type === 'error' || isCurrent(frame)) follower.receive(frame);
      },
    });

    const own = createFollower<VisitorCommand, ChatState>({
      clock,
      storage,
      getState: store.getState,
      setState: (state) => own === follower && store.setState(state, true),
      send: link.send,
      ask: open,
      me: () => me,
      isLead: () => store.getState().tabs !== 'follower',
      share: link.share,
      onStored: noteStorage,
    });

    connection = link;
    follower = own;
    endLife = () => {
      own.destroy();
      link.destroy();
      storage.close?.();
    };
    files = async () =>
      (await import('./seldom-needed.js')).chatFilesOf(transport, clock, store, own, () => follower);
  }

  /** What is unsent is read once what is to be forgotten is. */
  function begin(forgotten: Promise<unknown> = Promise.resolve()) {
    isMet = true;
    const { storage } = persona;
    const mine = follower;
    void forgotten
      .then(() => storage.readOutbox())
      .then((items) => {
        mine.restore(items);
        // What an earlier page left goes on.
        if (items.some((item) => item.files)) void files().catch(() => {});
        noteStorage();
      });
    connection.connect();
  }

  /** Speaks for somebody else from now on; what is shown of the one before is gone at once. */
  function become(somebody: Persona, forgotten?: Promise<unknown>) {
    // A page may say the same again and again.
    if (isMet && !forgotten && somebody.subject === persona.subject) return;
    me = null;
    const endBefore = endLife;
    persona = somebody;
    follow();
    endBefore();
    store.setState(unmet(), true);
    if (isBegun) begin(forgotten);
  }

  /** For whom it speaks changes seldom: what that takes is fetched then. */
  function change(deed: 'signIn' | 'leave') {
    import('./identity/change.js').then(
      (deeds) =>
        deeds[deed]({
          getToken: () => getToken,
          persona: () => persona,
          personaOf,
          become,
          signOut,
          anonymous,
          clock,
          siteId,
          relay: options.relay,
        }),
      () => clock.after(againMs, () => change(deed)),
    );
  }

  function leave() {
    getToken = undefined;
    change('leave');
  }

  function signOut() {
    connection.share({ type: 'signed-out' });
    // Before anything that can fail: a page that is loaded now is somebody else's.
    renewSecret(storage);
    leave();
  }

  function noteStorage() {
    const outboxStorage = persona.storage.outboxStorage();
    if (outboxStorage !== store.getState().outboxStorage) store.setState({ outboxStorage });
  }

  /** A snapshot says which conversation is current; all else is about that one or not for us. */
  const isCurrent = (frame: DownFrame) =>
    frame.type === 'snapshot' ||
    ('conversationId' in frame && frame.conversationId === store.getState().conversation?.id);

  function compareHeads(heads: Record<string, number>) {
    const head = heads[store.getState().conversation?.id ?? ''];
    if (head !== undefined) follower.compareHead(head);
  }

  function open() {
    const { conversation } = store.getState();
    const held = conversation && { conversationId: conversation.id, position: conversation.position };
    connection.send({ type: 'open', ...visit(), held, leaves: left });
  }

  /** What stands in the outbox may mean more now than it did. */
  async function learn() {
    const before = seemsToAskForHuman;
    await loadRecogniser();
    if (seemsToAskForHuman !== before) store.setState({});
  }

  return {
    store: readonlyOf(store),
    connect() {
      if (isBegun) return;
      isBegun = true;
      if (!getToken) return begin();
      change('signIn');
    },
    sendMessage(text) {
      const refusal = checkText(text);
      if (refusal) return { refusal };
      void learn();
      const issued = follower.issue({ type: 'send-message', parts: [{ type: 'text', text }] });
      return issued ? { commandId: issued.commandId } : { refusal: 'outbox-full' };
    },
    answer(answer) {
      const { conversation, outbox } = store.getState();
      const questions = conversation?.state.questions;
      const open = openQuestions(questions, saidIn(outbox, questions));
      return open.has(answer.messageId) ? follower.issue({ type: 'send-message', parts: [answer] }) : null;
    },
    requestHandoff(reason = 'button') {
      if (canRequestHandoff(store.getState())) follower.issue({ type: 'request-handoff', reason });
    },
    acceptOffer() {
      const state = store.getState();
      if (handoffOf(state)?.status === 'offered' && canRequestHandoff(state))
        follower.issue({ type: 'accept-offer' });
    },
    declineOffer() {
      if (handoffOf(store.getState())?.status === 'offered') follower.issue({ type: 'decline-offer' });
    },
    endHandoff: () => void follower.issue({ type: 'end-handoff' }),
    leaveContact: (contact, { keepWaiting }) =>
      void follower.issue({ type: 'leave-contact', contact, keepWaiting }),
    get files() {
      return files;
    },
    transcripts: async () => (await import('./seldom-needed.js')).transcriptsOf(persona.transport, store),
    fileUrl: async (fileId) => (await files()).urlOf(fileId),
    setTyping(isTyping) {
      void learn();
      follower.setTyping(isTyping);
    },
    markRead: (seq) => follower.markRead(seq),
    loadOlder: () => follower.loadOlder(),
    retry(commandId) {
      follower.retry(commandId);
      connection.insist();
    },
    discard: (commandId) => follower.discard(commandId),
    renewVisit() {
      const { connection: link, conversation } = store.getState();
      // Before that, what opens the conversation says it.
      if (link.status === 'connected' && conversation) open();
    },
    startAfresh() {
      left = store.getState().conversation?.id;
      open();
    },
    dismissHistoryReplaced: () => follower.dismissHistoryReplaced(),
    reconnect: () => connection.insist(),
    identify(given) {
      getToken = given;
      if (isBegun) change('signIn');
    },
    signOut,
    destroy() {
      getToken = undefined;
      endLife();
    },
  };
}
