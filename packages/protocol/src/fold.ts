/** The one fold of a shared log, used by both ends. */
import type { Position, SharedEvent } from './event.js';
import type { Message } from './message.js';
import { type ConversationState, evolve, initialState } from './state.js';

/** The events that are shown as a line of the log, in the reader's language. */
export type Notice = Extract<
  SharedEvent,
  {
    type:
      | 'handoff-offered'
      | 'handoff-declined'
      | 'handoff-requested'
      | 'contact-left'
      | 'handoff-claimed'
      | 'handoff-requeued'
      | 'handoff-transferred'
      | 'handoff-resolved'
      | 'handoff-resumed';
  }
>;

/** One row of a log as it stands now: a message, or an event that is shown as a line. `seq` is its event's. */
export type Entry =
  | { kind: 'message'; seq: number; id: string; at: number; message: Message }
  | { kind: 'notice'; seq: number; id: string; at: number; notice: Pick<Notice, 'type' | 'body'> };

/** A conversation as one reader holds it: its newest entries, oldest first, and the state at `position`. */
export interface Conversation {
  id: string;
  position: Position;
  state: ConversationState;
  entries: readonly Entry[];
  /** There are entries before the first one held. */
  hasOlder: boolean;
}

/** A conversation of which a reader holds nothing yet, in the history that `epoch` names. */
export const emptyConversation = (id: string, epoch: string): Conversation => ({
  id,
  position: { epoch, seq: 0, id: '' },
  state: initialState,
  entries: [],
  hasOlder: false,
});

/** The row that an event is shown as, or null where it is not shown. */
export function entryOf(event: SharedEvent): Entry | null {
  const { seq, id, at, type } = event;
  switch (type) {
    case 'message-added':
      return { kind: 'message', seq, id: event.body.message.id, at, message: event.body.message };
    case 'handoff-requested':
      return event.body.by === 'agent' ? null : { kind: 'notice', seq, id, at, notice: noticeOf(event) };
    case 'handoff-offered':
    case 'handoff-declined':
    case 'contact-left':
    case 'handoff-claimed':
    case 'handoff-requeued':
    case 'handoff-transferred':
    case 'handoff-resolved':
    case 'handoff-resumed':
      return { kind: 'notice', seq, id, at, notice: noticeOf(event) };
    default:
      return null;
  }
}

const noticeOf = (event: Notice) => ({ type: event.type, body: event.body }) as Pick<Notice, 'type' | 'body'>;

/**
 * The conversation after one event. An event that is held already, or that leaves a hole before it, changes
 * nothing: compare `position.seq` to know. An unknown type moves the position and nothing else.
 */
export function applyEvent(conversation: Conversation, event: SharedEvent): Conversation {
  const { position } = conversation;
  if (event.seq !== position.seq + 1) return conversation;
  const entry = entryOf(event);
  return {
    ...conversation,
    position: { epoch: position.epoch, seq: event.seq, id: event.id },
    state: evolve(conversation.state, event),
    entries: entry ? [...conversation.entries, entry] : conversation.entries,
  };
}

/** As `applyEvent`, for many events as one batch. */
export function applyEvents(conversation: Conversation, events: readonly SharedEvent[]): Conversation {
  let { position, state } = conversation;
  const added: Entry[] = [];
  for (const event of events) {
    if (event.seq !== position.seq + 1) continue;
    position = { epoch: position.epoch, seq: event.seq, id: event.id };
    state = evolve(state, event);
    const entry = entryOf(event);
    if (entry) added.push(entry);
  }
  if (position === conversation.position) return conversation;
  const entries = added.length > 0 ? conversation.entries.concat(added) : conversation.entries;
  return { ...conversation, position, state, entries };
}
