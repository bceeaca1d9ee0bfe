import type { BotHandoff } from '@batonchat/protocol';

/** What a visitor says to have the scripted bot offer a human, or hand over at once. */
export const cues = { offer: 'please offer', handoff: 'please hand over' } as const;

/** What the scripted bot wants besides answering, as its answer's own text tells. */
export function wishIn(text: string): BotHandoff | null {
  const rest = { summary: null, confidence: null, searchedKnowledge: false };
  if (text.includes(cues.offer)) return { type: 'offer', reason: 'topic', ...rest };
  return text.includes(cues.handoff) ? { type: 'handoff', reason: 'bot-tool', ...rest } : null;
}
