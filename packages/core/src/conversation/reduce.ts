/** How a followed conversation changes. Pure: an input that changes nothing returns the very same state. */
import {
  type Author,
  applyEvents,
  type Conversation,
  type Receipt,
  type SharedEvent,
} from '@batonchat/protocol';
import type { FollowedConversation } from '../state.js';
import { withDeltas, withoutLogged, withoutSpeakers } from './drafts.js';
import type { EventsFrame, Input, SharedSnapshot } from './input.js';
import {
  acknowledgedBy,
  addressed,
  withoutCommands,
  withQueued,
  withRefused,
  withRestored,
  withRetried,
} from './outbox.js';
import { isReplacedBy } from './position.js';
import { raised } from './receipts.js';
import { without } from './without.js';

/** A conversation of which nothing is known yet. */
export const unfollowed: FollowedConversation<never> = {
  conversation: null,
  outbox: [],
  drafts: [],
  typing: [],
  receipts: [],
  isLoadingOlder: false,
  readSeq: 0,
  queuePlace: null,
  isHistoryReplaced: false,
};

/** The state after one input. */
export function reduce<Command extends { type: string }, State extends FollowedConversation<Command>>(
  state: State,
  input: Input<Command>,
): State {
  const changes = changesOf<Command>(state, input);
  const names = Object.keys(changes) as (keyof FollowedConversation<Command>)[];
  return names.every((name) => state[name] === changes[name]) ? state : { ...state, ...changes };
}

type Changes<Command> = Partial<FollowedConversation<Command>>;

function changesOf<Command extends { type: string }>(
  state: FollowedConversation<Command>,
  input: Input<Command>,
): Changes<Command> {
  const { conversation, outbox } = state;
  const isLogged = acknowledgedBy(conversation?.entries);
  switch (input.type) {
    case 'snapshot':
      return snapshotTaken(state, input.frame, input.me);
    case 'events':
      return eventsTaken(state, input.frame);
    case 'page': {
      const { conversationId, before, entries, hasOlder } = input.frame;
      // Another tab's page comes here too.
      if (!state.isLoadingOlder || conversation?.id !== conversationId || before !== firstSeq(conversation))
        return {};
      return {
        isLoadingOlder: false,
        conversation: { ...conversation, entries: entries.concat(conversation.entries), hasOlder },
      };
    }
    case 'receipts': {
      const { receipts } = input.frame;
      return {
        receipts: raised(state.receipts, receipts),
        readSeq: Math.max(state.readSeq, readBy(receipts, input.me)),
      };
    }
    case 'deltas': {
      if (!conversation) return {};
      const drafts = withDeltas(state.drafts, input.deltas, conversation, input.at);
      return {
        drafts,
        typing: withoutAuthors(state.typing, new Set(drafts.map((draft) => draft.author.id))),
      };
    }
    case 'typing': {
      const others = withoutAuthors(state.typing, new Set([input.author.id]));
      const isWriting = state.drafts.some((draft) => draft.author.id === input.author.id);
      if (!input.isTyping || isWriting) return { typing: others };
      return others === state.typing ? { typing: [...others, input.author] } : {};
    }
    case 'resumed':
      return {
        typing: without(state.typing, () => true),
        drafts: without(state.drafts, () => true),
      };
    case 'queue-place':
      return { queuePlace: input.place };
    case 'queued':
      return isLogged(input.item.commandId) ? {} : { outbox: withQueued(outbox, input.item) };
    case 'restored':
      return { outbox: withoutCommands(withRestored(outbox, input.items, input.said), isLogged) };
    case 'addressed':
      return { outbox: addressed(outbox, input.conversationId) };
    case 'changed':
      return input.change(state);
    case 'refused':
      return { outbox: withRefused(outbox, input.commandId, input.refusal) };
    case 'retried':
      return { outbox: withRetried(outbox, input.commandId, conversation?.id ?? null) };
    case 'discarded':
      return { outbox: withoutCommands(outbox, (commandId) => commandId === input.commandId) };
    case 'read':
      return { readSeq: Math.max(state.readSeq, input.seq) };
    case 'older':
      return { isLoadingOlder: input.isLoading };
    case 'replacement-seen':
      return { isHistoryReplaced: false };
  }
}

function snapshotTaken<Command>(
  state: FollowedConversation<Command>,
  frame: SharedSnapshot,
  me: string | null,
): Changes<Command> {
  const held = state.conversation;
  const isReplaced = held !== null && isReplacedBy(held, frame);
  const isSame = held?.id === frame.conversationId && !isReplaced;
  const read = readBy(frame.receipts, me);
  const outbox = addressed(state.outbox, frame.conversationId, isReplaced);
  const messageIds = () => new Set(frame.entries.map((entry) => entry.id));
  return {
    conversation: {
      id: frame.conversationId,
      position: frame.position,
      state: frame.state,
      entries: frame.entries,
      hasOlder: frame.hasOlder,
    },
    outbox: withoutCommands(outbox, acknowledgedBy(frame.entries)),
    drafts: isSame ? withoutLogged(state.drafts, messageIds(), frame.state.ownership) : [],
    receipts: isSame ? raised(state.receipts, frame.receipts) : frame.receipts,
    isLoadingOlder: false,
    readSeq: isSame ? Math.max(state.readSeq, read) : read,
    isHistoryReplaced: state.isHistoryReplaced || isReplaced,
  };
}

function eventsTaken<Command>(state: FollowedConversation<Command>, frame: EventsFrame): Changes<Command> {
  const held = state.conversation;
  if (frame.log !== 'shared' || held?.id !== frame.conversationId || held.position.epoch !== frame.epoch)
    return {};
  const events = frame.events as SharedEvent[];
  const conversation = applyEvents(held, events);
  const folded = events.filter((event) => event.seq <= conversation.position.seq);
  const commandIds = new Set(folded.map((event) => event.causedBy));
  const speakers = new Set(
    folded.flatMap((event) =>
      event.type === 'message-added' && event.seq > held.position.seq ? [event.body.message.author.id] : [],
    ),
  );
  return {
    conversation,
    outbox: withoutCommands(state.outbox, (commandId) => commandIds.has(commandId)),
    drafts: withoutSpeakers(state.drafts, speakers, conversation.state.ownership),
    typing: withoutAuthors(state.typing, speakers),
  };
}

/** Where the next older page ends. */
export const firstSeq = ({ entries, position }: Conversation): number => entries[0]?.seq ?? position.seq + 1;

const readBy = (receipts: readonly Receipt[], participantId: string | null): number =>
  receipts.find((receipt) => receipt.participantId === participantId)?.readSeq ?? 0;

const withoutAuthors = (people: readonly Author[], ids: ReadonlySet<string>): readonly Author[] =>
  without(people, (each) => ids.has(each.id));
