import type { DownFrame, Position, UpFrame } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import type { PendingFile } from '../files/pending-file.js';
import type { FollowedConversation, OutboxItem } from '../state.js';
import type { OutboxStorage } from '../storage/storage.js';
import { createAsker } from './asker.js';
import { createCatchUp } from './catch-up.js';
import { isAboutContent, isPassing } from './error-frame.js';
import type { Act, Change, Input, ReceivedDelta } from './input.js';
import { isFull, newItem } from './outbox.js';
import { isBehind } from './position.js';
import { createReceiptSender } from './receipt-sender.js';
import { firstSeq, reduce } from './reduce.js';
import { createSender } from './sender.js';
import { createTypingExpiry, createTypingSender } from './typing.js';
import { createWaiting } from './waiting.js';

/** One conversation, followed and spoken in: what the visitor's and the agents' clients have in common. */
export interface Follower<Command> {
  /** A frame about this conversation, or an error about nothing in particular. */
  receive(frame: DownFrame): void;
  /** What the relay says is the last seq of the shared log. */
  compareHead(seq: number): void;
  /** The connection is up: asks for the conversation, and goes on from the answer. */
  resume(): void;
  /** The connection is gone. */
  pause(): void;
  /** Items that an earlier page left, perhaps none: no command is sent before. */
  restore(items: readonly OutboxItem<Command>[]): void;
  /** Puts a command into the outbox, with the files that it waits for; null when it is full. */
  issue(command: Command, files?: readonly PendingFile[]): { commandId: string } | null;
  /** Does what is done in one tab for all of them. */
  act(act: Act<Command>): void;
  retry(commandId: string): void;
  discard(commandId: string): OutboxItem<Command> | null;
  /** What was done in another tab. */
  take(act: Act<Command>): void;
  /** Tells the other tabs what is in the outbox. */
  shareOutbox(): void;
  /** What only this side's client knows of. */
  change(change: Change<Command>): void;
  setTyping(isTyping: boolean): void;
  markRead(seq: number): void;
  loadOlder(): Promise<void>;
  dismissHistoryReplaced(): void;
  destroy(): void;
}

/** What a follower needs of the client that it belongs to. */
export interface FollowerOptions<Command, State> {
  clock: Clock;
  storage: OutboxStorage<Command>;
  /** The followed state is part of its owner's, who keeps it. */
  getState(): State;
  setState(state: State): void;
  send(frame: UpFrame): boolean;
  /** Asks the relay for the conversation. */
  ask(): void;
  /** This participant's id, once it is known. */
  me(): string | null;
  /** False: another tab sends the commands and receipts of all. Read when the connection comes up. */
  isLead?(): boolean;
  /** Tells the other tabs what was done in this one. */
  share?(act: Act<Command>): void;
  /** An item was written, durably or not. */
  onStored?(): void;
}

/** A follower over a state that its owner keeps. */
export function createFollower<Command extends { type: string }, State extends FollowedConversation<Command>>(
  options: FollowerOptions<Command, State>,
): Follower<Command> {
  const { clock, getState, send } = options;
  let isAnswered = false;
  let isRestored = false;
  let deltas: ReceivedDelta[] = [];
  let cancelFrame: (() => void) | null = null;

  const saidBeforeRestored = new Set<string>();

  const asker = createAsker(clock, options.ask);
  const catchUp = createCatchUp(clock, (position) => address({ type: 'catch-up', log: 'shared', position }));
  const sender = createSender<Command>(options);
  const receipts = createReceiptSender(clock, (marks) => address({ type: 'receipt', ...marks }));
  const older = createWaiting();
  const typing = createTypingSender(clock, (isTyping) =>
    address({ type: 'signal', signal: { type: 'typing', isTyping } }),
  );
  const expiry = createTypingExpiry(clock, (author) => dispatch({ type: 'typing', author, isTyping: false }));

  function address(frame: Unaddressed<UpFrame>): boolean {
    const conversationId = getState().conversation?.id;
    return conversationId !== undefined && send({ ...frame, conversationId } as UpFrame);
  }

  /** Pieces that wait for the next paint are taken first: they came first. */
  function dispatch(...inputs: Input<Command>[]) {
    const before = getState();
    const gathered: Input<Command> = { type: 'deltas', deltas, at: clock.now() };
    deltas = [];
    cancelFrame?.();
    cancelFrame = null;
    const after = [gathered, ...inputs].reduce<State>(
      (state, input) => reduce<Command, State>(state, input),
      before,
    );
    if (after === before) return;
    options.setState(after);
    // Read again: a subscriber may have issued a command just now.
    const { outbox, conversation, readSeq, isLoadingOlder } = getState();
    receipts.follow({ deliveredSeq: conversation?.position.seq ?? 0, readSeq });
    if (!isLoadingOlder) older.settle();
    // Last, since it sends, and a relay in the same page may answer within.
    sender.follow(outbox);
  }

  /** Told before it is kept: a tab that crashes now leaves it to the others. */
  function act(done: Act<Command>) {
    dispatch(done);
    options.share?.(done);
  }

  function gather(received: ReceivedDelta) {
    deltas.push(received);
    cancelFrame ??= clock.nextFrame(() => dispatch());
  }

  /** What the relay holds of us is known now: commands may go. */
  function answered(position: Position | undefined) {
    if (position === undefined || !asker.answered()) return;
    isAnswered = true;
    begin();
  }

  function begin() {
    const { conversation } = getState();
    if (!isAnswered || !isRestored || !conversation) return;
    dispatch({ type: 'addressed', conversationId: conversation.id });
    if (options.isLead?.() === false) return;
    sender.begin();
    receipts.begin();
  }

  function receive(frame: DownFrame) {
    switch (frame.type) {
      case 'snapshot':
        if (frame.log !== 'shared' || !isAwaited(frame.conversationId)) return;
        catchUp.reset();
        dispatch({ type: 'snapshot', frame, me: options.me() });
        return answered(frame.position);
      case 'events': {
        if (frame.log !== 'shared') return;
        dispatch({ type: 'events', frame });
        const position = getState().conversation?.position;
        if (position && isBehind(position, frame)) catchUp.ask(position);
        return answered(position);
      }
      case 'page':
        return dispatch({ type: 'page', frame });
      case 'receipts':
        return dispatch({ type: 'receipts', frame, me: options.me() });
      case 'refused': {
        const { commandId, code, message, owner, retryAfterMs } = frame;
        const refusal = { code, message, ...(owner ? { owner } : {}) };
        return sender.postpone(commandId, code, retryAfterMs)
          ? undefined
          : dispatch({ type: 'refused', commandId, refusal });
      }
      case 'signal': {
        const { from, signal } = frame;
        if (signal.type === 'message-delta') return gather({ from, delta: signal });
        if (signal.type !== 'typing' || from.id === options.me()) return;
        if (signal.isTyping) expiry.expect(from);
        return dispatch({ type: 'typing', author: from, isTyping: signal.isTyping });
      }
      case 'queue-place':
        return dispatch({ type: 'queue-place', place: frame.place });
      case 'error':
        return failed(frame);
      default:
        return;
    }
  }

  /** An error does not say what it is about. */
  function failed(frame: Extract<DownFrame, { type: 'error' }>) {
    const commandId = sender.inFlight();
    if (isPassing(frame)) {
      asker.postponed(frame.retryAfterMs);
      if (commandId !== null) sender.postpone(commandId, 'unavailable', frame.retryAfterMs);
      dispatch({ type: 'older', isLoading: false });
    } else if (isAboutContent(frame) && commandId !== null) {
      // Of all frames, only a command carries what a person wrote.
      act({ type: 'refused', commandId, refusal: { code: 'invalid', message: frame.message } });
    }
  }

  /** A snapshot that another tab asked for says nothing that is not known here, and may be older. */
  function isAwaited(conversationId: string): boolean {
    const { conversation } = getState();
    return conversation?.id !== conversationId || asker.isOpen() || catchUp.isAsking(conversation.position);
  }

  return {
    receive,
    compareHead(seq) {
      const position = getState().conversation?.position;
      if (position && seq > position.seq) catchUp.ask(position);
    },
    resume() {
      catchUp.reset();
      dispatch({ type: 'resumed' });
      asker.begin();
    },
    pause() {
      isAnswered = false;
      asker.stop();
      sender.pause();
      receipts.pause();
      typing.reset();
      dispatch({ type: 'older', isLoading: false });
    },
    restore(items) {
      isRestored = true;
      sender.restore(items);
      dispatch({ type: 'restored', items, said: saidBeforeRestored });
      sender.follow(getState().outbox);
      // A tab that crashed may have told nobody of them.
      for (const item of items) options.share?.({ type: 'queued', item });
      begin();
    },
    take(done) {
      if (done.type !== 'queued') return dispatch(done);
      sender.restore([done.item]);
      dispatch(done);
      sender.follow(getState().outbox);
      begin();
    },
    shareOutbox() {
      for (const item of getState().outbox) options.share?.({ type: 'queued', item });
    },
    act,
    issue(command, files) {
      const { outbox } = getState();
      const said = isWish(command) ? outbox.findLast((item) => isWish(item.command)) : undefined;
      const isSame = said?.command.type === command.type;
      if (isSame && said.status === 'sending') return said;
      const item = newItem(command, getState(), clock.now(), files);
      if (command.type === 'send-message' && isFull(outbox, item)) return null;
      typing.reset();
      if (!isRestored) saidBeforeRestored.add(item.commandId);
      if (isSame) act({ type: 'discarded', commandId: said.commandId });
      act({ type: 'queued', item });
      return item;
    },
    retry: (commandId) => act({ type: 'retried', commandId }),
    discard(commandId) {
      const item = getState().outbox.find((each) => each.commandId === commandId);
      act({ type: 'discarded', commandId });
      return item ?? null;
    },
    change: (change) => dispatch({ type: 'changed', change }),
    setTyping: (isTyping) => typing.set(isTyping),
    markRead(seq) {
      if (seq > getState().readSeq) act({ type: 'read', seq });
    },
    loadOlder() {
      const { conversation, isLoadingOlder } = getState();
      if (!isAnswered || !conversation?.hasOlder) return Promise.resolve();
      const settled = older.wait();
      if (isLoadingOlder) return settled;
      dispatch({ type: 'older', isLoading: true });
      if (!address({ type: 'page', before: firstSeq(conversation) }))
        dispatch({ type: 'older', isLoading: false });
      return settled;
    },
    dismissHistoryReplaced: () => act({ type: 'replacement-seen' }),
    destroy() {
      cancelFrame?.();
      asker.stop();
      sender.stop();
      receipts.pause();
      expiry.stop();
      older.settle();
    },
  };
}

/** A wish said twice is one wish; said again after it failed, it takes the failed one's place. */
const isWish = ({ type }: { type: string }): boolean => type !== 'send-message' && type !== 'leave-contact';

type Unaddressed<Frame> = Frame extends { conversationId: string } ? Omit<Frame, 'conversationId'> : never;
