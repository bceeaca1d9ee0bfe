import type { Entry, Refusal, RefusalCode } from '@batonchat/protocol';
import type { PendingFile } from '../files/pending-file.js';
import { mintId } from '../mint-id.js';
import type { FollowedConversation, OutboxItem, OutboxRefusal } from '../state.js';
import { without } from './without.js';

type Outbox<Command> = readonly OutboxItem<Command>[];

/** How much a client keeps unsent: as much as one page can be offline with. */
const maxItems = 500;
/** The same, in bytes of JSON. */
const maxBytes = 2_000_000;

/** Refusals that say no more than that the wish is fulfilled or moot: nothing to show, nothing to retry. */
const moot: ReadonlySet<RefusalCode> = new Set(['already-requested', 'nothing-offered', 'no-handoff']);

/** Wishes that no view shows as failed: what was wished is offered there still, to be wished again. */
const unshown: ReadonlySet<string> = new Set(['decline-offer', 'end-handoff']);

const sizes = new WeakMap<object, number>();

function bytesOf(item: OutboxItem<unknown>): number {
  const bytes = sizes.get(item) ?? new Blob([JSON.stringify(item)]).size;
  sizes.set(item, bytes);
  return bytes;
}

/** True where a message more would be too much. Wishes are few and small, and always have room. */
export const isFull = (outbox: Outbox<unknown>, message: OutboxItem<unknown>): boolean =>
  outbox.length >= maxItems ||
  outbox.reduce((bytes, item) => bytes + bytesOf(item), bytesOf(message)) > maxBytes;

/** A command as an item that is to be sent. `now` is raised where needed, since the times are the order. */
export const newItem = <Command>(
  command: Command,
  { conversation, outbox }: Pick<FollowedConversation<Command>, 'conversation' | 'outbox'>,
  now: number,
  files?: readonly PendingFile[],
): OutboxItem<Command> => ({
  commandId: mintId(),
  conversationId: conversation?.id ?? null,
  command,
  createdAt: Math.max(now, ...outbox.map((item) => item.createdAt + 1)),
  status: 'sending',
  refusal: null,
  files,
});

/**
 * What was kept from before comes first, whatever the clock has done since. `said` are the ids of what was said here in
 * the meantime: it comes last, and its times are raised so that it stays there. Nothing is taken twice.
 */
export function withRestored<Command>(
  outbox: Outbox<Command>,
  restored: Outbox<Command>,
  said: ReadonlySet<string>,
): Outbox<Command> {
  const held = new Set(outbox.map(({ commandId }) => commandId));
  const isSaid = ({ commandId }: OutboxItem<Command>) => said.has(commandId);
  const before = [...without(outbox, isSaid), ...restored.filter(({ commandId }) => !held.has(commandId))];
  let at = before.sort(inOrder).at(-1)?.createdAt ?? 0;
  const after = outbox.filter(isSaid).map((item) => {
    at = Math.max(item.createdAt, at + 1);
    return at === item.createdAt ? item : { ...item, createdAt: at };
  });
  return sameOr(outbox, [...before, ...after]);
}

/** An item of this tab is the newest; one of another tab takes its place in the one order that all tabs have. */
export function withQueued<Command>(outbox: Outbox<Command>, item: OutboxItem<Command>): Outbox<Command> {
  if (outbox.some(({ commandId }) => commandId === item.commandId)) return outbox;
  const index = outbox.findIndex((each) => inOrder(each, item) > 0);
  return outbox.toSpliced(index < 0 ? outbox.length : index, 0, item);
}

const inOrder = (a: OutboxItem<unknown>, b: OutboxItem<unknown>): number =>
  a.createdAt - b.createdAt || (a.commandId < b.commandId ? -1 : 1);

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
export const acknowledgedBy =
  (entries: readonly Entry[] = []) =>
  (commandId: string): boolean =>
    entries.some(({ id }) => id === commandId || id.startsWith(`${commandId}.`));

/** The refused item is kept as failed, or dropped where the refusal is moot or could not be shown. */
export function withRefused<Command extends { type: string }>(
  outbox: Outbox<Command>,
  commandId: string,
  refusal: OutboxRefusal,
): Outbox<Command> {
  return mapped(
    without(
      outbox,
      (item) => item.commandId === commandId && (moot.has(refusal.code) || unshown.has(item.command.type)),
    ),
    (item) => (item.commandId === commandId ? { ...item, status: 'failed', refusal } : item),
  );
}

/** Whatever is unsent is kept as failed. */
export const withAllRefused = <Command>(outbox: Outbox<Command>, refusal: Refusal): Outbox<Command> =>
  mapped(outbox, (item) => (item.status === 'sending' ? { ...item, status: 'failed', refusal } : item));

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
  return sameOr(outbox, outbox.map(change));
}

const sameOr = <Command>(outbox: Outbox<Command>, after: Outbox<Command>): Outbox<Command> =>
  after.some((item, index) => item !== outbox[index]) ? after : outbox;
