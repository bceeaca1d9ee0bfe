import type { Author, DownFrame, MessageDelta, QueuePlace } from '@batonchat/protocol';
import type { FollowedConversation, OutboxItem, OutboxRefusal } from '../state.js';

type FrameOf<Type extends DownFrame['type']> = Extract<DownFrame, { type: Type }>;

/** The snapshot of a shared log. */
export type SharedSnapshot = Extract<DownFrame, { type: 'snapshot'; log: 'shared' }>;
/** Events of either log. */
export type EventsFrame = FrameOf<'events'>;

/** A piece of a bot's message with who is writing it. */
export interface ReceivedDelta {
  from: Author;
  delta: MessageDelta;
}

/** What a followed conversation becomes. */
export type Change<Command> = (
  state: FollowedConversation<Command>,
) => Partial<FollowedConversation<Command>>;

/** Everything that can change a followed conversation. `at` is when it came, in epoch milliseconds. */
export type Input<Command> =
  /** `me` is the participant whose `readSeq` is kept here. */
  | { type: 'snapshot'; frame: SharedSnapshot; me: string | null }
  | { type: 'events'; frame: EventsFrame }
  | { type: 'page'; frame: FrameOf<'page'> }
  | { type: 'receipts'; frame: FrameOf<'receipts'>; me: string | null }
  | { type: 'deltas'; deltas: readonly ReceivedDelta[]; at: number }
  | { type: 'typing'; author: Author; isTyping: boolean }
  | { type: 'queue-place'; place: QueuePlace }
  /** Another connection: what was ephemeral on the last one is gone. */
  | { type: 'resumed' }
  | { type: 'queued'; item: OutboxItem<Command> }
  /** What an earlier page left in its storage; `said` are the ids of what was said here before that was known. */
  | { type: 'restored'; items: readonly OutboxItem<Command>[]; said: ReadonlySet<string> }
  /** The conversation that unaddressed items belong to is known. */
  | { type: 'addressed'; conversationId: string }
  /** What only one side's client knows of. */
  | { type: 'changed'; change: Change<Command> }
  | { type: 'refused'; commandId: string; refusal: OutboxRefusal }
  | { type: 'retried'; commandId: string }
  | { type: 'discarded'; commandId: string }
  | { type: 'read'; seq: number }
  | { type: 'older'; isLoading: boolean }
  | { type: 'replacement-seen' };

/** What is done in one tab and holds for all of a visitor's tabs. */
export type Act<Command> = Extract<
  Input<Command>,
  { type: 'queued' | 'refused' | 'retried' | 'discarded' | 'read' | 'replacement-seen' }
>;
