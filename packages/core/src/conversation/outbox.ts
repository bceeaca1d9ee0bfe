import type { Entry, Refusal, RefusalCode } from '@batonchat/protocol';
import { mintId } from '../mint-id.js';
import type { FollowedConversation, OutboxItem } from '../state.js';
import { without } from './without.js';

type Outbox<Command> = readonly OutboxItem<Command>[];

/** How many unacknowledged commands a client keeps: as many as one page can be offline with. */
export const maxOutboxItems = 500;

/** Refusals that say no more than that the wish is fulfilled or moot: nothing to show, nothing to retry. */
const moot: ReadonlySet<RefusalCode> = new Set(['already-requested', 'nothing-offered', 'no-handoff']);

/** A command as an item that is to be sent. `now` is raised where needed, since the times are the order. */
export const newItem = <Command>(
  command: Command,
  { conversation, outbox }: Pick<FollowedConversation<Command>, 'conversation' | 'outbox'>,
  now: number,
): OutboxItem<Command> => ({
  commandId: mintId(),
  conversationId: conversation?.id ?? null,
  command,
  createdAt: Math.max(now, (outbox.at(-1)?.createdAt ?? 0) + 1),
  status: 'sending',
  refusal: null,
});

/** What was kept from before comes first, in its order; an item that is here already is not taken twice. */
export function withRestored<Command>(outbox: Outbox<Command>, restored: Outbox<Command>): Outbox<Command> {
  const held = new Set(outbox.map((item) => item.commandId));
  const older = restored.filter((item) => !held.has(item.commandId));
  return older.length === 0 ? outbox : [...older.toSorted((a, b) => a.createdAt - b.createdAt), ...outbox];
}

/** Items that have no conversation yet get this one; with `all`, those of a history that is gone as well. */
export function addressed<Command>(
  outbox: Outbox<Command>,
  conversationId: string,
  all = false,
): Outbox<Command> {
  return mapped(outbox, (item) =>
    item.conversationId === conversationId || (item.conversationId !== null && !all)
      ? item
      : { ...item, conversationId },
  );
}

/** Without the items whose commands are in the log, or given up. */
export const withoutCommands = <Command>(
  outbox: Outbox<Command>,
  isOver: (commandId: string) => boolean,
): Outbox<Command> => without(outbox, (item) => isOver(item.commandId));

/** An entry's id is its message's, which is the command's, or its event's, which derives from the command's. */
export function acknowledgedBy(entries: readonly Entry[]): (commandId: string) => boolean {
  const commandIds = new Set(entries.map(({ id }) => id.split('.', 1)[0]));
  return (commandId) => commandIds.has(commandId);
}

/** The refused item is kept as failed, or dropped where the refusal is moot. */
export function withRefused<Command>(
  outbox: Outbox<Command>,
  commandId: string,
  refusal: Refusal,
): Outbox<Command> {
  if (moot.has(refusal.code)) return withoutCommands(outbox, (id) => id === commandId);
  return mapped(outbox, (item) =>
    item.commandId === commandId ? { ...item, status: 'failed', refusal } : item,
  );
}

/** A failed item is to be sent again, to the conversation that is current now. */
export function withRetried<Command>(
  outbox: Outbox<Command>,
  commandId: string,
  conversationId: string | null,
): Outbox<Command> {
  return mapped(outbox, (item) =>
    item.commandId === commandId && item.status === 'failed'
      ? { ...item, status: 'sending', refusal: null, conversationId: conversationId ?? item.conversationId }
      : item,
  );
}

function mapped<Command>(
  outbox: Outbox<Command>,
  change: (item: OutboxItem<Command>) => OutboxItem<Command>,
): Outbox<Command> {
  const after = outbox.map(change);
  return after.some((item, index) => item !== outbox[index]) ? after : outbox;
}
