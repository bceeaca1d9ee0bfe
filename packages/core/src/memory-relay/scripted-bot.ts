import type {
  BotCommand,
  BotHandoff,
  HandoffReason,
  Message,
  OutboxDraft,
  Refusal,
  Signal,
} from '@batonchat/protocol';
import type { MemoryConversation } from './conversation.js';

/** One step of a scripted answer. Deltas stream the message that the next `message`, or the end, completes. */
export type ScriptedBotOutput =
  | { type: 'delta'; text: string }
  | { type: 'message'; text: string }
  | {
      type: 'offer' | 'handoff';
      reason?: HandoffReason;
      summary?: string;
      confidence?: number;
      searchedKnowledge?: boolean;
    };

/** Answers what the visitor said. `history` is everything that was said, oldest first, that text included. */
export type ScriptedBot = (text: string, history: readonly Message[]) => AsyncIterable<ScriptedBotOutput>;

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
  const asked = conversation.visitorTextsAfter(Math.max(progress.answeredSeq, row.seq - 1));
  if (asked.length === 0 || !isOurs()) return;
  const head = conversation.record.heads.shared;
  progress.answeredSeq = head.seq;

  let index = 0;
  let streamed = '';
  let said: string | null = null;
  const idNow = () => `bot:${head.id.replaceAll('.', '-')}:${index}`;
  const answer = (handoff: BotHandoff | null) => {
    const text = said;
    said = null;
    if (text === null && !handoff) return;
    const parts = text === null ? null : [{ type: 'text' as const, text }];
    stage.commit(idNow(), { type: 'answer', ownership, parts, handoff });
    index++;
  };

  stage.signal({ type: 'typing', isTyping: true });
  for await (const output of bot(asked.join('\n\n'), conversation.messages)) {
    if (!isOurs()) return;
    if (output.type === 'delta') {
      answer(null);
      const offset = streamed.length;
      streamed += output.text;
      const messageId = idNow();
      stage.signal({ type: 'message-delta', messageId, attempt: 1, ownership, offset, text: output.text });
    } else if (output.type === 'message') {
      answer(null);
      said = output.text;
      streamed = '';
    } else {
      if (streamed !== '') said = streamed;
      answer(handoffOf(output));
      return;
    }
  }
  if (streamed !== '') said = streamed;
  if (isOurs()) answer(null);
}

const handoffOf = (output: Extract<ScriptedBotOutput, { type: 'offer' | 'handoff' }>): BotHandoff => ({
  type: output.type,
  reason: output.reason ?? 'bot-tool',
  summary: output.summary ?? null,
  confidence: output.confidence ?? null,
  searchedKnowledge: output.searchedKnowledge ?? true,
});
