/**
 * The handoff machine: one pure function from a state and a command to events or a refusal. The relay decides
 * inside the transaction that appends; clients only evolve. No clock, no ids, no I/O: a handoff's id is the id
 * of the command that opened it.
 *
 *             offer            accept / button / keyword / API / tool
 *    bot ───────────> offered ───────────────┐
 *     ^  <─ decline ──┘                      v        form asked first?
 *     │                                  collecting ──> pending ──claim──> active ──┐
 *     │                                                 │  ^ │ reject / agent left  │
 *     │    nobody available / wait over: contact form <─┘  └─┴──────────────────────┤
 *     └───────────────<── resolved(end reason) <────────────────────────────────────┘
 *
 * Owner: the bot in none, offered, collecting and resolved; nobody in pending; the agent in active.
 */
import { asksForHuman } from './asks-for-human.js';
import type { BotCommand, IssuedCommand, Refusal, RefusalCode } from './command.js';
import type { EventDraft } from './event.js';
import type { EndReason, HandoffReason, HandoffStatus } from './handoff.js';
import { limits } from './limits.js';
import type { Agent, Author, Part } from './message.js';
import { cut, summarise, textOf, wordsOf } from './preview.js';
import { answerIn, isAsked } from './question.js';
import type { HandoffSettings } from './settings.js';
import type { ConversationState, DeskState, Handoff } from './state.js';

/** Either the events to append, in order, or why there are none. */
export type Decision = { events: EventDraft[] } | { refusal: Refusal };

interface Situation {
  state: ConversationState;
  desk: DeskState;
  settings: HandoffSettings;
}

const accept = (...events: EventDraft[]): Decision => ({ events });
const refuse = (code: RefusalCode, message: string, owner?: Agent): Decision => ({
  refusal: { code, message, ...(owner ? { owner } : {}) },
});

type OpenHandoff = Handoff & { status: Exclude<HandoffStatus, 'resolved'> };
const isOpen = (handoff: Handoff | null): handoff is OpenHandoff =>
  handoff !== null && handoff.status !== 'resolved';
const statusOf = (state: ConversationState): HandoffStatus | 'none' => state.handoff?.status ?? 'none';
const agentOf = ({ id, name, avatarUrl }: Author): Agent => ({ id, name: name ?? id, avatarUrl });
const said = (id: string, author: Author, parts: Part[]): EventDraft => ({
  type: 'message-added',
  body: { message: { id, author, parts } },
});

/** What a command does to a conversation in this state. Never throws; the same input gives the same decision. */
export function decide(
  state: ConversationState,
  desk: DeskState,
  issued: IssuedCommand,
  settings: HandoffSettings,
): Decision {
  const situation = { state, desk, settings };
  switch (issued.actor.kind) {
    case 'visitor':
      return decideForVisitor(situation, issued as IssuedBy<'visitor'>);
    case 'agent':
      return decideForAgent(situation, issued as IssuedBy<'agent'>);
    case 'bot':
      return decideForBot(situation, issued as IssuedBy<'bot'>);
    case 'system':
      return decideForSystem(situation, issued as IssuedBy<'system'>);
  }
}

type IssuedBy<Kind extends string> = Extract<IssuedCommand, { actor: { kind: Kind } }>;

interface Request {
  handoffId: string;
  reason: HandoffReason;
  by: 'visitor' | 'bot' | 'agent' | 'system';
  summary?: string | null;
  confidence?: number | null;
  searchedKnowledge?: boolean;
  follows?: string;
  /** What the visitor said in the same command. */
  latest?: string;
}

const brief = ({ state }: Situation, request: Request): EventDraft => ({
  type: 'handoff-briefed',
  body: {
    handoffId: request.handoffId,
    reason: request.reason,
    summary:
      cut(request.summary?.trim() ?? '', limits.summaryCharacters) ||
      summarise(state.asks, request.latest ?? null),
    confidence: request.confidence ?? null,
    searchedKnowledge: request.searchedKnowledge ?? false,
    follows: request.follows ?? null,
  },
});

/**
 * The handoff as the visitor sees it, and what agents are told of it. A visitor who accepts an offer, and an
 * agent who does not wait for the form, take up a handoff whose reason is known; anybody else gives a new one.
 */
function requestHandoff(situation: Situation, request: Request): EventDraft[] {
  const formFirst =
    situation.settings.collect === 'before' && request.by !== 'agent' && !situation.state.contact;
  const status = formFirst ? 'collecting' : 'pending';
  const { handoffId, by } = request;
  const isBriefed = situation.desk.handoffId === handoffId;
  const keepsBrief = isBriefed && (by === 'visitor' || situation.state.handoff?.status === 'collecting');
  const requested: EventDraft = { type: 'handoff-requested', body: { handoffId, status, by } };
  return keepsBrief ? [requested] : [requested, brief(situation, request)];
}

/** A request while an offer stands is the offer's acceptance: same handoff, same reason. */
const idOfRequest = (state: ConversationState, commandId: string) =>
  state.handoff?.status === 'offered' ? state.handoff.id : commandId;

function decideForVisitor(situation: Situation, { id, actor, command }: IssuedBy<'visitor'>): Decision {
  const { state } = situation;
  const { handoff } = state;
  const handoffId = idOfRequest(state, id);
  switch (command.type) {
    case 'send-message': {
      const answer = answerIn(command.parts);
      if (answer && !isAsked(state.questions ?? [], answer))
        return refuse('already-answered', 'This has been answered already, or is asked no more.');
      const message = said(id, actor, command.parts);
      const isRequest = (!isOpen(handoff) || handoff.status === 'offered') && asksForHuman(wordsOf(command));
      const latest = textOf(command);
      return isRequest
        ? accept(
            message,
            ...requestHandoff(situation, { handoffId, reason: 'keyword', by: 'visitor', latest }),
          )
        : accept(message);
    }
    case 'request-handoff':
      return isOpen(handoff) && handoff.status !== 'offered'
        ? refuse('already-requested', 'A human has already been asked for.')
        : accept(...requestHandoff(situation, { handoffId, reason: command.reason, by: 'visitor' }));
    case 'accept-offer':
      return handoff?.status === 'offered'
        ? accept(
            ...requestHandoff(situation, {
              handoffId,
              reason: situation.desk.reason ?? 'asked',
              by: 'visitor',
            }),
          )
        : refuse('nothing-offered', 'There is no offer to accept.');
    case 'decline-offer':
      return handoff?.status === 'offered'
        ? accept({ type: 'handoff-declined', body: { handoffId: handoff.id } })
        : refuse('nothing-offered', 'There is no offer to decline.');
    case 'leave-contact': {
      if (!handoff || !takesContact(handoff)) return refuse('no-form', 'No contact form is open.');
      const left: EventDraft = {
        type: 'contact-left',
        body: { handoffId: handoff.id, contact: command.contact },
      };
      return handoff.status === 'resolved' || command.keepWaiting
        ? accept(left)
        : accept(left, resolved(handoff, 'left-contact'));
    }
    case 'end-handoff':
      if (!isOpen(handoff)) return refuse('no-handoff', 'No human has been asked for.');
      if (handoff.status === 'offered')
        return accept({ type: 'handoff-declined', body: { handoffId: handoff.id } });
      return accept(resolved(handoff, handoff.status === 'active' ? 'ended-by-visitor' : 'cancelled'));
  }
}

/** The ends after which an agent may still come late, and the visitor may still leave a way to be reached. */
const unanswered: ReadonlySet<EndReason | null> = new Set<EndReason>([
  'wait-expired',
  'nobody-available',
  'left-contact',
  'rejected-by-all',
  'desk-failed',
  'visitor-left',
]);

/** True while a visitor may leave a way to be reached: asked first, waiting, or after an end that nobody answered. */
export const takesContact = (handoff: Handoff): boolean =>
  handoff.status === 'collecting' ||
  handoff.status === 'pending' ||
  (handoff.status === 'resolved' && unanswered.has(handoff.endReason) && !handoff.hasContact);

const resolved = (handoff: Handoff, endReason: EndReason): EventDraft => ({
  type: 'handoff-resolved',
  body: { handoffId: handoff.id, endReason, agent: handoff.status === 'active' ? handoff.agent : null },
});

function decideForAgent(situation: Situation, { id, at, actor, command }: IssuedBy<'agent'>): Decision {
  const { state, settings } = situation;
  const { handoff, owner } = state;
  const me = agentOf(actor);
  if (command.type === 'claim') return claim(situation, id, me, command.handoffId);

  if (command.type === 'reject')
    return handoff?.status === 'pending'
      ? accept({ type: 'handoff-rejected', body: { handoffId: handoff.id, agent: me } })
      : refuse('no-handoff', 'Nobody is waiting here.');

  if (command.type === 'resume') {
    if (
      handoff?.status !== 'resolved' ||
      handoff.resolvedAt === null ||
      handoff.endReason !== 'resolved-by-agent'
    )
      return refuse('no-handoff', 'There is nothing to undo.');
    if (handoff.agent?.id !== me.id)
      return refuse('taken', 'Another agent resolved it.', handoff.agent ?? me);
    return at - handoff.resolvedAt <= settings.undoWindowMs
      ? accept({ type: 'handoff-resumed', body: { handoffId: handoff.id, agent: me } })
      : refuse('undo-expired', `It can be undone for ${settings.undoWindowMs / 1000} seconds only.`);
  }

  if (owner.kind !== 'agent' || !handoff) return refuse('not-claimed', 'Claim the conversation first.');
  if (owner.agent.id !== me.id)
    return refuse('taken', `${owner.agent.name} has this conversation.`, owner.agent);
  switch (command.type) {
    case 'send-message':
      return accept(said(id, actor, command.parts));
    case 'release':
      return accept({ type: 'handoff-requeued', body: { handoffId: handoff.id, agent: me } });
    case 'transfer':
      return command.agent.id === me.id
        ? refuse('taken', 'You have it already.', me)
        : accept({
            type: 'handoff-transferred',
            body: { handoffId: handoff.id, from: me, agent: command.agent },
          });
    case 'resolve':
      return accept(resolved(handoff, 'resolved-by-agent'));
  }
}

/**
 * First claim wins. The claim names the handoff that the agent saw, so that a late click on one that is over
 * takes nothing over; one that ended unanswered is taken up again as a new handoff that names the one it follows.
 */
function claim(situation: Situation, commandId: string, me: Agent, seen: string | null): Decision {
  const { state } = situation;
  const { handoff, owner } = state;
  if (owner.kind === 'agent')
    return refuse(
      'taken',
      owner.agent.id === me.id ? 'You have it already.' : `${owner.agent.name} has taken it.`,
      owner.agent,
    );
  const claimed = (handoffId: string): EventDraft => ({
    type: 'handoff-claimed',
    body: { handoffId, agent: me },
  });
  if (isOpen(handoff)) {
    if (seen !== null && seen !== handoff.id)
      return refuse('handoff-over', 'That handoff is over; another one is open now.');
    if (handoff.status === 'pending') return accept(claimed(handoff.id));
    const request: Request = {
      handoffId: handoff.id,
      reason: 'agent-takeover',
      by: 'agent',
      summary: situation.desk.summary,
    };
    return accept(...requestHandoff(situation, request), claimed(handoff.id));
  }
  const isLate = handoff !== null && unanswered.has(handoff.endReason);
  if (seen !== null && !(isLate && seen === handoff.id))
    return refuse('handoff-over', 'The handoff is over.');
  const request: Request = isLate
    ? { handoffId: commandId, reason: 'follow-up', by: 'agent', follows: handoff.id }
    : { handoffId: commandId, reason: 'agent-takeover', by: 'agent' };
  return accept(...requestHandoff(situation, request), claimed(commandId));
}

function decideForBot(situation: Situation, { id, actor, command }: IssuedBy<'bot'>): Decision {
  const { state, settings } = situation;
  if (command.ownership !== state.ownership)
    return refuse('stale-ownership', 'The owner has changed since this turn began.');
  const mayAnswer =
    state.owner.kind === 'bot' || (state.owner.kind === 'nobody' && settings.botWhilePending === 'answers');
  if (!mayAnswer) return refuse('bot-is-silent', 'The bot does not own the conversation.');
  const events: EventDraft[] = command.parts ? [said(id, actor, command.parts)] : [];
  if (command.handoff) {
    if (command.handoff.reason === 'low-confidence' && !command.handoff.searchedKnowledge)
      return refuse('knowledge-not-searched', 'A handoff for want of an answer needs a search first.');
    events.push(...botHandoff(situation, id, command.handoff));
  }
  if (events.length > 0) return accept(...events);
  return command.handoff
    ? refuse('already-requested', 'A human has already been offered or asked for.')
    : refuse('invalid', 'An answer needs text or a handoff.');
}

/** Nothing new where the handoff is already at or past what the bot asks for. */
function botHandoff(
  situation: Situation,
  commandId: string,
  wish: NonNullable<BotCommand['handoff']>,
): EventDraft[] {
  const { state } = situation;
  const status = statusOf(state);
  if (status === 'collecting' || status === 'pending' || status === 'active') return [];
  const request: Request = { ...wish, handoffId: idOfRequest(state, commandId), by: 'bot' };
  if (wish.type === 'handoff') return requestHandoff(situation, request);
  if (status === 'offered') return [];
  return [{ type: 'handoff-offered', body: { handoffId: request.handoffId } }, brief(situation, request)];
}

function decideForSystem({ state }: Situation, { command }: IssuedBy<'system'>): Decision {
  switch (command.type) {
    case 'start':
      return state.visitorId !== ''
        ? refuse('already-started', 'The conversation has started.')
        : accept(
            {
              type: 'conversation-started',
              body: {
                visitorId: command.visitorId,
                channel: command.context.channel,
                locale: command.context.locale,
              },
            },
            { type: 'context-recorded', body: { context: command.context } },
          );
    case 'record-context':
      return accept({ type: 'context-recorded', body: { context: command.context } });
    case 'end-handoff': {
      const { handoff } = state;
      if (!isOpen(handoff) || handoff.id !== command.handoffId)
        return refuse('handoff-over', 'The handoff is over.');
      return command.ownership === state.ownership
        ? accept(resolved(handoff, command.endReason))
        : refuse('stale-ownership', 'The owner has changed since this timer was set.');
    }
  }
}
