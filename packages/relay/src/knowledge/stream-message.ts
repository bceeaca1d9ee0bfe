import { setTimeout as wait } from 'node:timers/promises';
import type { BotOutput } from '../bot.js';

/** Lets the time between two pieces of a message pass; resolves or rejects at once when the signal aborts. */
export type Pace = (signal: AbortSignal) => Promise<void>;

const pieceMs = 20;

/** The pace of a bot that is read while it writes: 20 ms a piece. */
export const readingPace: Pace = (signal) => wait(pieceMs, undefined, { signal });

/** With the pace above, the longest answer is written in two seconds. */
const mostPieces = 100;

/** Says a message word by word, then as a whole; says no more once the signal has aborted. */
export async function* streamMessage(
  text: string,
  pace: Pace,
  signal: AbortSignal,
): AsyncGenerator<BotOutput> {
  for (const piece of piecesOf(text)) {
    if (signal.aborted) return;
    yield { type: 'delta', text: piece };
    try {
      await pace(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
  if (!signal.aborted) yield { type: 'message', text };
}

function piecesOf(text: string): string[] {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  const size = Math.ceil(words.length / mostPieces);
  return words.flatMap((_, index) => (index % size === 0 ? [words.slice(index, index + size).join('')] : []));
}
