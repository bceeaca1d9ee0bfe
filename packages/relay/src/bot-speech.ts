import type { Author, BotHandoff, Signal } from '@batonchat/protocol';
import type { BotOutput } from './bot.js';
import { sayable } from './bot-sayable.js';
import type { Hub } from './hub.js';
import type { Logger } from './logger.js';

/** One turn's standing in its conversation. */
export interface Speech {
  siteId: string;
  conversationId: string;
  author: Author & { kind: 'bot' };
  /** The counter that the turn was given: whoever owns the conversation under another one has the word. */
  ownership: number;
  /** Grows each time the turn is run again. */
  attempt: number;
  /** The same for the nth message each time the turn is run, so that it is stored once. */
  messageId(index: number): string;
  /** Aborted when the answer is no longer wanted. */
  signal: AbortSignal;
}

/**
 * Turns what a bot says into signals and commands. A whole message waits for the next output, since a handoff that
 * follows it commits together with it. Resolves when nothing more may be said; rejects with the signal's reason
 * when it is aborted, at once even if the bot does not notice, and when the store or the bot is at fault.
 */
export async function speak(
  outputs: AsyncIterable<BotOutput>,
  speech: Speech,
  { hub, sendSignal, log }: { hub: Hub; sendSignal(signal: Signal): void; log: Logger },
): Promise<void> {
  const { siteId, conversationId, author, ownership, attempt, messageId } = speech;
  let index = 0;
  let offset = 0;
  let held: Extract<BotOutput, { type: 'message' }> | null = null;

  async function commit(handoff: BotHandoff | null): Promise<boolean> {
    const parts = held === null ? null : sayable(held, log);
    held = null;
    offset = 0;
    if (parts === null && handoff === null) return true;
    const outcome = await hub.submit(siteId, conversationId, {
      id: messageId(index),
      actor: author,
      command: { type: 'answer', ownership, parts, handoff },
    });
    index += 1;
    speech.signal.throwIfAborted();
    if ('events' in outcome) return true;
    const { code, message } = outcome.refusal;
    if (code === 'unavailable' || code === 'knowledge-not-searched' || code === 'invalid')
      throw new Error(message);
    return false;
  }

  for await (const output of untilAborted(outputs, speech.signal)) {
    if (output.type === 'offer' || output.type === 'handoff') {
      const goesOn = await commit(handoffOf(output));
      if (output.type === 'handoff' || !goesOn) return;
      continue;
    }
    if (held !== null && !(await commit(null))) return;
    if (output.type === 'message') held = output;
    else {
      const { text } = output;
      sendSignal({ type: 'message-delta', messageId: messageId(index), attempt, ownership, offset, text });
      offset += text.length;
    }
  }
  await commit(null);
}

async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {});
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a bot that hangs would hold the lane for as long as it does.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

const handoffOf = (output: Extract<BotOutput, { type: 'offer' | 'handoff' }>): BotHandoff => ({
  type: output.type,
  reason: output.reason,
  summary: output.type === 'handoff' ? (output.summary ?? null) : null,
  confidence: output.confidence ?? null,
  searchedKnowledge: output.searchedKnowledge ?? false,
});
