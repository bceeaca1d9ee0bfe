import type { Conversation, Position } from '@batonchat/protocol';
import type { EventsFrame, SharedSnapshot } from './input.js';

/**
 * True when events, once folded, show that the log goes on beyond what is held: a hole, a further page, or a
 * history that is not the one held. Then the relay is to be asked for what follows `position`.
 */
export function isBehind(position: Position, frame: Pick<EventsFrame, 'epoch' | 'head' | 'events'>): boolean {
  return (
    frame.epoch !== position.epoch ||
    frame.head > position.seq ||
    frame.events.some((event) => event.seq === position.seq && event.id !== position.id)
  );
}

/** True when a snapshot shows that what was held is no part of the relay's history any more. */
export function isReplacedBy(held: Conversation, snapshot: SharedSnapshot): boolean {
  const { position, replaces } = snapshot;
  if (replaces?.conversationId === held.id && replaces.position.id === held.position.id) return true;
  if (position.epoch !== held.position.epoch) return true;
  if (snapshot.conversationId !== held.id) return false;
  if (position.seq < held.position.seq) return true;
  if (position.seq === held.position.seq && position.id !== held.position.id) return true;
  const idAt = new Map(snapshot.entries.map((entry) => [entry.seq, entry.id]));
  return held.entries.some((entry) => idAt.has(entry.seq) && idAt.get(entry.seq) !== entry.id);
}
