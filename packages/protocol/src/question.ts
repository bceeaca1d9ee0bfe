/** What waits for the visitor's answer, folded from the log: relay, tabs and reloads agree on it. */
import type { Answer } from './answer.js';
import { limits } from './limits.js';
import type { Message, Part } from './message.js';
import type { Card, CardAction } from './part.js';

/** A message that asks something and is not answered yet. Choices are over with the next thing that a visitor says. */
export interface OpenQuestion {
  messageId: string;
  type: 'choices' | 'form' | 'rating';
}

/** The answer that a message is, or null where it is none: of all parts, answers alone name a message. */
export function answerIn(parts: readonly { type: string }[]): Answer | null {
  const [part] = parts;
  return part && 'messageId' in part ? (part as Answer) : null;
}

/** The choices among the actions of cards. */
export const choicesOf = (cards: readonly Card[]): Extract<CardAction, { type: 'choice' }>[] =>
  cards.flatMap(({ actions = [] }) => actions.filter((action) => action.type === 'choice'));

/** What these parts ask of the visitor, or null where they ask nothing. */
export function questionIn(parts: readonly Part[]): OpenQuestion['type'] | null {
  for (const part of parts) {
    const { type } = part;
    if (type === 'choices' || type === 'form' || type === 'rating') return type;
    const cards = type === 'card' ? [part] : type === 'carousel' ? part.cards : [];
    if (choicesOf(cards).length > 0) return 'choices';
  }
  return null;
}

/** The open questions after a message. The same array where nothing changes. */
export function questionsAfter(
  open: readonly OpenQuestion[],
  { id: messageId, author, parts }: Message,
): readonly OpenQuestion[] {
  if (author.kind !== 'visitor') {
    const type = questionIn(parts);
    return type === null ? open : [...open, { messageId, type }].slice(-limits.openQuestions);
  }
  const answered = answerIn(parts)?.messageId;
  const left = open.filter((each) => each.type !== 'choices' && each.messageId !== answered);
  return left.length === open.length ? open : left;
}

const asked: Record<Answer['type'], OpenQuestion['type']> = {
  choice: 'choices',
  'form-answer': 'form',
  'rating-answer': 'rating',
};

/** True where the question that is answered waits for such an answer. */
export const isAsked = (open: readonly OpenQuestion[], answer: Answer): boolean =>
  open.some(({ messageId, type }) => messageId === answer.messageId && type === asked[answer.type]);
