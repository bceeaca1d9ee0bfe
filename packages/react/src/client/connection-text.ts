import type { ConnectionReason } from '@batonchat/core';
import type { Labels } from '../labels.js';

/** Why the connection is not up, in a sentence. */
export function connectionText(reason: ConnectionReason | null, labels: Labels): string {
  if (reason === null || reason === 'destroyed') return labels.reconnecting;
  return labels[reason === 'reload-needed' ? 'reloadNeeded' : reason];
}
