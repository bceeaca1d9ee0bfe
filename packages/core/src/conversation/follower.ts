import type { DownFrame, UpFrame } from '@batonchat/protocol';
import type { Clock } from '../clock.js';
import { mintId } from '../mint-id.js';
import type { FollowedConversation, OutboxItem } from '../state.js';
import type { ChatStorage } from '../storage/storage.js';
import type { Input, ReceivedDelta } from './input.js';
import { maxOutboxItems, nextCreatedAt } from './outbox.js';
import { isBehind } from './position.js';
import { createReceiptSender } from './receipt-sender.js';
import { reduce } from './reduce.js';
import { createSender } from './sender.js';
import { createTypingExpiry, createTypingSender } from './typing.js';

/** One conversation, followed and spoken in: what the visitor's and the agents' clients have in common. */
export interface Follower<Command> {
  /** A frame about this conversation. */
  receive(frame: DownFrame): void;
  /** What the relay says is the last seq of the shared log. */
  compareHead(seq: number): void;
  /** The connection is up and the relay has been asked for the conversation. */
  resume(): void;
  /** The connection is gone. */
  pause(): void;
  /** Items that an earlier page left, perhaps none: no command is sent before. */
  restore(items: readonly OutboxItem<Command>[]): void;
  /** Puts a command into the outbox; null when it is full. */
  issue(command: Command): { commandId: string } | null;
  retry(commandId: string): void;
  discard(commandId: string): OutboxItem<Command> | null;
  setTyping(isTyping: boolean): void;
  markRead(seq: number): void;
  loadOlder(): Promise<void>;
  dismissHistoryReplaced(): void;
  /** Commands that were seen in the other log. */
  acknowledge(commandIds: ReadonlySet<string>): void;
  /** The relay could not read something that we sent, and cannot say what it was. */
  blame(message: string): void;
  destroy(): void;
}

export interface FollowerOptions<Command, State> {
  clock: Clock;
  storage: ChatStorage<Command>;
  getState(): State;
  setState(state: State): void;
  send(frame: UpFrame): boolean;
  /** This participant's id, once it is known. */
  me(): string | null;
  onStored?(): void;
}

/** How long one question for missing events is trusted to be answered. */
const catchUpMs = 5000;

/** A follower over a state that its owner keeps. */
export function createFollower<Command extends { type: string }, State extends FollowedConversation<Command>>(
  options: FollowerOptions<Command, State>,
): Follower<Command> {
  const { clock, getState, send } = options;
  let isResumed = false;
  let isAnswered = false;
  let isRestored = false;
  let deltas: ReceivedDelta[] = [];
  let cancelFrame: (() => void) | null = null;
  let asked: { seq: number; at: number } | null = null;
  let olderLoaded: (() => void)[] = [];

  const sender = createSender<Command>(options);
  const receipts = createReceiptSender(clock, (marks) => toConversation({ type: 'receipt', ...marks }));
  const typing = createTypingSender(clock, (isTyping) =>
    toConversation({ type: 'signal', signal: { type: 'typing', isTyping } }),
  );
  const expiry = createTypingExpiry(clock, (authorId) => {
    const author = getState().typing.find((each) => each.id === authorId);
    if (author) dispatch({ type: 'typing', author, isTyping: false });
  });

  function toConversation(frame: Unaddressed<UpFrame>): boolean {
    const conversationId = getState().conversation?.id;
    return conversationId !== undefined && send({ ...frame, conversationId } as UpFrame);
  }

  function dispatch(...inputs: Input<Command>[]) {
    const before = getState();
    const first: Input<Command>[] = deltas.length > 0 ? [{ type: 'deltas', deltas, at: clock.now() }] : [];
    deltas = [];
    cancelFrame?.();
    cancelFrame = null;
    const after = [...first, ...inputs].reduce<State>(
      (state, input) => reduce<Command, State>(state, input),
      before,
    );
    if (after === before) return;
    options.setState(after);
    sender.follow(after.outbox);
    receipts.follow({ deliveredSeq: after.conversation?.position.seq ?? 0, readSeq: after.readSeq });
    if (before.isLoadingOlder && !after.isLoadingOlder) settleOlder();
  }

  function settleOlder() {
    const settled = olderLoaded;
    olderLoaded = [];
    for (const settle of settled) settle();
  }

  function gather(received: ReceivedDelta) {
    deltas.push(received);
    cancelFrame ??= clock.nextFrame(() => dispatch());
  }

  function askForMore() {
    const position = getState().conversation?.position;
    if (!position) return;
    const now = clock.now();
    if (asked?.seq === position.seq && now - asked.at < catchUpMs && now >= asked.at) return;
    asked = { seq: position.seq, at: now };
    toConversation({ type: 'catch-up', log: 'shared', position });
  }

  /** The first answer on a connection; what the relay then holds of us is known. */
  function answered() {
    isAnswered = isResumed;
    begin();
  }

  function begin() {
    const conversationId = getState().conversation?.id;
    if (!isAnswered || !isRestored || conversationId === undefined) return;
    dispatch({ type: 'addressed', conversationId });
    sender.begin();
    receipts.begin();
  }

  function receive(frame: DownFrame) {
    switch (frame.type) {
      case 'snapshot':
        if (frame.log !== 'shared') return;
        asked = null;
        dispatch({ type: 'snapshot', frame, me: options.me() });
        return isAnswered ? undefined : answered();
      case 'events': {
        if (frame.log !== 'shared') return;
        dispatch({ type: 'events', frame });
        const position = getState().conversation?.position;
        if (position && isBehind(position, frame)) askForMore();
        return isAnswered ? undefined : answered();
      }
      case 'page':
        return dispatch({ type: 'page', frame });
      case 'receipts':
        return dispatch({ type: 'receipts', frame });
      case 'refused': {
        const { commandId, code, message, owner } = frame;
        if (sender.postpone(commandId, code)) return;
        return dispatch({
          type: 'refused',
          commandId,
          refusal: { code, message, ...(owner ? { owner } : {}) },
        });
      }
      case 'signal': {
        const { from, signal } = frame;
        if (signal.type === 'message-delta') return gather({ from, delta: signal });
        if (signal.type !== 'typing' || from.id === options.me()) return;
        if (signal.isTyping) expiry.expect(from.id);
        return dispatch({ type: 'typing', author: from, isTyping: signal.isTyping });
      }
      default:
        return;
    }
  }

  return {
    receive,
    compareHead(seq) {
      const position = getState().conversation?.position;
      if (position && seq > position.seq) askForMore();
    },
    resume() {
      isResumed = true;
      asked = null;
      dispatch({ type: 'resumed' });
    },
    pause() {
      isResumed = false;
      isAnswered = false;
      sender.pause();
      receipts.pause();
      typing.reset();
      dispatch({ type: 'older', isLoading: false });
    },
    restore(items) {
      isRestored = true;
      dispatch({ type: 'restored', items });
      begin();
    },
    issue(command) {
      const { conversation, outbox } = getState();
      if (outbox.length >= maxOutboxItems) return null;
      const commandId = mintId();
      const item: OutboxItem<Command> = {
        commandId,
        conversationId: conversation?.id ?? null,
        command,
        createdAt: nextCreatedAt(outbox, clock.now()),
        status: 'sending',
        refusal: null,
      };
      typing.reset();
      dispatch({ type: 'queued', item });
      return { commandId };
    },
    retry: (commandId) => dispatch({ type: 'retried', commandId }),
    discard(commandId) {
      const item = getState().outbox.find((each) => each.commandId === commandId);
      dispatch({ type: 'discarded', commandId });
      return item ?? null;
    },
    setTyping: (isTyping) => typing.set(isTyping),
    markRead: (seq) => dispatch({ type: 'read', seq }),
    loadOlder() {
      const { conversation, isLoadingOlder } = getState();
      if (!isResumed || !conversation?.hasOlder) return Promise.resolve();
      const loaded = new Promise<void>((resolve) => {
        olderLoaded.push(resolve);
      });
      if (isLoadingOlder) return loaded;
      const before = conversation.entries[0]?.seq ?? conversation.position.seq + 1;
      dispatch({ type: 'older', isLoading: true });
      if (!toConversation({ type: 'page', before })) dispatch({ type: 'older', isLoading: false });
      return loaded;
    },
    dismissHistoryReplaced: () => dispatch({ type: 'replacement-seen' }),
    acknowledge: (commandIds) => dispatch({ type: 'acknowledged', commandIds }),
    blame(message) {
      // Of all frames, only a command carries what a person wrote.
      const commandId = sender.inFlight();
      if (commandId !== null) dispatch({ type: 'refused', commandId, refusal: { code: 'invalid', message } });
    },
    destroy() {
      isResumed = false;
      cancelFrame?.();
      sender.stop();
      receipts.pause();
      expiry.stop();
      settleOlder();
    },
  };
}

type Unaddressed<Frame> = Frame extends { conversationId: string } ? Omit<Frame, 'conversationId'> : never;
