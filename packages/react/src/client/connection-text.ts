import type { ConnectionReason } from '@batonchat/core';
import type { Labels } from '../labels.js';

/** Why the connection is not up, in a sentence. */
export function connectionText(reason: ConnectionReason | null, labels: Labels): string {
  switch (reason) {
    case 'offline':
      return labels.offline;
    case 'unreachable':
      return labels.unreachable;
    case 'forbidden':
      return labels.forbidden;
    case 'reload-needed':
      return labels.reloadNeeded;
    case 'offence':
      return labels.offence;
    default:
      return labels.reconnecting;
  }
}
