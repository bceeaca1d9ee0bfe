import { setTimeout as wait } from 'node:timers/promises';
import type { AgentPart } from '@batonchat/protocol';
import type { BotOutput } from '../bot.js';

/**
 * Lets the time before a piece of a message pass, the first being piece 0; resolves or rejects at once when the
 * signal aborts.
 */
export type Pace = (signal: AbortSignal, piece: number) => Promise<void>;

const pieceMs = 20;

/** An answer that is there before the eye has left the question reads as canned: it is seen typing first. */
const firstPieceMs = 600;

/** The pace of a bot that is read while it writes: a moment first, then 20 ms a piece. */
export const readingPace: Pace = (signal, piece) =>
  wait(piece === 0 ? firstPieceMs : pieceMs, undefined, { signal });

/** With the pace above, the longest answer is written in two seconds. */
const mostPieces = 100;

/** Says a message word by word, then as a whole with its `parts`; says no more once the signal has aborted. */
export async function* streamMessage(
  text: string,
  pace: Pace,
  signal: AbortSignal,
  parts: readonly AgentPart[] = [],
): AsyncGenerator<BotOutput> {
  for (const [index, piece] of piecesOf(text).entries()) {
    try {
      await pace(signal, index);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (signal.aborted) return;
    yield { type: 'delta', text: piece };
  }
  yield parts.length > 0 ? { type: 'message', text, parts } : { type: 'message', text };
}

function piecesOf(text: string): string[] {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  const size = Math.ceil(words.length / mostPieces);
  return words.flatMap((_, index) => (index % size === 0 ? [words.slice(index, index + size).join('')] : []));
}
