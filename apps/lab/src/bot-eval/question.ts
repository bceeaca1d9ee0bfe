import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a bot can make of a message: an article's words, an offer of a human, a handoff, or a line of its own. */
export type Outcome = 'answer' | 'offer' | 'handoff' | 'reply';

/** One line of `questions.jsonl`. */
export interface Question {
  /**
   * The bot and its articles are tuned on `tune` only; what they are worth on new questions shows on `held-out`.
   * One hand wrote articles and questions, so strangers' questions may fare worse than either.
   */
  set: 'tune' | 'held-out';
  class: 'answerable' | 'paraphrased' | 'follow-up' | 'out-of-scope' | 'human' | 'not-human' | 'small-talk';
  question: string;
  /** What the visitor asked before, where the question leans on it. */
  after?: string;
  expect: Outcome;
  /** The articles that answer it: any of them is right. */
  urls?: string[];
}

/** Reads the questions that lie beside this file's source. */
export function readQuestions(): Question[] {
  const file = fileURLToPath(new URL('../../src/bot-eval/questions.jsonl', import.meta.url));
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Question);
}
