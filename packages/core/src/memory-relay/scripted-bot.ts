import {
  type AgentPart,
  type Answer,
  answerIn,
  type BotCommand,
  type BotHandoff,
  type HandoffReason,
  type Message,
  type OutboxDraft,
  type Refusal,
  type Signal,
  textOf,
} from '@batonchat/protocol';
import type { MemoryConversation } from './conversation.js';

/** One step of a scripted answer. Deltas stream the message that the next `message`, or the end, completes. */
export type ScriptedBotOutput =
  | { type: 'delta'; text: string }
  /** The text is empty where the parts stand alone. */
  | { type: 'message'; text: string; parts?: readonly AgentPart[] }
  | {
      type: 'offer' | 'handoff';
      reason?: HandoffReason;
      summary?: string;
      confidence?: number;
      searchedKnowledge?: boolean;
    };

/**
 * Answers what the visitor said. `history` is everything that was said, oldest first, that text included; `answer` is
 * what the visitor said to what a message asked, which is a turn of its own, or null where it is no such turn.
 */
export type ScriptedBot = (
  text: string,
  history: readonly Message[],
  answer: Answer | null,
) => AsyncIterable<ScriptedBotOutput>;

/** What a bot's turn may do to the relay that runs it. */
export interface BotStage {
  commit(id: string, command: BotCommand): { refusal: Refusal } | object;
  signal(signal: Signal): void;
}

/** What of the conversation the bot has answered, so that messages of one pause get one answer. */
export interface BotProgress {
  answeredSeq: number;
}

/** Runs one turn. It ends by itself as soon as the conversation has another owner. */
export async function runTurn(
  bot: ScriptedBot,
  conversation: MemoryConversation,
  row: Extract<OutboxDraft, { kind: 'bot-turn' }>,
  stage: BotStage,
  progress: BotProgress,
): Promise<void> {
  const { ownership } = row.body;
  const isOurs = () => conversation.record.state.ownership === ownership;
  // What was said before this turn was asked for was said to a human.
  const waiting = conversation.visitorEntriesAfter(Math.max(progress.answeredSeq, row.seq - 1));
  const [first] = waiting;
  if (!first || !isOurs()) return;
  const answer = answerIn(first.message.parts);
  const end = waiting.findIndex(({ message }) => answerIn(message.parts) !== null);
  const asked = answer ? [first] : waiting.slice(0, end < 0 ? undefined : end);
  progress.answeredSeq = asked.at(-1)?.seq ?? 0;
  const head = conversation.record.heads.shared;

  let index = 0;
  let streamed = '';
  let said: AgentPart[] | null = null;
  const idNow = () => `bot:${head.id.replaceAll('.', '-')}:${index}`;
  const say = (handoff: BotHandoff | null) => {
    const parts = said;
    said = null;
    if (parts === null && !handoff) return;
    stage.commit(idNow(), { type: 'answer', ownership, parts, handoff });
    index++;
  };

  stage.signal({ type: 'typing', isTyping: true });
  for await (const output of bot(textOfAll(asked), conversation.messages, answer)) {
    if (!isOurs()) return;
    if (output.type === 'delta') {
      say(null);
      const offset = streamed.length;
      streamed += output.text;
      const messageId = idNow();
      stage.signal({ type: 'message-delta', messageId, attempt: 1, ownership, offset, text: output.text });
    } else if (output.type === 'message') {
      say(null);
      said = partsOf(output.text, output.parts);
      streamed = '';
    } else {
      if (streamed !== '') said = partsOf(streamed);
      say(handoffOf(output));
      return;
    }
  }
  if (streamed !== '') said = partsOf(streamed);
  if (isOurs()) say(null);
}

const textOfAll = (asked: readonly { message: Message }[]) =>
  asked.map(({ message }) => textOf(message)).join('\n\n');

const partsOf = (text: string, parts: readonly AgentPart[] = []): AgentPart[] => [
  ...(text === '' ? [] : [{ type: 'text' as const, text }]),
  ...parts,
];

const handoffOf = (output: Extract<ScriptedBotOutput, { type: 'offer' | 'handoff' }>): BotHandoff => ({
  type: output.type,
  reason: output.reason ?? 'bot-tool',
  summary: output.summary ?? null,
  confidence: output.confidence ?? null,
  searchedKnowledge: output.searchedKnowledge ?? true,
});
