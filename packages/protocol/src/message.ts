import * as v from 'valibot';
import { choiceAnswer, formAnswer, ratingAnswer } from './answer.js';
import { formPart, ratingPart } from './form.js';
import { limits } from './limits.js';
import {
  cardPart,
  carouselPart,
  choicesPart,
  filePart,
  imagePart,
  textPart,
  uploadedImagePart,
} from './part.js';
import { answerIn, questionIn } from './question.js';
import { id, text } from './text.js';

/**
 * Who said something. Frozen on each message, so that old lines never change their face when an agent is
 * renamed or leaves. `name` is null for a visitor who has not said it.
 */
export const author = v.object({
  kind: v.picklist(['visitor', 'bot', 'agent']),
  id,
  name: v.nullable(text(limits.nameCharacters)),
  avatarUrl: v.nullable(text(limits.urlCharacters)),
});
/** Who said something: a visitor, the bot or an agent. */
export type Author = v.InferOutput<typeof author>;

/** A human who answers, as a visitor may see them. */
export const agent = v.object({
  id,
  name: text(limits.nameCharacters),
  avatarUrl: v.nullable(text(limits.urlCharacters)),
});
/** A human who answers. */
export type Agent = v.InferOutput<typeof agent>;

/** What is said by those who may ask for an answer. */
const agentPart = [
  textPart,
  imagePart,
  filePart,
  choicesPart,
  cardPart,
  carouselPart,
  formPart,
  ratingPart,
] as const;

/** One typed piece of a message. A reader shows a quiet fallback for a type that it does not know. */
export const part = v.variant('type', [...agentPart, choiceAnswer, formAnswer, ratingAnswer]);
/** One typed piece of a message. */
export type Part = v.InferOutput<typeof part>;

/** What a message consists of: one part at least, `limits.partsPerMessage` at most. */
const parts = v.pipe(v.array(part), v.minLength(1), v.maxLength(limits.partsPerMessage));

/** What a visitor may say. An answer stands alone; a picture is one that was uploaded. */
export const visitorParts = v.pipe(
  v.array(v.variant('type', [textPart, uploadedImagePart, filePart, choiceAnswer, formAnswer, ratingAnswer])),
  v.minLength(1),
  v.maxLength(limits.partsPerMessage),
  v.check(
    (said) => said.length === 1 || said.every((each) => answerIn([each]) === null),
    'An answer is a message of its own.',
  ),
);

/** What an agent or a bot may say. One part at most asks for an answer, since an answer names the message. */
export const agentParts = v.pipe(
  v.array(v.variant('type', agentPart)),
  v.minLength(1),
  v.maxLength(limits.partsPerMessage),
  v.check(
    (said) => said.filter((each) => questionIn([each]) !== null).length < 2,
    'Asks twice: one message asks for one answer.',
  ),
);
/** A part that an agent or a bot may say. */
export type AgentPart = v.InferOutput<typeof agentParts>[number];

/** Something said. Its id is minted by whoever said it and stays the same for life. */
export const message = v.object({ id, author, parts });
/** Something said, by whom. */
export type Message = v.InferOutput<typeof message>;

/** How a visitor can be reached when the chat is over. At least one of name, email and message is filled. */
export const contact = v.pipe(
  v.object({
    name: text(limits.nameCharacters),
    email: v.pipe(
      text(limits.emailCharacters),
      v.check((value) => value === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), 'Is no email address.'),
    ),
    message: text(limits.messageCharacters),
  }),
  v.check((value) => `${value.name}${value.email}${value.message}`.trim() !== '', 'Is empty.'),
);
/** How a visitor can be reached; what is not filled is empty text. */
export type Contact = v.InferOutput<typeof contact>;
