/** What may be asked of a conversation. Each command carries a client-minted id, unique per conversation. */
import * as v from 'valibot';
import type { VisitContext } from './event.js';
import type { EndReason, HandoffReason } from './handoff.js';
import { type Agent, type Author, agentParts, contact, type Part, visitorParts } from './message.js';
import { id } from './text.js';

/** What a visitor's client may send. */
export const visitorCommand = v.variant('type', [
  v.object({ type: v.literal('send-message'), parts: visitorParts }),
  v.object({ type: v.literal('request-handoff'), reason: v.picklist(['button', 'host-page']) }),
  v.object({ type: v.literal('accept-offer') }),
  v.object({ type: v.literal('decline-offer') }),
  v.object({ type: v.literal('leave-contact'), contact, keepWaiting: v.boolean() }),
  v.object({ type: v.literal('end-handoff') }),
]);
/** What a visitor may ask for, as it comes out of `visitorCommand`. */
export type VisitorCommand = v.InferOutput<typeof visitorCommand>;

/** What an agent's client may send. A claim names the handoff that the agent saw; null takes over from the bot. */
export const agentCommand = v.variant('type', [
  v.object({ type: v.literal('send-message'), parts: agentParts }),
  v.object({ type: v.literal('claim'), handoffId: v.nullable(id) }),
  v.object({ type: v.literal('reject') }),
  v.object({ type: v.literal('release') }),
  v.object({ type: v.literal('resolve') }),
  v.object({ type: v.literal('resume') }),
]);
/** What an agent may ask for, as it comes out of `agentCommand`. */
export type AgentCommand = v.InferOutput<typeof agentCommand>;

/** The end of a bot's answer that wants a human. */
export interface BotHandoff {
  type: 'offer' | 'handoff';
  reason: HandoffReason;
  summary: string | null;
  confidence: number | null;
  searchedKnowledge: boolean;
}

/** What a bot's turn yields: text, a wish for a human, or both in one transaction; under the ownership it was given. */
export interface BotCommand {
  type: 'answer';
  ownership: number;
  parts: Part[] | null;
  handoff: BotHandoff | null;
}

/** What the relay itself asks for: openings, timers, desks that failed. */
export type SystemCommand =
  | { type: 'start'; visitorId: string; context: VisitContext }
  | { type: 'record-context'; context: VisitContext }
  | { type: 'end-handoff'; handoffId: string; ownership: number; endReason: EndReason };

/** A command with who sent it and when, as the hub decides on it. Times are epoch milliseconds. */
export type IssuedCommand = { id: string; at: number } & (
  | { actor: Author & { kind: 'visitor' }; command: VisitorCommand }
  | { actor: Author & { kind: 'agent' }; command: AgentCommand | { type: 'transfer'; agent: Agent } }
  | { actor: Author & { kind: 'bot' }; command: BotCommand }
  | { actor: { kind: 'system' }; command: SystemCommand }
);

/** Why a command was not accepted. Codes are for programs, messages for the person who reads them. */
export const refusalCodes = [
  'already-answered',
  'already-requested',
  'already-started',
  'bot-is-silent',
  'file-gone',
  'handoff-over',
  'invalid',
  'knowledge-not-searched',
  'no-form',
  'no-handoff',
  'not-claimed',
  'not-found',
  'nothing-offered',
  'rate-limited',
  'stale-ownership',
  'taken',
  'undo-expired',
  'unavailable',
] as const;
/** One of `refusalCodes`. */
export type RefusalCode = (typeof refusalCodes)[number];

/** A command that was not accepted: nothing of it is in any log, and its text is still with its author. */
export interface Refusal {
  code: RefusalCode;
  message: string;
  /** Who owns the conversation, where that is why. */
  owner?: Agent;
  /** When the same command may be sent again, from now (milliseconds); where the code is `rate-limited`. */
  retryAfterMs?: number;
}
