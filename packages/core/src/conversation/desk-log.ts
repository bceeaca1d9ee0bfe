import { type DeskState, type DownFrame, evolveDesk, isOfDesk, type Position } from '@batonchat/protocol';
import type { EventsFrame } from './input.js';

/** The desk log of a conversation as an agent holds it: what it folds to, and how far. */
export interface DeskLog {
  position: Position;
  state: DeskState;
}

/** A snapshot replaces what was held. */
export const takeDeskSnapshot = ({
  position,
  state,
}: Extract<DownFrame, { type: 'snapshot'; log: 'desk' }>): DeskLog => ({ position, state });

/** The log after some events: those held already, after a hole, or of another history change nothing. */
export function foldDesk(held: DeskLog, { epoch, events }: EventsFrame): DeskLog {
  if (epoch !== held.position.epoch) return held;
  let { position, state } = held;
  for (const event of events) {
    if (event.seq !== position.seq + 1) continue;
    position = { epoch, seq: event.seq, id: event.id };
    if (isOfDesk(event)) state = evolveDesk(state, event);
  }
  return position === held.position ? held : { position, state };
}
