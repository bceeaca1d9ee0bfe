import type { RefusalCode, UpFrame } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import type { OutboxItem } from '../state.js';
import type { OutboxStorage } from '../storage/storage.js';
import { retryInMs } from './retry-in.js';

/** Brings an outbox to the relay in its order, one unacknowledged command at a time. */
export interface Sender<Command> {
  /** These items are in storage already. */
  restore(items: readonly OutboxItem<Command>[]): void;
  /** The outbox has changed: keeps storage in step and sends what may be sent. */
  follow(outbox: readonly OutboxItem<Command>[]): void;
  /** The relay has answered for this conversation on the present connection: from here commands may go. */
  begin(): void;
  /** The connection ended: what was under way is sent again after `begin`. */
  pause(): void;
  /** The relay cannot take the command now; true if it is tried again in a while, `retryAfterMs` at the least. */
  postpone(commandId: string, code: RefusalCode, retryAfterMs?: number): boolean;
  /** Which command is under way. */
  inFlight(): string | null;
  stop(): void;
}

/** What a sender needs of the follower that it belongs to. */
export interface SenderOptions<Command> {
  clock: Clock;
  storage: OutboxStorage<Command>;
  send(frame: UpFrame): boolean;
  /** Called after storage fell back to memory or may have. */
  onStored?(): void;
}

const passing: ReadonlySet<RefusalCode> = new Set(['unavailable', 'rate-limited']);
/** A relay that takes commands but answers none is asked again: a repeat is answered from what is stored. */
const answerWithinMs = 10_000;

/** A sender for one conversation's outbox, which is empty at first. */
export function createSender<Command extends { type: string }>(
  options: SenderOptions<Command>,
): Sender<Command> {
  const { clock, storage, send } = options;
  let outbox: readonly OutboxItem<Command>[] = [];
  const ready = new WeakSet<OutboxItem<Command>>();
  let isOpen = false;
  let isStopped = false;
  let inFlight: string | null = null;
  let cancelTimer = () => {};

  function follow(after: readonly OutboxItem<Command>[]) {
    if (after === outbox) return;
    const before = outbox;
    outbox = after;
    const kept = new Set(after);
    const commandIds = new Set(after.map((item) => item.commandId));
    for (const item of before)
      if (!kept.delete(item) && !commandIds.has(item.commandId))
        void storage.deleteOutboxItem(item.commandId);
    for (const item of kept) {
      // Said just now: no storage can give it back under another conversation, so it goes while it is written.
      if (item.conversationId && !before.some(({ commandId }) => commandId === item.commandId))
        ready.add(item);
      void storage.writeOutboxItem(item).then(() => {
        ready.add(item);
        options.onStored?.();
        pump();
      });
    }
    pump();
  }

  function pump() {
    const isUnderWay = outbox.some((item) => item.commandId === inFlight && item.status === 'sending');
    if (inFlight !== null && !isUnderWay) {
      inFlight = null;
      cancelTimer();
    }
    if (!isOpen || isStopped || inFlight !== null) return;
    const item = outbox.find((each) => each.status === 'sending' && !each.files);
    // One that was kept before is kept with this conversation first: after a reload it is still the same command.
    if (!item || item.conversationId === null || !ready.has(item)) return;
    inFlight = item.commandId;
    send(frameOf(item, item.conversationId));
    again(answerWithinMs);
  }

  /** After a while the command under way counts as not sent. */
  function again(ms: number) {
    cancelTimer();
    cancelTimer = clock.after(ms, () => {
      inFlight = null;
      pump();
    });
  }

  return {
    restore(items) {
      for (const item of items) ready.add(item);
      outbox = [...items, ...outbox];
    },
    follow,
    begin() {
      isOpen = true;
      pump();
    },
    pause() {
      isOpen = false;
      inFlight = null;
      cancelTimer();
    },
    postpone(commandId, code, retryAfterMs) {
      if (!passing.has(code)) return false;
      if (commandId === inFlight) again(retryInMs(clock, retryAfterMs));
      return true;
    },
    inFlight: () => inFlight,
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}

const frameOf = <Command>({ commandId, command }: OutboxItem<Command>, conversationId: string): UpFrame =>
  ({ type: 'command', conversationId, commandId, command }) as UpFrame & { type: 'command' };
