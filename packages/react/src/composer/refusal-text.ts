import type { Attachment, FileTerms } from '@batonchat/core';
import type { Labels } from '../labels.js';
import type { AttachLabels } from './attach-labels.js';

/** Why a file is not taken, in a sentence; null where it is, or may be. */
export function refusalText(
  { refusal }: Pick<Attachment, 'refusal'>,
  terms: FileTerms | null,
  labels: Labels & AttachLabels,
): string | null {
  switch (refusal?.reason) {
    case undefined:
      return null;
    case 'too-large':
      return terms ? labels.fileTooLarge(labels.fileSize(terms.maxBytes)) : (refusal?.message ?? null);
    case 'empty':
      return labels.fileEmpty;
    case 'kind':
      return labels.fileKindRefused;
    default:
      return labels.uploadFailed;
  }
}
