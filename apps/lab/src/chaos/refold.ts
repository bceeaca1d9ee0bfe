/** The whole log folded once more, from its first event, by the protocol's own fold. */
import {
  applyEvent,
  type Conversation,
  type ConversationState,
  type DeskState,
  emptyConversation,
  evolveDesk,
  initialDeskState,
  isOfDesk,
  type LogEvent,
  upcast,
} from '@batonchat/protocol';
import type { StoredEvent } from './places.js';

/** One conversation as its stored log tells it. */
export interface Refolded {
  shared: Conversation;
  desk: DeskState;
  /** Both logs, each in its order. */
  events: LogEvent[];
  /** What is wrong with the log itself: an owner that does not go with the handoff, a word of the bot while an agent has it. */
  wrong: string[];
}

/** Every stored conversation by its id. */
export function refold(stored: readonly StoredEvent[]): Map<string, Refolded> {
  const all = new Map<string, Refolded>();
  for (const { conversationId, seq, id, v, at, causedBy, type, body } of stored) {
    const event = upcast({ seq, id, v, at, causedBy, type, body });
    const held = all.get(conversationId) ?? {
      shared: emptyConversation(conversationId, ''),
      desk: initialDeskState,
      events: [],
      wrong: [],
    };
    all.set(conversationId, held);
    held.events.push(event);
    if (isOfDesk(event)) {
      held.desk = evolveDesk(held.desk, event);
      continue;
    }
    if (event.type === 'message-added' && event.body.message.author.kind === 'bot') {
      const { owner } = held.shared.state;
      if (owner.kind === 'agent')
        held.wrong.push(`the bot speaks at ${event.seq} of ${conversationId}, which ${owner.agent.name} has`);
    }
    held.shared = applyEvent(held.shared, event);
    const wrong = wronglyOwned(held.shared.state);
    if (wrong) held.wrong.push(`${wrong} at ${event.seq} of ${conversationId}`);
  }
  return all;
}

/** An agent has the word exactly while the handoff is active. What is otherwise, or null. */
export function wronglyOwned({ owner, handoff }: ConversationState): string | null {
  const status = handoff?.status ?? 'none';
  if ((owner.kind === 'agent') !== (status === 'active'))
    return `${owner.kind} owns a handoff that is ${status}`;
  return owner.kind === 'agent' && owner.agent.id !== handoff?.agent?.id
    ? 'two agents own one handoff'
    : null;
}
