import type { Refusal } from '@batonchat/protocol';
import type { Change } from './input.js';
import { withAllRefused } from './outbox.js';
import { unfollowed } from './reduce.js';

/** The relay has no such conversation, or not any more: what is held of it goes, what is unsent stays as failed. */
export const gone =
  <Command>(refusal: Refusal): Change<Command> =>
  ({ conversation, outbox, isHistoryReplaced }) => ({
    ...unfollowed,
    outbox: withAllRefused(outbox, refusal),
    isHistoryReplaced: isHistoryReplaced || conversation !== null,
  });
