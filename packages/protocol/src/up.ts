/** The frames that a client sends. One JSON object a frame, at most `limits.frameBytes`. */
import * as v from 'valibot';
import { agentCommand, visitorCommand } from './command.js';
import { position, visitFacts } from './event.js';
import { limits } from './limits.js';
import { logs } from './log.js';
import { clientSignal } from './signal.js';
import { commandId, count, id, text } from './text.js';

/** The first frame, within five seconds. A visitor shows a token; an agent's session is in the upgrade's cookie. */
export const hello = v.variant('as', [
  v.object({
    type: v.literal('hello'),
    as: v.literal('visitor'),
    protocol: count,
    token: v.pipe(v.string(), v.maxLength(4096)),
  }),
  v.object({ type: v.literal('hello'), as: v.literal('agent'), protocol: count }),
]);
/** The first frame, as it comes out of `hello`. */
export type Hello = v.InferOutput<typeof hello>;

const conversationId = id;

/**
 * A visitor's client asks for the current conversation, which begins now if there is none. Answered by a
 * `snapshot`, or by `events` after `position` if the relay holds that position.
 */
const open = v.object({
  type: v.literal('open'),
  /** Minted once a page session: the visit is recorded once. */
  sessionId: commandId,
  startedAt: count,
  page: v.nullable(text(limits.urlCharacters)),
  pageTitle: v.nullable(text(300)),
  referrer: v.nullable(text(limits.urlCharacters)),
  locale: v.nullable(text(35)),
  /** What the page says about the visitor. An `open` with other facts, or of another page, is recorded anew. */
  facts: v.optional(visitFacts),
  /** What the client holds, if it holds anything: the conversation and how far. */
  held: v.nullable(v.object({ conversationId, position })),
  /**
   * The conversation that the visitor leaves: another one is current then. It stays current where a human is asked for or
   * here. Naming it makes a repeat harmless: it is left once.
   */
  leaves: v.optional(conversationId),
});

/** An agent's client follows a conversation; answered as `open` is, for each log. */
const subscribe = v.object({
  type: v.literal('subscribe'),
  conversationId,
  positions: v.object({ shared: v.nullable(position), desk: v.nullable(position) }),
});

/** An agent's client follows a conversation no more. */
const unsubscribe = v.object({ type: v.literal('unsubscribe'), conversationId });

/** A command. The acknowledgement is its events coming back; a refusal names the commandId. */
const command = v.object({
  type: v.literal('command'),
  conversationId,
  commandId,
  command: v.union([visitorCommand, agentCommand]),
});

/** Events after a position: for a hole, or for the rest of a long history. */
const catchUp = v.object({
  type: v.literal('catch-up'),
  conversationId,
  log: v.picklist(logs),
  position,
});

/** Entries before `before`, as they stand now, newest `limits.entriesPerPage`. */
const page = v.object({ type: v.literal('page'), conversationId, before: count });

/** Something ephemeral for the others in a conversation. */
const signal = v.object({ type: v.literal('signal'), conversationId, signal: clientSignal });

/** How far this participant's device has received and its owner has read. High-water marks: they only rise. */
const receipt = v.object({
  type: v.literal('receipt'),
  conversationId,
  deliveredSeq: count,
  readSeq: count,
});

/** An agent's client asks for the whole inbox afresh; changes follow by themselves. */
const inbox = v.object({ type: v.literal('inbox') });

/** Answered by a `pong` with the heads of what this socket follows, so that a hole shows. */
const ping = v.object({ type: v.literal('ping') });

/** Any frame after `hello`. */
export const upFrame = v.variant('type', [
  open,
  subscribe,
  unsubscribe,
  command,
  catchUp,
  page,
  signal,
  receipt,
  inbox,
  ping,
]);
/** Any frame that a client sends. */
export type UpFrame = v.InferOutput<typeof upFrame> | Hello;
