import { type Author, typingMs, typingRepeatMs } from '@batonchat/protocol';
import type { Clock } from '../clock.js';

/** Tells the others that this participant types, no more often than is needed. */
export interface TypingSender {
  set(isTyping: boolean): void;
  /** What was typed is sent: the message itself ends the typing. */
  reset(): void;
}

/** A throttle: `true` goes out at most once in `typingRepeatMs`, `false` only after a `true`. */
export function createTypingSender(clock: Clock, send: (isTyping: boolean) => void): TypingSender {
  let saidAt: number | null = null;
  return {
    set(isTyping) {
      const now = clock.monotonic();
      if (isTyping && saidAt !== null && now - saidAt < typingRepeatMs) return;
      if (!isTyping && saidAt === null) return;
      saidAt = isTyping ? now : null;
      send(isTyping);
    },
    reset() {
      saidAt = null;
    },
  };
}

/** Forgets the typing of others that is not repeated. */
export interface TypingExpiry {
  expect(author: Author): void;
  stop(): void;
}

/** Calls `onOver` for an author `typingMs` after the last `expect`. */
export function createTypingExpiry(clock: Clock, onOver: (author: Author) => void): TypingExpiry {
  const cancels = new Map<string, () => void>();
  return {
    expect(author) {
      cancels.get(author.id)?.();
      const over = () => {
        cancels.delete(author.id);
        onOver(author);
      };
      cancels.set(author.id, clock.after(typingMs, over));
    },
    stop() {
      for (const cancel of cancels.values()) cancel();
      cancels.clear();
    },
  };
}
