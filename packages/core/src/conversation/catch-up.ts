import type { Position } from '@batonchat/protocol';
import type { Clock } from '../clock.js';

/** Asks for what follows a position, but not twice for the same while an answer may be under way. */
export interface CatchUp {
  ask(position: Position): void;
  /** What was asked on an earlier connection will not be answered. */
  reset(): void;
}

const answerWithinMs = 5000;

/** Nothing is asked at first. */
export function createCatchUp(clock: Clock, send: (position: Position) => void): CatchUp {
  let asked: { position: Position; at: number } | null = null;
  return {
    ask(position) {
      const now = clock.now();
      if (asked?.position === position && Math.abs(now - asked.at) < answerWithinMs) return;
      asked = { position, at: now };
      send(position);
    },
    reset() {
      asked = null;
    },
  };
}
