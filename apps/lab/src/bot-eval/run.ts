/**
 * How good the built-in bot is: every question of `questions.jsonl` is put to it over the demo's articles. It prints,
 * for the questions it was tuned on and for those it was not, each class's recall and precision, what was taken for
 * what, and every miss.
 */
import { fileURLToPath } from 'node:url';
import { createKnowledgeBot } from '@batonchat/relay';
import { ask, type Result } from './ask.js';
import { type Question, readQuestions } from './question.js';
import { columns, confusionOf, isRight, scoreClasses } from './score.js';

const folder = fileURLToPath(new URL('../../../demo/knowledge', import.meta.url));
const bot = createKnowledgeBot({ folder, pace: () => Promise.resolve() });
const questions = readQuestions();

const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(1)}%`).padStart(8);
const wanted = ({ expect, urls }: Question) => [expect, ...(urls ?? [])].join(' ');
const got = ({ outcome, url, confidence }: Result) =>
  [outcome, url, confidence?.toFixed(2)].filter((part) => part != null).join(' ');

for (const set of ['tune', 'held-out'] as const) {
  const results: Result[] = [];
  for (const question of questions.filter((each) => each.set === set)) results.push(await ask(bot, question));

  console.log(`\nKnowledge bot, ${set} set: ${results.length} questions`);
  console.log(
    `${'class'.padEnd(14)}${'recall'.padStart(8)}${'precision'.padStart(11)}${'right'.padStart(10)}`,
  );
  for (const { name, asked, right, recall, precision } of scoreClasses(results))
    console.log(
      `${name.padEnd(14)}${percent(recall)}   ${percent(precision)}${`${right}/${asked}`.padStart(10)}`,
    );

  console.log(`\n${''.padEnd(14)}${columns.map((column) => column.padStart(14)).join('')}`);
  for (const [name, row] of confusionOf(results))
    console.log(
      name.padEnd(14) + columns.map((column) => String(row.get(column) ?? 0).padStart(14)).join(''),
    );

  const misses = results.filter((result) => !isRight(result));
  console.log(misses.length > 0 ? '\nMisses:' : '\nNo misses.');
  for (const result of misses) {
    const { question } = result;
    const said = question.after ? `${question.after} > ${question.question}` : question.question;
    console.log(`  [${question.class}] ${said}\n    wanted ${wanted(question)}, got ${got(result)}`);
  }
}
