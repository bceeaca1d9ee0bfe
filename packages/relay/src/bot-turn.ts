/**
 * One turn of the bot: it speaks under the ownership that its row was written with. Pieces of a message go out
 * as signals while it is written; what counts is the command at its end, which the hub refuses when the owner
 * has changed. A message's id derives from the turn and its place in it, so a turn that is run again upserts.
 */
import type { Author, Signal } from '@batonchat/protocol';
import type { Bot } from './bot.js';
import { speak } from './bot-speech.js';
import { bodyOf, gatherThrough, readTurn } from './bot-turn-input.js';
import { createBotTyping } from './bot-typing.js';
import type { Hub } from './hub.js';
import type { Logger } from './logger.js';
import type { OutboxRow } from './outbox/rows.js';
import type { OutboxRunner } from './outbox/worker.js';
import type { Store } from './store/open-store.js';

const defaultTurnLimitMs = 60_000;

/** The bot could not answer, and nobody may wait on a promise that no one holds: a human is offered. */
const apology = 'Sorry, I can’t answer right now. Would you like to talk to a human?';

/** The runner of the bot's turns. `close` ends its typing and its listening; turns under way end by their signal. */
export interface BotTurns extends OutboxRunner {
  close(): void;
}

/** Must be made before whoever publishes: what a claim silences must be silent before the claim is heard of. */
export function createBotTurns(options: {
  bot: Bot;
  hub: Hub;
  store: Store;
  log: Logger;
  sendSignal(conversationId: string, from: Author, signal: Signal): void;
  /** After this long a turn has failed. Default 60 s. */
  turnLimitMs?: number;
}): BotTurns {
  const { bot, hub, store, log, sendSignal, turnLimitMs = defaultTurnLimitMs } = options;
  const author = { kind: 'bot', id: bot.id, name: bot.name, avatarUrl: null } as const;
  const running = new Map<string, { ownership: number; silence(): void }>();
  const typing = createBotTyping({
    hub,
    signal: (conversationId, isTyping) => sendSignal(conversationId, author, { type: 'typing', isTyping }),
  });

  const unfollow = hub.onCommit(({ record }) => {
    const turn = running.get(record.id);
    if (turn && turn.ownership !== record.state.ownership) turn.silence();
  });

  async function run(row: OutboxRow, stop: AbortSignal): Promise<void> {
    const { conversationId } = row;
    const { turn: type, ownership } = bodyOf(row);
    const ending = new AbortController();
    let isSilenced = false;
    const silence = () => {
      isSilenced = true;
      ending.abort();
    };
    // Before the record is read: a claim in between must be noticed.
    running.set(conversationId, { ownership, silence });
    stop.addEventListener('abort', () => ending.abort(stop.reason));
    const limit = setTimeout(
      () => ending.abort(new DOMException(`The bot took longer than ${turnLimitMs} ms.`, 'TimeoutError')),
      turnLimitMs,
    );
    try {
      stop.throwIfAborted();
      const record = await hub.record(conversationId);
      if (record?.state.ownership !== ownership) return;
      const through = await gatherThrough(store, row);
      if (type !== 'handoff-ended') typing.begin(conversationId, { ownership, through });
      const { turn, history } = await readTurn(store, row, through, record);
      const { signal } = ending;
      const { locale } = record.state;
      await speak(
        bot.reply(turn, { conversationId, locale, history, signal }),
        {
          siteId: row.siteId,
          conversationId,
          author,
          ownership,
          attempt: row.attempts,
          messageId: (index) => `bot.${through}.${index}`,
          signal,
        },
        { hub, log, sendSignal: (each) => sendSignal(conversationId, author, each) },
      );
      typing.end(conversationId, through);
    } catch (error) {
      if (!isSilenced) throw error;
    } finally {
      clearTimeout(limit);
      running.delete(conversationId);
    }
  }

  return {
    run,
    async onDead(row) {
      const { turn, ownership, through = row.seq } = bodyOf(row);
      // Nobody asked anything in the other turns.
      if (turn === 'message' || turn === 'answer') {
        const outcome = await hub.submit(row.siteId, row.conversationId, {
          id: `bot.${row.seq}.failed`,
          actor: author,
          command: {
            type: 'answer',
            ownership,
            parts: [{ type: 'text', text: apology }],
            handoff: {
              type: 'offer',
              reason: 'rule',
              summary: null,
              confidence: null,
              searchedKnowledge: false,
            },
          },
        });
        if ('refusal' in outcome && outcome.refusal.code === 'unavailable')
          throw new Error(outcome.refusal.message);
      }
      typing.end(row.conversationId, through);
    },
    close() {
      unfollow();
      typing.close();
    },
  };
}
