import type { OutboxRefusal } from '@batonchat/core';
import type { RefusalCode } from '@batonchat/protocol';
import { attachLabels } from '../composer/attach-labels.js';
import { refusalText } from '../composer/refusal-text.js';
import type { Labels } from '../labels.js';
import { withPartLabels } from './english-parts.js';

/** Props of {@link RefusalWords}. */
export interface RefusalWordsProps {
  refusal: OutboxRefusal;
  labels: Labels;
}

/** Why a command was not accepted, in the reader's words; what no label is for, or an empty one, in the relay's own. */
export function RefusalWords({ refusal, labels: some }: RefusalWordsProps) {
  const { code, message, file } = refusal;
  const labels = { ...attachLabels, ...withPartLabels(some) };
  if (file) return refusalText({ refusal: { reason: file.reason, message } }, file.terms, labels);
  const words: Partial<Record<RefusalCode, string>> = {
    'already-answered': labels.askedNoMore,
    'file-gone': labels.fileGone,
    invalid: labels.notAccepted,
    'not-found': labels.conversationGone,
    unavailable: labels.uploadFailed,
  };
  return words[code] || message || labels.failed;
}
