import type { Result } from './ask.js';
import type { Outcome } from './question.js';

/** How one class of questions came out. */
export interface ClassScore {
  name: string;
  asked: number;
  right: number;
  /** The share of its questions that came out as expected, with a right article where one was expected. */
  recall: number;
  /**
   * How far the class's usual outcome can be trusted: of all offers, the share that was due; of all handoffs, the
   * same; of the answers given to this class, the share that came from a right article. Null when there were none.
   */
  precision: number | null;
}

/** What a question came out as; an answer from another article than expected is a column of its own. */
export type Column = 'right answer' | 'wrong answer' | Exclude<Outcome, 'answer'>;

export const columns: readonly Column[] = ['right answer', 'wrong answer', 'offer', 'handoff', 'reply'];

/** Whether the outcome is the expected one, and an answer's article one of the expected ones. */
export const isRight = ({ question, outcome, url }: Result): boolean =>
  outcome === question.expect && (outcome !== 'answer' || (question.urls ?? []).includes(url ?? ''));

/** Scores each class of questions, in the order they first appear. */
export function scoreClasses(results: readonly Result[]): ClassScore[] {
  return classesOf(results).map((name) => {
    const own = results.filter(({ question }) => question.class === name);
    const right = own.filter(isRight).length;
    const outcome = usualOutcome(own);
    const alike = (outcome === 'answer' ? own : results).filter((each) => each.outcome === outcome);
    const due = alike.filter((each) =>
      outcome === 'answer' ? isRight(each) : each.question.expect === outcome,
    );
    const precision = alike.length === 0 ? null : due.length / alike.length;
    return { name, asked: own.length, right, recall: right / own.length, precision };
  });
}

/** Rows are classes, columns what they came out as. */
export function confusionOf(results: readonly Result[]): Map<string, Map<Column, number>> {
  const table = new Map(
    classesOf(results).map((name) => [name, new Map(columns.map((column) => [column, 0]))] as const),
  );
  for (const result of results) {
    const row = table.get(result.question.class);
    const column = columnOf(result);
    row?.set(column, (row.get(column) ?? 0) + 1);
  }
  return table;
}

const columnOf = (result: Result): Column => {
  if (result.outcome !== 'answer') return result.outcome;
  return isRight(result) ? 'right answer' : 'wrong answer';
};

const classesOf = (results: readonly Result[]) => [...new Set(results.map(({ question }) => question.class))];

/** Most of a class expects the same; a class that mixes ("not-human") is judged by what most of it expects. */
function usualOutcome(results: readonly Result[]): Outcome {
  const counts = new Map<Outcome, number>();
  for (const { question } of results) counts.set(question.expect, (counts.get(question.expect) ?? 0) + 1);
  const [[most] = ['reply' as const]] = [...counts].sort(([, one], [, other]) => other - one);
  return most;
}
