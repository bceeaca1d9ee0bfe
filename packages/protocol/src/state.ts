/** The small state of a conversation and how events change it. Pure: no clock, no ids, no I/O. */
import type { DeskEvent, SharedEvent, VisitContext } from './event.js';
import type { EndReason, HandoffReason, HandoffStatus } from './handoff.js';
import type { Agent, Contact } from './message.js';
import { previewOf, textOf } from './preview.js';
import { type OpenQuestion, questionsAfter } from './question.js';

/** Who answers. Whoever speaks does so under the `ownership` counter that goes with it. */
export type Owner = { kind: 'bot' } | { kind: 'nobody' } | { kind: 'agent'; agent: Agent };

/** The latest handoff of a conversation. A declined offer leaves none. */
export interface Handoff {
  id: string;
  status: HandoffStatus;
  /** The agent who owns it, or the last one who did. */
  agent: Agent | null;
  endReason: EndReason | null;
  requestedAt: number | null;
  claimedAt: number | null;
  resolvedAt: number | null;
  hasContact: boolean;
}

/** What both sides know of a conversation besides its entries; what `decide` needs. */
export interface ConversationState {
  startedAt: number;
  visitorId: string;
  channel: string;
  locale: string | null;
  owner: Owner;
  /** Grows by one whenever the owner changes. */
  ownership: number;
  handoff: Handoff | null;
  contact: Contact | null;
  lastMessage: { authorKind: 'visitor' | 'bot' | 'agent'; text: string; at: number } | null;
  /** The visitor's first message and the last three, shortened: what a summary is made of. */
  asks: string[];
  /** What waits for the visitor's answer, oldest first. Left out while nothing does. */
  questions?: readonly OpenQuestion[];
}

/** What only agents know of a conversation. */
export interface DeskState {
  handoffId: string | null;
  reason: HandoffReason | null;
  summary: string;
  follows: string | null;
  /** Agents who passed on the present handoff: it is hidden from them. */
  rejectedBy: string[];
  context: VisitContext | null;
}

/** The state before the first event of the shared log. */
export const initialState: ConversationState = {
  startedAt: 0,
  visitorId: '',
  channel: 'web',
  locale: null,
  owner: { kind: 'bot' },
  ownership: 0,
  handoff: null,
  contact: null,
  lastMessage: null,
  asks: [],
};

/** The state before the first event of the desk log. */
export const initialDeskState: DeskState = {
  handoffId: null,
  reason: null,
  summary: '',
  follows: null,
  rejectedBy: [],
  context: null,
};

const own = (state: ConversationState, owner: Owner): Pick<ConversationState, 'owner' | 'ownership'> =>
  state.owner.kind === owner.kind && owner.kind !== 'agent'
    ? { owner: state.owner, ownership: state.ownership }
    : { owner, ownership: state.ownership + 1 };

const fresh = (id: string, status: HandoffStatus): Handoff => ({
  id,
  status,
  agent: null,
  endReason: null,
  requestedAt: null,
  claimedAt: null,
  resolvedAt: null,
  hasContact: false,
});

/** The state after one event of the shared log. An unknown type changes nothing. */
export function evolve(state: ConversationState, event: SharedEvent): ConversationState {
  const { handoff } = state;
  const changed = (changes: Partial<Handoff>, owner: Owner = state.owner): ConversationState =>
    handoff
      ? { ...state, ...(owner === state.owner ? {} : own(state, owner)), handoff: { ...handoff, ...changes } }
      : state;

  switch (event.type) {
    case 'conversation-started': {
      const { visitorId, channel, locale } = event.body;
      return { ...state, startedAt: event.at, visitorId, channel, locale };
    }
    case 'message-added': {
      const { message } = event.body;
      const { author } = message;
      const text = previewOf(textOf(message));
      const [first, ...later] = state.asks;
      const { questions: open = [], ...rest } = state;
      const questions = questionsAfter(open, message);
      return {
        ...rest,
        ...(questions.length > 0 ? { questions } : {}),
        lastMessage: { authorKind: author.kind, text, at: event.at },
        asks:
          author.kind !== 'visitor'
            ? state.asks
            : first === undefined
              ? [text]
              : [first, ...[...later, text].slice(-3)],
      };
    }
    case 'handoff-offered':
      return { ...state, handoff: fresh(event.body.handoffId, 'offered') };
    case 'handoff-declined':
      return { ...state, handoff: null };
    case 'handoff-requested': {
      const { handoffId, status } = event.body;
      const next = { ...fresh(handoffId, status), requestedAt: event.at };
      return { ...state, ...(status === 'pending' ? own(state, { kind: 'nobody' }) : {}), handoff: next };
    }
    case 'contact-left': {
      const { contact } = event.body;
      return handoff?.status === 'collecting'
        ? { ...changed({ status: 'pending', hasContact: true }, { kind: 'nobody' }), contact }
        : { ...changed({ hasContact: true }), contact };
    }
    case 'handoff-claimed':
    case 'handoff-transferred': {
      const { agent } = event.body;
      return changed(
        { status: 'active', agent, claimedAt: handoff?.claimedAt ?? event.at },
        { kind: 'agent', agent },
      );
    }
    case 'handoff-requeued':
      return changed({ status: 'pending' }, { kind: 'nobody' });
    case 'handoff-resolved':
      return changed(
        { status: 'resolved', endReason: event.body.endReason, resolvedAt: event.at },
        { kind: 'bot' },
      );
    case 'handoff-resumed': {
      const { agent } = event.body;
      return changed(
        { status: 'active', agent, endReason: null, resolvedAt: null },
        { kind: 'agent', agent },
      );
    }
    default:
      return state;
  }
}

/** The desk's state after one event of the desk log. */
export function evolveDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'context-recorded':
      return { ...state, context: event.body.context };
    case 'handoff-briefed': {
      const { handoffId, reason, summary, follows } = event.body;
      return { ...state, handoffId, reason, summary, follows, rejectedBy: [] };
    }
    case 'handoff-rejected': {
      const agentId = event.body.agent.id;
      return state.rejectedBy.includes(agentId)
        ? state
        : { ...state, rejectedBy: [...state.rejectedBy, agentId] };
    }
    default:
      return state;
  }
}
