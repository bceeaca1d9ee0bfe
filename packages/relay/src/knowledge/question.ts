import type { BotHistoryItem } from '../bot.js';
import { smallTalkIn } from './small-talk.js';
import type { ReadTerms } from './terms.js';

/** Every n-th time, a human is offered instead of the same answer. */
const timesUntilOffer = 3;

/** What was asked before counts at most half: it says what "and to Canada?" is about, not what is asked. */
const weightOfContext = 0.5;

const continues = /^\W*(and|or|also|what about|how about|what if|but)\b/i;
const pointsBack = /\b(it|its|they|them|their|that|those|these|this|ones?)\b/i;

/** The terms of a question, each with its weight. */
export type Question = ReadonlyMap<string, number>;

/**
 * The ways to read a message, the likeliest first: as it stands, and, where it leans on what the visitor said
 * before ("and to Canada?", "how long are they valid?"), together with that.
 */
export function readingsOf(
  text: string,
  history: readonly BotHistoryItem[],
  readTerms: ReadTerms,
): [Question, ...Question[]] {
  const terms = readTerms(text);
  const alone: Question = new Map(terms.map((term) => [term, 1]));
  const before = history.findLast((item) => item.author === 'visitor' && !smallTalkIn(item.text));
  const isLeaning = continues.test(text) || pointsBack.test(text);
  if (!before || !isLeaning) return [alone];
  const context = readTerms(before.text);
  const weight = weightOfContext * Math.min(1, terms.length / context.length);
  const together: Question = new Map([...context.map((term): [string, number] => [term, weight]), ...alone]);
  return continues.test(text) ? [together, alone] : [alone, together];
}

/** Whether the visitor asks the same for the third time (or the sixth, ...) since an agent last answered. */
export function isAskedAgain(
  text: string,
  history: readonly BotHistoryItem[],
  readTerms: ReadTerms,
): boolean {
  const keyOf = (question: string) => [...new Set(readTerms(question))].sort().join(' ');
  const key = keyOf(text);
  const sinceAgent = history.slice(history.findLastIndex(({ author }) => author === 'agent') + 1);
  const times = sinceAgent.filter((item) => item.author === 'visitor' && keyOf(item.text) === key).length + 1;
  return key !== '' && times % timesUntilOffer === 0;
}
