/**
 * The events: durable facts with a seq, in the past tense, in two logs of the same machinery. Everything in
 * `shared` may be read by the visitor, so nothing is ever filtered; `desk` is for agents only.
 *
 * A stored event outlives its schema: change a shape only by a new `v` and a line in `upcast.ts`.
 */
import * as v from 'valibot';
import { endReason, handoffReason } from './handoff.js';
import { limits } from './limits.js';
import { agent, contact, message } from './message.js';
import { count, filledText, id, text, time } from './text.js';

const envelope = {
  /** Gap-free from 1 in its log, given by the relay at commit. */
  seq: v.pipe(count, v.minValue(1)),
  id,
  v: v.literal(1),
  at: time,
  /** The commandId that led to it. */
  causedBy: id,
};

/* @__NO_SIDE_EFFECTS__ */
const event = <const Type extends string, Body extends v.ObjectEntries>(type: Type, body: Body) =>
  v.object({ ...envelope, type: v.literal(type), body: v.object(body) });

const handoffId = id;

/** The shared log: both sides read it. */
export const sharedEvent = v.variant('type', [
  event('conversation-started', { visitorId: id, channel: id, locale: v.nullable(text(35)) }),
  event('message-added', { message }),
  event('handoff-offered', { handoffId }),
  event('handoff-declined', { handoffId }),
  event('handoff-requested', {
    handoffId,
    status: v.picklist(['collecting', 'pending']),
    by: v.picklist(['visitor', 'bot', 'agent', 'system']),
  }),
  event('contact-left', { handoffId, contact }),
  event('handoff-claimed', { handoffId, agent }),
  event('handoff-requeued', { handoffId, agent }),
  event('handoff-transferred', { handoffId, from: agent, agent }),
  event('handoff-resolved', { handoffId, endReason, agent: v.nullable(agent) }),
  event('handoff-resumed', { handoffId, agent }),
]);
/** An event that both sides read. */
export type SharedEvent = v.InferOutput<typeof sharedEvent>;

/** What the page itself says about a visitor, by name: for agents to read, and never to be trusted. */
export const visitFacts = v.pipe(
  v.record(filledText(limits.factNameCharacters), text(limits.factCharacters)),
  v.check((facts) => Object.keys(facts).length <= limits.facts, `More than ${limits.facts} facts.`),
);

/** Who the site's own server says that a visitor is. It was signed, and the relay has verified that: agents may trust it. */
export const verifiedIdentity = v.object({
  /** The one key of the person, the same on every device: what the site's server calls them. */
  subject: filledText(limits.subjectCharacters),
  name: v.nullable(text(limits.nameCharacters)),
  email: v.nullable(text(limits.emailCharacters)),
  facts: v.optional(visitFacts),
});
/** Who the site's own server says that a visitor is. */
export type VerifiedIdentity = v.InferOutput<typeof verifiedIdentity>;

/** Where a visitor came from, as recorded when a session starts. `ip` is null where it is not kept. */
export const visitContext = v.object({
  sessionId: id,
  startedAt: time,
  ip: v.nullable(text(64)),
  userAgent: v.nullable(text(512)),
  channel: id,
  page: v.nullable(text(limits.urlCharacters)),
  pageTitle: v.nullable(text(300)),
  referrer: v.nullable(text(limits.urlCharacters)),
  locale: v.nullable(text(35)),
  facts: v.optional(visitFacts),
  /** Left out for a visitor of whom the site has signed nothing. */
  identity: v.optional(verifiedIdentity),
});
/** A visit, as agents are told of it. Times are epoch milliseconds. */
export type VisitContext = v.InferOutput<typeof visitContext>;

/** The desk log: agents only. */
export const deskEvent = v.variant('type', [
  event('context-recorded', { context: visitContext }),
  event('handoff-briefed', {
    handoffId,
    reason: handoffReason,
    summary: text(limits.summaryCharacters),
    confidence: v.nullable(v.number()),
    searchedKnowledge: v.boolean(),
    /** The handoff that this one follows, when an agent comes late. */
    follows: v.nullable(id),
  }),
  event('handoff-rejected', { handoffId, agent }),
]);
/** An event that agents alone read. */
export type DeskEvent = v.InferOutput<typeof deskEvent>;

/** An event of either log. */
export type LogEvent = SharedEvent | DeskEvent;

/** An event before the hub has numbered and dated it. */
export type EventDraft = LogEvent extends infer E
  ? E extends LogEvent
    ? Pick<E, 'type' | 'body'>
    : never
  : never;

/**
 * Which history, how far, and what stands there: one value. Whoever holds it can tell that a history was
 * replaced: then the id at that seq is another one. `seq` 0 with an empty id is the start.
 */
export const position = v.object({
  epoch: text(100),
  seq: count,
  id: text(100),
});
/** How far a reader is in which history. */
export type Position = v.InferOutput<typeof position>;
