import type { AgentPart, Author, BotCommand, OutboxDraft, Refusal, Signal } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { mintId } from '../mint-id.js';
import type { MemoryConversation } from './conversation.js';
import { runTurn, type ScriptedBot } from './scripted-bot.js';

type BotTurnRow = Extract<OutboxDraft, { kind: 'bot-turn' }>;

/** What a lane needs of the relay that it belongs to. */
export interface BotLaneOptions {
  clock: Clock;
  bot: ScriptedBot | undefined;
  greeting: string | readonly AgentPart[] | undefined;
  commit(id: string, command: BotCommand): { refusal: Refusal } | object;
  signal(signal: Signal): void;
  isOver(): boolean;
}

/** A bot as it is seen on its messages. */
export type BotAuthor = Author & { kind: 'bot' };

/**
 * The bot's turns in one conversation, one after the other: a turn waits for those before it, also for one that
 * is not due yet. Returns the way to add a turn.
 */
export function createBotLane(
  conversation: MemoryConversation,
  options: BotLaneOptions,
): (row: BotTurnRow) => void {
  const { clock, bot, greeting, commit } = options;
  const progress = { answeredSeq: 0 };
  let last = Promise.resolve();

  const until = (dueAt: number) =>
    new Promise<void>((resolve) => {
      const ms = dueAt - clock.monotonic();
      if (ms > 0) clock.after(ms, resolve);
      else resolve();
    });

  async function take(row: BotTurnRow) {
    const { turn, ownership } = row.body;
    if (options.isOver()) return;
    if (turn === 'started' && greeting) {
      const parts: AgentPart[] =
        typeof greeting === 'string' ? [{ type: 'text', text: greeting }] : [...greeting];
      commit(mintId(), { type: 'answer', ownership, parts, handoff: null });
    }
    if ((turn !== 'message' && turn !== 'answer') || !bot) return;
    try {
      await runTurn(bot, conversation, row, options, progress);
    } catch (error) {
      console.error('Baton: the scripted bot threw; its turn is over.', error);
    }
  }

  return (row) => {
    const dueAt = clock.monotonic() + row.dueInMs;
    last = last.then(() => until(dueAt)).then(() => take(row));
  };
}
