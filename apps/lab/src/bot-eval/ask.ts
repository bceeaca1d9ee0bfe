import { asksForHuman } from '@batonchat/protocol';
import type { Bot, BotHistoryItem } from '@batonchat/relay';
import type { Outcome, Question } from './question.js';

/** What came of one question. */
export interface Result {
  question: Question;
  outcome: Outcome;
  /** The article that the answer links to. */
  url: string | null;
  /** As the bot gave it with an offer. */
  confidence: number | null;
}

/** Puts a question as a conversation would: the phrase matcher hears it first, the bot answers what is left. */
export async function ask(bot: Bot, question: Question): Promise<Result> {
  const history: BotHistoryItem[] = [];
  if (question.after) {
    const { text } = await reply(bot, question.after, history);
    history.push({ author: 'visitor', text: question.after }, { author: 'bot', text });
  }
  const none = { question, url: null, confidence: null };
  if (asksForHuman(question.question)) return { ...none, outcome: 'handoff' };
  const { text, handoff, confidence } = await reply(bot, question.question, history);
  if (handoff) return { ...none, outcome: handoff, confidence };
  const url = /\n\n\[[^\n]*\]\(([^)]*)\)$/.exec(text)?.[1] ?? null;
  return { ...none, outcome: url ? 'answer' : 'reply', url };
}

async function reply(bot: Bot, text: string, history: readonly BotHistoryItem[]) {
  const context = { conversationId: 'lab', locale: 'en', history, signal: new AbortController().signal };
  let said = '';
  let handoff: 'offer' | 'handoff' | null = null;
  let confidence: number | null = null;
  for await (const output of bot.reply({ type: 'message', text }, context)) {
    if (output.type === 'message') said = output.text;
    if (output.type !== 'offer' && output.type !== 'handoff') continue;
    handoff = output.type;
    confidence = output.confidence ?? null;
  }
  return { text: said, handoff, confidence };
}
