/** What each frame does, once its sender is known. Whoever may not do a thing is told `not-found`, as for nothing. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type Author,
  type DownFrame,
  inboxRowOf,
  initialDeskState,
  initialState,
  type Log,
  logOf,
  mayBeLeft,
  type Position,
  type UpFrame,
  type VerifiedIdentity,
  type VisitContext,
} from '@batonchat/protocol';
import { endLeft } from '../end-left.js';
import type { Hub, Outcome } from '../hub.js';
import type { Submission } from '../plan-group.js';
import {
  holdsPosition,
  leaveCurrent,
  openCurrent,
  readEntriesBefore,
  readEventsAfter,
} from '../store/conversations.js';
import type { Store } from '../store/open-store.js';
import { readInbox } from '../store/records.js';
import type { QueueFeed } from './queue-feed.js';
import { rateWindowMs } from './rate-limits.js';
import type { Receipts } from './receipts.js';
import { eventsFrame, type Session, type Sessions } from './sessions.js';
import type { TokenBucket } from './token-bucket.js';
import type { Turns } from './turns.js';

/** What frames are done with. */
export interface Rooms {
  store: Store;
  hub: Hub;
  sessions: Sessions;
  receipts: Receipts;
  queue: QueueFeed;
  /** For reading much at once. */
  turns: Turns;
}

/** As many events are read without waiting for a turn. */
const fewEvents = 20;

/** A session with what the gateway knows of its socket. */
export interface Connected extends Session {
  send(frame: DownFrame): void;
  ip: string | null;
  userAgent: string | null;
  /** What the visitor's site has signed of them. */
  identity: VerifiedIdentity | null;
  /** A visitor's one conversation, once it is open. */
  conversationId: string | null;
  /** What its participant may still ask for. */
  commands: TokenBucket;
}

/** What a client says that it holds. */
interface Held {
  conversationId: string;
  position: Position;
}

type Frame<Type extends UpFrame['type']> = Extract<UpFrame, { type: Type }>;
type Handlers = { [Type in Exclude<UpFrame['type'], 'hello'>]: (frame: Frame<Type>) => Promise<void> | void };

/** The handlers of one session. They may reject when the store fails: the caller answers `try-later`. */
export function handlersOf(session: Connected, rooms: Rooms): Handlers {
  const { store, hub, sessions, receipts, queue, turns } = rooms;
  const { siteId, participant } = session;

  const deny = (what: string) =>
    session.send({ type: 'error', code: 'not-found', message: `There is no ${what}.` });

  /** True where this session may see the conversation; else it is told that there is none. */
  async function maySee(conversationId: string): Promise<boolean> {
    const isMine = session.isAgent
      ? (await hub.record(conversationId))?.siteId === siteId
      : session.conversationId === conversationId;
    if (!isMine) {
      const message = `There is no conversation ${conversationId}.`;
      session.send({ type: 'error', code: 'not-found', message, conversationId });
    }
    return isMine;
  }

  async function sendFrom(conversationId: string, log: Log, held: Held | null): Promise<void> {
    if (!held) return sendSnapshot(conversationId, log, null);
    const isThis = held.conversationId === conversationId;
    const isThere =
      (isThis || (await isOwn(held.conversationId))) &&
      (await holdsPosition(store.db, store.epoch, held.conversationId, log, held.position));
    if (isThere && isThis) await sendEventsAfter(conversationId, log, held.position.seq);
    else await sendSnapshot(conversationId, log, isThere ? null : held);
  }

  /** Nothing may be learned of another's conversation, not even whether there is one. */
  const isOwn = async (conversationId: string) =>
    (await hub.record(conversationId))?.state.visitorId === participant.id;

  async function sendEventsAfter(conversationId: string, log: Log, seq: number): Promise<void> {
    const head = (await hub.record(conversationId))?.heads[log].seq ?? 0;
    const read = async () => {
      const events = head > seq ? await readEventsAfter(store.db, conversationId, log, seq) : [];
      const last = Math.max(head, events.at(-1)?.seq ?? 0);
      session.sendText(eventsFrame(conversationId, log, store.epoch, events, last));
    };
    await (head - seq > fewEvents ? turns(read) : read());
  }

  async function sendSnapshot(conversationId: string, log: Log, replaces: Held | null): Promise<void> {
    const record = await hub.record(conversationId);
    if (!record) return;
    const position = { epoch: store.epoch, ...record.heads[log] };
    if (log === 'desk') {
      session.send({ type: 'snapshot', conversationId, log, position, state: record.desk });
      return;
    }
    const { entries, hasOlder } = await readEntriesBefore(store.db, conversationId, position.seq + 1);
    session.send({
      type: 'snapshot',
      conversationId,
      log,
      position,
      state: record.state,
      entries,
      hasOlder,
      receipts: await receipts.of(conversationId),
      ...(replaces ? { replaces } : {}),
    });
  }

  async function sendReceipts(conversationId: string): Promise<void> {
    const marks = await receipts.of(conversationId);
    if (marks.length > 0) session.send({ type: 'receipts', conversationId, receipts: marks });
  }

  /** Follows first and reads then: what is committed meanwhile is sent behind what was read. */
  async function followFrom(conversationId: string, held: Partial<Record<Log, Held | null>>): Promise<void> {
    const following = sessions.follow(session, conversationId);
    try {
      await sendFrom(conversationId, 'shared', held.shared ?? null);
      // A snapshot has them; events have not, and what was read while this client was away would never be shown.
      if (held.shared) await sendReceipts(conversationId);
      if (session.isAgent) await sendFrom(conversationId, 'desk', held.desk ?? null);
    } catch (error) {
      // Its client asks again; what is held back would only grow meanwhile.
      sessions.unfollow(session, conversationId);
      throw error;
    }
    following.release();
  }

  /** False where it stays: a human is asked for or here, or may be back, or it is not the visitor's current one. */
  async function leave(conversationId: string): Promise<boolean> {
    const record = await hub.record(conversationId);
    if (!record || !mayBeLeft(record.state, store.now())) return false;
    return leaveCurrent(store.db, { id: conversationId, siteId, visitorId: participant.id });
  }

  session.moveTo = async (conversationId) => {
    session.conversationId = conversationId;
    if (!sessions.isFollowing(session, conversationId)) await followFrom(conversationId, {});
  };

  async function recordVisit(conversationId: string, context: VisitContext): Promise<void> {
    const record = await hub.record(conversationId);
    const before = record?.desk.context;
    if (before && isSameVisit(before, context)) return;
    const isNew = record?.state.visitorId === '';
    // No client's command id has a dot, and no event id that derives from one has a word behind it.
    const outcome = await hub.submit(siteId, conversationId, {
      id: isNew ? 'visit.first' : `visit.of.${context.sessionId}.${record?.heads.desk.seq ?? 0}`,
      actor: { kind: 'system' },
      command: isNew
        ? { type: 'start', visitorId: participant.id, context }
        : { type: 'record-context', context },
    });
    if ('refusal' in outcome && outcome.refusal.code === 'unavailable')
      throw new Error(outcome.refusal.message);
  }

  function answerCommand({ conversationId, commandId }: Frame<'command'>, outcome: Outcome): void {
    if ('refusal' in outcome) {
      session.send({ type: 'refused', conversationId, commandId, ...outcome.refusal });
      return;
    }
    if (!outcome.isRepeat && sessions.isFollowing(session, conversationId)) return;
    for (const log of session.isAgent ? (['shared', 'desk'] as const) : (['shared'] as const)) {
      const events = outcome.events.filter((event) => logOf(event.type) === log);
      const head = outcome.record.heads[log].seq;
      if (events.length > 0) session.sendText(eventsFrame(conversationId, log, store.epoch, events, head));
    }
  }

  const tooFast = () => {
    const retryAfterMs = session.commands.waitMs();
    const seconds = Math.ceil(retryAfterMs / 1000);
    const message = `Too much within ${rateWindowMs / 1000} seconds. Try again in ${seconds} s.`;
    return { code: 'rate-limited', message, retryAfterMs } as const;
  };

  return {
    async open({ type: _type, held, leaves, ...visit }) {
      if (session.isAgent) {
        session.send({ type: 'error', code: 'forbidden', message: 'Agents subscribe; visitors open.' });
        return;
      }
      if (!session.commands.take()) {
        session.send({ type: 'error', ...tooFast() });
        return;
      }
      const hasLeft = leaves !== undefined && (await leave(leaves));
      const conversationId = await openCurrent(store.db, {
        id: randomUUID(),
        siteId,
        visitorId: participant.id,
        createdAt: store.now(),
        state: initialState,
        desk: initialDeskState,
      });
      session.conversationId = conversationId;
      const { ip, userAgent, identity } = session;
      const signed = identity ? { identity } : {};
      await recordVisit(conversationId, { ...visit, ip, userAgent, channel: 'web', ...signed });
      const record = await hub.record(conversationId);
      session.commands.credit(store.now() - (record?.state.startedAt ?? store.now()));
      await followFrom(conversationId, { shared: held });
      if (record) queue.opened(record);
      if (!hasLeft) return;
      for (const each of sessions.ofParticipant(leaves, participant.id)) {
        sessions.unfollow(each, leaves);
        await each.moveTo?.(conversationId);
      }
      await endLeft(hub, siteId, leaves);
    },

    async subscribe({ conversationId, positions }) {
      if (!(await maySee(conversationId))) return;
      const { shared, desk } = positions;
      await followFrom(conversationId, {
        shared: shared && { conversationId, position: shared },
        desk: desk && { conversationId, position: desk },
      });
    },

    unsubscribe: ({ conversationId }) => sessions.unfollow(session, conversationId),

    async command(frame) {
      const { conversationId, commandId, command } = frame;
      if (!session.commands.take()) return answerCommand(frame, { refusal: tooFast() });
      // No await before `submit`: a sender's commands are decided in the order in which they came.
      const isMine = session.isAgent || session.conversationId === conversationId;
      const submission = submissionOf(participant, commandId, command);
      answerCommand(
        frame,
        isMine && submission
          ? await hub.submit(siteId, conversationId, submission)
          : { refusal: { code: 'not-found', message: 'There is no such conversation or command.' } },
      );
    },

    async 'catch-up'({ conversationId, log, position }) {
      if (log === 'desk' && !session.isAgent) return deny('desk log');
      if (await maySee(conversationId)) await sendFrom(conversationId, log, { conversationId, position });
    },

    async page({ conversationId, before }) {
      if (!(await maySee(conversationId))) return;
      session.send({
        type: 'page',
        conversationId,
        before,
        ...(await readEntriesBefore(store.db, conversationId, before)),
      });
    },

    async signal({ conversationId, signal }) {
      const record = await hub.record(conversationId);
      const { owner } = record?.state ?? {};
      const mayBeSeen = session.isAgent
        ? owner?.kind === 'agent' && owner.agent.id === participant.id
        : session.conversationId === conversationId;
      if (mayBeSeen) sessions.signal(conversationId, participant, signal);
    },

    async receipt({ conversationId, deliveredSeq, readSeq }) {
      if (!(await maySee(conversationId))) return;
      const head = (await hub.record(conversationId))?.heads.shared.seq ?? 0;
      const raised = await receipts.raise(siteId, conversationId, {
        participantId: participant.id,
        kind: session.isAgent ? 'agent' : 'visitor',
        deliveredSeq: Math.min(deliveredSeq, head),
        readSeq: Math.min(readSeq, head),
      });
      if (raised)
        sessions.toFollowers(conversationId, { type: 'receipts', conversationId, receipts: raised });
    },

    async inbox() {
      if (!session.isAgent) return deny('inbox');
      // Watches first and reads then: what changes meanwhile is sent too.
      sessions.watchInbox(session);
      const rows = (await readInbox(store, siteId)).map(inboxRowOf);
      session.send({ type: 'inbox', rows, isFresh: true });
    },

    async ping() {
      const heads: Record<string, number> = {};
      for (const conversationId of sessions.followedBy(session))
        heads[conversationId] = (await hub.record(conversationId))?.heads.shared.seq ?? 0;
      session.send({ type: 'pong', heads });
    },
  };
}

/** A page session is recorded once, and again when it goes on elsewhere or more is said or signed of the visitor. */
const isSameVisit = (before: VisitContext, now: VisitContext): boolean =>
  before.sessionId === now.sessionId &&
  before.page === now.page &&
  isDeepStrictEqual(before.facts ?? {}, now.facts ?? {}) &&
  isDeepStrictEqual(before.identity, now.identity);

const agentCommands = new Set(['send-message', 'claim', 'reject', 'release', 'resolve', 'resume']);
const visitorCommands = new Set([
  'send-message',
  'request-handoff',
  'accept-offer',
  'decline-offer',
  'leave-contact',
  'end-handoff',
]);

/** The command as the hub takes it, or null where this kind of participant has no such command. */
function submissionOf(actor: Author, id: string, command: Frame<'command'>['command']): Submission | null {
  const known = actor.kind === 'agent' ? agentCommands : visitorCommands;
  return known.has(command.type) ? ({ id, actor, command } as Submission) : null;
}
