import {
  type AgentPart,
  type Author,
  type DownFrame,
  defaultHandoffSettings,
  type EndReason,
  type HandoffSettings,
  type IssuedCommand,
  inboxRowOf,
  isOfDesk,
  mayBeLeft,
  type OutboxDraft,
  queuePlaces,
  type Refusal,
  type RefusalCode,
  waitingIn,
} from '@batonchat/protocol';
import { type Clock, clockOf } from '../clock.js';
import type { FileTerms } from '../files/file-transport.js';
import { provideLink } from '../link.js';
import { mintId } from '../mint-id.js';
import { createSharedConnection } from '../tabs/shared-connection.js';
import type { TranscriptStatus } from '../transcripts/transcript-transport.js';
import type { Transport } from '../transport.js';
import { type BotAuthor, createBotLane } from './bot-lane.js';
import { MemoryConversation } from './conversation.js';
import type { MemoryFiles } from './memory-files.js';
import type { ScriptedBot } from './scripted-bot.js';
import { type Hub, Session } from './session.js';
import { openWire } from './wire.js';

/** Everything has a default: a relay without options has no bot, and takes no time. */
export type MemoryRelayOptions = Partial<Clock> & {
  /** Answers while the bot owns a conversation. Without it nobody does. */
  bot?: ScriptedBot;
  /** Whose name and face the bot's messages carry. */
  botAuthor?: { name: string; avatarUrl?: string | null };
  /** What the bot says when a conversation begins. */
  greeting?: string | readonly AgentPart[];
  settings?: Partial<HandoffSettings>;
  /** How long a frame takes, either way. Default 0: as soon as the caller has returned. */
  latencyMs?: number;
  heartbeatMs?: number;
  /** What files are taken, kept in this page; false: none. */
  files?: Partial<FileTerms> | false;
  /** Mails transcripts, and says what becomes of one to an address. Left out: none are mailed. */
  mail?: (to: string) => TranscriptStatus;
};

const defaultTerms: FileTerms = {
  maxBytes: 10 * 1024 * 1024,
  accept: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/*'],
};

/** A relay in this page: the real machine and the real frames, with no server and nothing kept. */
export interface MemoryRelay {
  /**
   * A visitor's way in. The same id is the same visitor; without one, each transport is a new visitor. `email` is what a site
   * has signed of them.
   */
  visitorTransport(visitor?: {
    id?: string;
    name?: string | null;
    avatarUrl?: string | null;
    email?: string | null;
  }): Transport;
  deskTransport(agent: { id: string; name: string; avatarUrl?: string | null }): Transport;
  /** Every connection is lost; clients come back by themselves. */
  cut(): void;
  /** Every connection is lost and none can be made until `goOnline`. */
  goOffline(): void;
  goOnline(): void;
  /** Ends every connection with a close code, such as `closeCodes.forbidden`. */
  closeAll(code: number): void;
  /** The next command of anybody is refused. */
  refuseNext(code: RefusalCode, message?: string): void;
  setLatency(ms: number): void;
  /** Uploads stop half-way until they are let go. */
  holdUploads(isHeld: boolean): void;
  /** The next events are not sent to those who follow: their clients find the hole by themselves. */
  loseNextEvents(): void;
  /** The store is wiped, or a backup takes its place, as under running clients: they find another history when they come back. */
  replaceHistory(by?: 'nothing' | 'backup'): void;
  /** What a timer of the relay does: ends the open handoff of every conversation. */
  endHandoffs(endReason: EndReason): void;
  destroy(): void;
}

/**
 * A relay that lives in this page: for stories, tests and a demo without a server.
 *
 * @example
 * const relay = createMemoryRelay({ bot: async function* () { yield { type: 'message', text: 'Hello!' }; } });
 * const chat = createChatClient({ transport: relay.visitorTransport() });
 * const desk = createDeskClient({ transport: relay.deskTransport({ id: 'ada', name: 'Ada' }) });
 */
export function createMemoryRelay(options: MemoryRelayOptions = {}): MemoryRelay {
  // Nothing is far in one page: what is said is answered in the same moment.
  provideLink(createSharedConnection);
  const clock = clockOf(options);
  const settings: HandoffSettings = { ...defaultHandoffSettings, ...options.settings };
  const botAuthor: BotAuthor = {
    kind: 'bot',
    id: 'bot',
    name: options.botAuthor?.name ?? 'Bot',
    avatarUrl: options.botAuthor?.avatarUrl ?? null,
  };
  const sessions = new Set<Session>();
  const conversations = new Map<string, MemoryConversation>();
  const currentOf = new Map<string, MemoryConversation>();
  const lanes = new WeakMap<MemoryConversation, ReturnType<typeof createBotLane>>();
  const visits = new Set<string>();
  let epoch = mintId();
  let latencyMs = options.latencyMs ?? 0;
  let isReachable = true;
  let isDestroyed = false;
  let nextRefusal: Refusal | null = null;
  let losesEvents = false;
  let holdsUploads = false;
  let files: Promise<MemoryFiles> | null = null;

  const hub: Hub = {
    heartbeatMs: options.heartbeatMs ?? 25_000,
    now: clock.now,
    conversationOf: (id) => conversations.get(id) ?? null,
    open(visitorId, frame) {
      const { sessionId, startedAt, page, pageTitle, referrer, locale, facts = {} } = frame;
      const visit = JSON.stringify([sessionId, page, facts]);
      const channel = 'web';
      const context = {
        ...{ sessionId, startedAt, page, pageTitle, referrer, locale, channel, facts },
        ip: null,
        userAgent: null,
      };
      const before = currentOf.get(visitorId);
      const isLeft =
        before !== undefined && before.id === frame.leaves && mayBeLeft(before.record.state, clock.now());
      const held = isLeft ? undefined : before;
      const conversation = held ?? new MemoryConversation(mintId(), visitorId, epoch);
      conversations.set(conversation.id, conversation);
      currentOf.set(visitorId, conversation);
      if (!held) system(conversation, { type: 'start', visitorId, context });
      else if (!visits.has(visit)) system(conversation, { type: 'record-context', context });
      visits.add(visit);
      if (before && isLeft)
        for (const session of sessions)
          if (!session.isAgent && session.follows.delete(before.id)) {
            session.follows.add(conversation.id);
            session.send(conversation.answer('shared', null));
          }
      return conversation;
    },
    issue(conversation, issued) {
      if (!nextRefusal) return commit(conversation, issued);
      const refusal = nextRefusal;
      nextRefusal = null;
      return { refusal };
    },
    inbox: () => ({
      type: 'inbox',
      rows: [...conversations.values()].map(({ record }) => inboxRowOf(record)),
      isFresh: true,
    }),
    placeIn: (conversation) => placeFrames().get(conversation.id) ?? null,
    publish,
    leave: (session) => sessions.delete(session),
  };

  /** Where everybody stands who waits; nobody here waits long enough for an estimate. */
  function placeFrames(): Map<string, DownFrame> {
    const waiting = [...conversations.values()].flatMap(
      ({ id, record }) => waitingIn(id, record.state.handoff) ?? [],
    );
    return new Map(
      [...queuePlaces(waiting, null)].map(([conversationId, place]) => [
        conversationId,
        { type: 'queue-place', conversationId, place },
      ]),
    );
  }

  function publish(conversationId: string, frame: DownFrame, except?: Session) {
    for (const session of sessions)
      if (session !== except && session.follows.has(conversationId)) session.send(frame);
  }

  function commit(conversation: MemoryConversation, issued: IssuedCommand) {
    const committed = conversation.commit(issued, settings);
    if ('refusal' in committed) return committed;
    const shared = committed.events.filter((event) => !isOfDesk(event));
    const desk = committed.events.filter(isOfDesk);
    const isLost = losesEvents;
    losesEvents = false;
    for (const session of sessions) {
      if (isLost || !session.follows.has(conversation.id)) continue;
      if (shared.length > 0) session.send(conversation.eventsFrame('shared', shared));
      if (desk.length > 0 && session.isAgent) session.send(conversation.eventsFrame('desk', desk));
    }
    const rows = [inboxRowOf(conversation.record)];
    for (const session of sessions)
      if (session.isAgent) session.send({ type: 'inbox', rows, isFresh: false });
    if (shared.some(({ type }) => type.startsWith('handoff-')))
      for (const [conversationId, frame] of placeFrames())
        for (const session of sessions)
          if (!session.isAgent && session.follows.has(conversationId)) session.send(frame);
    for (const row of committed.outbox) work(conversation, row);
    return committed;
  }

  function system(
    conversation: MemoryConversation,
    command: Extract<IssuedCommand, { actor: { kind: 'system' } }>['command'],
  ) {
    commit(conversation, { id: mintId(), at: clock.now(), actor: { kind: 'system' }, command });
  }

  function work(conversation: MemoryConversation, row: OutboxDraft) {
    if (row.kind === 'desk-open') {
      const { id: conversationId } = conversation;
      const alert: DownFrame = { type: 'alert', conversationId, handoffId: row.body.handoffId };
      for (const session of sessions) if (session.isAgent) session.send(alert);
      return;
    }
    laneOf(conversation)(row);
  }

  function laneOf(conversation: MemoryConversation) {
    const { id: conversationId } = conversation;
    const lane =
      lanes.get(conversation) ??
      createBotLane(conversation, {
        ...{ clock, bot: options.bot, greeting: options.greeting },
        commit: (id, command) => commit(conversation, { id, at: clock.now(), actor: botAuthor, command }),
        signal: (signal) =>
          publish(conversationId, { type: 'signal', conversationId, from: botAuthor, signal }),
        isOver: () => isDestroyed,
      });
    lanes.set(conversation, lane);
    return lane;
  }

  function filesHere() {
    files ??= import('./memory-files.js').then(({ createMemoryFiles }) =>
      createMemoryFiles({
        clock,
        terms: options.files === false ? null : { ...defaultTerms, ...options.files },
        latencyMs: () => latencyMs,
        isReachable: () => isReachable && !isDestroyed,
        isHeld: () => holdsUploads,
      }),
    );
    return files;
  }

  function transport(participant: Author, email: string | null = null): Transport {
    return {
      files: async () => (await filesHere()).transport,
      transcripts: async () =>
        (await import('./memory-transcripts.js')).memoryTranscripts(options.mail, () => isReachable, email),
      connect: (handlers) =>
        openWire(
          {
            clock,
            latencyMs: () => latencyMs,
            isReachable: () => isReachable && !isDestroyed,
            serve(wire) {
              const session = new Session(participant, wire, hub);
              sessions.add(session);
              return session;
            },
          },
          handlers,
        ),
    };
  }

  const cut = () => {
    for (const session of [...sessions]) session.cut();
  };

  return {
    visitorTransport: ({ id = mintId(), name = null, avatarUrl = null, email } = {}) =>
      transport({ kind: 'visitor', id, name, avatarUrl }, email),
    deskTransport: ({ id, name, avatarUrl = null }) => transport({ kind: 'agent', id, name, avatarUrl }),
    cut,
    goOffline() {
      isReachable = false;
      cut();
    },
    goOnline() {
      isReachable = true;
    },
    closeAll(code) {
      for (const session of [...sessions]) session.close(code);
    },
    refuseNext(code, message = 'Refused, as the test asked.') {
      nextRefusal = { code, message };
    },
    setLatency(ms) {
      latencyMs = ms;
    },
    holdUploads(isHeld) {
      holdsUploads = isHeld;
    },
    loseNextEvents() {
      losesEvents = true;
    },
    replaceHistory(by = 'nothing') {
      epoch = mintId();
      if (by === 'backup') for (const conversation of conversations.values()) conversation.epoch = epoch;
      else {
        conversations.clear();
        currentOf.clear();
      }
      cut();
    },
    endHandoffs(endReason) {
      for (const conversation of conversations.values()) {
        const { handoff, ownership } = conversation.record.state;
        if (handoff)
          system(conversation, { type: 'end-handoff', handoffId: handoff.id, ownership, endReason });
      }
    },
    destroy() {
      isDestroyed = true;
      void files?.then((held) => held.destroy());
      cut();
    },
  };
}
