import type { Clock } from '../clock.js';

/** High-water marks in the shared log. */
export interface Marks {
  deliveredSeq: number;
  readSeq: number;
}

/** Tells the relay of marks while the connection is open. */
export interface ReceiptSender {
  /** The marks as they are now. */
  follow(marks: Marks): void;
  begin(): void;
  pause(): void;
}

const coalesceMs = 150;
const unmarked: Marks = { deliveredSeq: 0, readSeq: 0 };

/** Tells the relay how far this device has received and its owner has read: changed marks, at most one frame each `coalesceMs`. */
export function createReceiptSender(clock: Clock, send: (marks: Marks) => boolean): ReceiptSender {
  let marks = unmarked;
  let sent = unmarked;
  let isOpen = false;
  let cancel: (() => void) | null = null;

  const isDue = () => marks.deliveredSeq > sent.deliveredSeq || marks.readSeq > sent.readSeq;
  const schedule = () => {
    if (!isOpen || cancel || !isDue()) return;
    cancel = clock.after(coalesceMs, () => {
      cancel = null;
      if (isOpen && isDue() && send(marks)) sent = marks;
    });
  };

  return {
    follow(given) {
      // Marks fall only when the history was replaced, and then the relay has none of ours either.
      if (given.deliveredSeq < marks.deliveredSeq) sent = unmarked;
      marks = given;
      schedule();
    },
    begin() {
      isOpen = true;
      // What the last connection was given to carry may have been lost with it.
      sent = unmarked;
      schedule();
    },
    pause() {
      isOpen = false;
      cancel?.();
      cancel = null;
    },
  };
}
