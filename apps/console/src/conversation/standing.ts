import type { Agent, ConversationState, EndReason } from '@batonchat/protocol';
import { words } from '../words.js';

/** Where a conversation stands as one agent sees it; decides which buttons and which reply box there are. */
export type Standing =
  | { kind: 'pending' }
  | { kind: 'mine' }
  | { kind: 'other'; agentName: string }
  /** The bot answers: no handoff, one that is not asked for yet, or one that is over. */
  | { kind: 'bot' };

/** Who has the conversation, as seen by this agent. */
export function standingOf(state: ConversationState, agentId: string): Standing {
  const { owner, handoff } = state;
  if (owner.kind === 'agent')
    return owner.agent.id === agentId ? { kind: 'mine' } : { kind: 'other', agentName: owner.agent.name };
  return handoff?.status === 'pending' ? { kind: 'pending' } : { kind: 'bot' };
}

/** The line under the visitor's name. */
export function statusLine({ handoff }: ConversationState, standing: Standing, agentId: string): string {
  const { status } = words.conversation;
  switch (standing.kind) {
    case 'mine':
      return status.mine;
    case 'other':
      return status.active(standing.agentName);
    case 'pending':
      return status.pending;
    case 'bot':
      if (handoff?.status === 'resolved') return endLine(handoff, agentId);
      if (handoff?.status === 'offered' || handoff?.status === 'collecting') return status[handoff.status];
      return status.none;
  }
}

/** Why a reply cannot be written now; null when it can. */
export function lockedReason(standing: Standing): string | null {
  const { locked } = words.conversation;
  switch (standing.kind) {
    case 'mine':
      return null;
    case 'other':
      return locked.other(standing.agentName);
    case 'pending':
      return locked.pending;
    case 'bot':
      return locked.bot;
  }
}

/** How a handoff ended, and by whom where an agent ended it. */
export function endLine(
  { endReason, agent }: { endReason: EndReason | null; agent: Agent | null },
  agentId: string,
): string {
  return words.endReason(endReason, agent && (agent.id === agentId ? words.queue.meAsAgent : agent.name));
}
