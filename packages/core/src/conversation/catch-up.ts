import type { Position } from '@batonchat/protocol';
import type { Clock } from '../clock.js';

/** Asks for what follows a position, but not twice for the same while an answer may be under way. */
export interface CatchUp {
  ask(position: Position): void;
  /** True while what follows this very position is asked for. */
  isAsking(position: Position): boolean;
  /** What was asked on an earlier connection will not be answered. */
  reset(): void;
}

const answerWithinMs = 5000;

/** Nothing is asked at first. */
export function createCatchUp(clock: Clock, send: (position: Position) => void): CatchUp {
  let asked: { position: Position; at: number } | null = null;
  return {
    ask(position) {
      const now = clock.monotonic();
      if (asked?.position === position && now - asked.at < answerWithinMs) return;
      asked = { position, at: now };
      send(position);
    },
    isAsking: (position) => asked?.position === position,
    reset() {
      asked = null;
    },
  };
}
