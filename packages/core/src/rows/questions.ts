import { type Answer, answerIn, type Entry, type OpenQuestion, type Part } from '@batonchat/protocol';
import type { AnyCommand } from '../any-command.js';
import type { OutboxItem } from '../state.js';
import type { LogRows } from './memory.js';

/** What a visitor says that is not in the log yet. A message that failed is only counted where it is an answer. */
export interface Said {
  parts: readonly Part[];
}

const nothing: readonly Said[] = [];

/** What in an outbox answers something, or closes what is asked; the same array while that is nothing. */
export function saidIn(
  outbox: readonly OutboxItem<AnyCommand>[],
  questions: readonly OpenQuestion[] = [],
): readonly Said[] {
  const said = outbox.flatMap(({ command, status }): Said[] =>
    command.type === 'send-message' &&
    ((status === 'sending' && questions.length > 0) || answerIn(command.parts))
      ? [{ parts: command.parts }]
      : [],
  );
  return said.length > 0 ? said : nothing;
}

type Answers = ReadonlyMap<string, Answer>;

/** These answers by the id of the message that they answer, and those that are said besides: who answers first has answered. */
export function withSaid(held: Answers | undefined, said: readonly Said[]): Answers {
  const answers = new Map(held);
  for (const { parts } of said) {
    const answer = answerIn(parts);
    if (answer && !answers.has(answer.messageId)) answers.set(answer.messageId, answer);
  }
  return answers;
}

/** The visitor's answers in a log. Only what came since `grown` is looked at. */
export function answersIn(entries: readonly Entry[], grown: LogRows | undefined): Answers {
  const said: Said[] = [];
  for (const entry of entries.slice(grown?.entries.length))
    if (entry.kind === 'message' && entry.message.author.kind === 'visitor') said.push(entry.message);
  return withSaid(grown?.answers, said);
}

/** The ids of the messages whose questions are open once all that is on its way is said. */
export function openQuestions(
  questions: readonly OpenQuestion[] = [],
  said: readonly Said[],
): ReadonlySet<string> {
  const answered = new Set(said.map(({ parts }) => answerIn(parts)?.messageId));
  const open = questions.filter(
    ({ messageId, type }) => !answered.has(messageId) && (type !== 'choices' || said.length === 0),
  );
  return new Set(open.map(({ messageId }) => messageId));
}
