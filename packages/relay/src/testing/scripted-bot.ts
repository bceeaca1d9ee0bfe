import type { Bot, BotContext, BotOutput, BotTurn } from '../bot.js';

/** A bot that does what the test says, and remembers what it was asked. */
export interface ScriptedBot extends Bot {
  turns: BotTurn[];
  contexts: BotContext[];
  /** How it answers from now on; silent turns of other kinds yield nothing unless `answer` says so. */
  answer: (turn: BotTurn, context: BotContext) => AsyncIterable<BotOutput> | Iterable<BotOutput>;
}

/** Echoes the visitor's messages until told otherwise. */
export function scriptedBot(answer: ScriptedBot['answer'] = echo): ScriptedBot {
  const bot: ScriptedBot = {
    id: 'scripted',
    name: 'Robo',
    turns: [],
    contexts: [],
    answer,
    async *reply(turn, context) {
      bot.turns.push(turn);
      bot.contexts.push(context);
      yield* bot.answer(turn, context);
    },
  };
  return bot;
}

function* echo(turn: BotTurn): Iterable<BotOutput> {
  if (turn.type === 'message') yield { type: 'message', text: `You said: ${turn.text}` };
}
