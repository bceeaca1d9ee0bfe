import { type AgentPart, asksForHuman } from '@batonchat/protocol';
import type { Bot, BotContext, BotOutput } from '../bot.js';
import type { Article } from './article.js';
import { everydayWords } from './everyday-words.js';
import { excerptOf } from './excerpt.js';
import { createKnowledgeIndex, type Finding, type KnowledgeIndex } from './knowledge-index.js';
import { greetingOf, lines, offerQuestion, skillsOf, smallTalkLines } from './lines.js';
import { isAskedAgain, readingsOf } from './question.js';
import { readArticles } from './read-articles.js';
import { besidesHumans, namesHuman, smallTalkIn } from './small-talk.js';
import { type Pace, readingPace, streamMessage } from './stream-message.js';
import { createReadTerms } from './terms.js';

/** What {@link createKnowledgeBot} answers from, and how it speaks. */
export interface KnowledgeBotOptions {
  /** A folder of Markdown articles with front matter (`title`, `url`, and what else {@link Article} names). */
  folder?: string;
  /** Articles from elsewhere, besides those of the folder. */
  articles?: readonly Article[];
  /** The name on the bot's messages; "Baton" unless given. */
  name?: string;
  /** The first message, Markdown. By default the bot says what it is, what it can help with, and how to get a human. */
  greeting?: string;
  /** Questions that the first message suggests, ten at most: a press asks them. None unless given. */
  suggestions?: readonly string[];
  /** Groups of words that mean the same here, besides those of everyday English. */
  synonyms?: readonly (readonly string[])[];
  /** The confidence, 0 to 1, from which it answers; below it, it offers a human; 0.51 unless given. */
  minConfidence?: number;
  /** The time before each piece of a message; 600 ms before the first and 20 ms between two, unless given. */
  pace?: Pace;
}

/**
 * From here on the bot answers. Confidence is the share of the question that the article speaks about, rare words
 * counting most: more than half must be there. Chosen by the evaluation's tuning set.
 */
const minConfidence = 0.51;

/** From here on it names the nearest page when it offers a human: a help to some, and no claim to be the answer. */
const minConfidenceToName = 0.35;

/**
 * The built-in bot: it answers from a knowledge base of Markdown articles in their own words, with a link to its
 * source, and offers a human when it searched and found nothing good enough. It needs no key, asks no one, and
 * makes nothing up. English. The articles are read once, when it is made, and indexed once the relay is open.
 *
 * @throws ConfigError when the folder cannot be read or an article is broken; it names the file and the remedy.
 * @example
 * createRelay({ bot: createKnowledgeBot({ folder: 'knowledge', name: 'Fern' }) });
 */
export function createKnowledgeBot(options: KnowledgeBotOptions): Bot {
  const articles = [...(options.folder ? readArticles(options.folder) : []), ...(options.articles ?? [])];
  const readTerms = createReadTerms([...everydayWords, ...(options.synonyms ?? [])]);
  let making: Promise<KnowledgeIndex> | undefined;
  const indexed = () => {
    making ??= createKnowledgeIndex(articles, readTerms);
    return making;
  };
  const name = options.name ?? 'Baton';
  const pace = options.pace ?? readingPace;
  const least = options.minConfidence ?? minConfidence;
  const greeting = options.greeting ?? greetingOf(name, articles);

  /** The first reading that is answered well, else the finding of the likeliest. */
  async function find(text: string, history: BotContext['history']): Promise<Finding | null> {
    const index = await indexed();
    const findings = readingsOf(text, history, readTerms).map((question) => index.find(question));
    return findings.find((finding) => finding && finding.confidence >= least) ?? findings[0] ?? null;
  }

  async function* answer(text: string, { history, signal }: BotContext): AsyncGenerator<BotOutput> {
    const say = (message: string) => streamMessage(message, pace, signal);
    const isAsked = history.findLast(({ author }) => author !== 'visitor')?.text.endsWith(offerQuestion);
    const smallTalk = smallTalkIn(text);
    if (asksForHuman(text) || (isAsked && smallTalk === 'yes')) {
      yield { type: 'handoff', reason: 'asked' };
      return;
    }
    if (smallTalk) return yield* say(smallTalk === 'skills' ? skillsOf(articles) : smallTalkLines[smallTalk]);
    if (readTerms(text).length === 0) return yield* say(namesHuman(text) ? lines.stays : lines.unclear);

    if (isAskedAgain(text, history, readTerms)) {
      yield* say(lines.askedAgain);
      if (!signal.aborted) yield { type: 'offer', reason: 'repeated-question', searchedKnowledge: false };
      return;
    }
    const finding = await find(besidesHumans(text), history);
    if (finding && finding.confidence >= least) return yield* say(answerOf(finding, text));
    const confidence = finding?.confidence ?? 0;
    yield* say(lines.notFound(finding && confidence >= minConfidenceToName ? linkTo(finding) : null));
    if (!signal.aborted)
      yield { type: 'offer', reason: 'low-confidence', confidence, searchedKnowledge: true };
  }

  const answerOf = (finding: Finding, text: string) =>
    `${excerptOf(finding.section, readTerms(text), readTerms)}\n\n${linkTo(finding)}`;

  return {
    id: 'knowledge',
    name,
    async prepare() {
      await indexed();
    },
    async *reply(turn, context) {
      if (turn.type === 'started')
        yield* streamMessage(greeting, pace, context.signal, suggesting(options.suggestions));
      if (turn.type === 'message' || turn.type === 'choice') yield* answer(turn.text, context);
    },
  };
}

const suggesting = (questions: readonly string[] = []): AgentPart[] =>
  questions.length === 0
    ? []
    : [{ type: 'choices', choices: questions.map((label, index) => ({ id: `ask-${index}`, label })) }];

const linkTo = ({ section: { article } }: Finding) =>
  `[${article.title.replace(/[[\]\\]/g, '\\$&')}](${article.url})`;
