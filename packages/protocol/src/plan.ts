/** The hub's pure half: from a conversation as it stands and a command to what one transaction writes. */
import type { IssuedCommand, Refusal } from './command.js';
import type { LogEvent } from './event.js';
import { isOfDesk, type Log, logOf } from './log.js';
import { decide } from './machine.js';
import { answerIn } from './question.js';
import type { HandoffSettings } from './settings.js';
import {
  type ConversationState,
  type DeskState,
  evolve,
  evolveDesk,
  initialDeskState,
  initialState,
} from './state.js';

/** The end of a log: the seq and the id of its last event; 0 and '' when it is empty. */
export interface Head {
  seq: number;
  id: string;
}

/** What the relay's `conversation` row holds: a cache of the fold, with the seqs it stands at. */
export interface ConversationRecord {
  id: string;
  siteId: string;
  heads: Record<Log, Head>;
  state: ConversationState;
  desk: DeskState;
}

/** What a bot is to answer: the opening, what the visitor said, one answer to what it asked, or a human's leaving. */
export type BotTurnKind = 'started' | 'message' | 'answer' | 'handoff-ended';

/**
 * Work that a commit leaves behind: references, not text. A lane is (conversation, target); in it the rows are
 * done one by one in the order of `seq`, the seq of the shared event that asked for the row.
 */
export type OutboxDraft = { seq: number; dueInMs: number } & (
  | {
      kind: 'bot-turn';
      target: 'bot';
      body: { turn: BotTurnKind; ownership: number };
    }
  | { kind: 'desk-open'; target: 'desk'; body: { handoffId: string } }
);

/** What one transaction writes: the record as it stands after it, the events in order, the work left behind. */
export interface Commit {
  record: ConversationRecord;
  events: LogEvent[];
  outbox: OutboxDraft[];
}

/** A conversation of which nothing is written yet. */
export const newRecord = (id: string, siteId: string): ConversationRecord => ({
  id,
  siteId,
  heads: { shared: { seq: 0, id: '' }, desk: { seq: 0, id: '' } },
  state: initialState,
  desk: initialDeskState,
});

/**
 * Decides, numbers and dates the events, folds them, and says which outbox rows go with them. An event's id is
 * the command's, with `.1`, `.2`, ... after the first: the same command can never be stored twice.
 */
export function planCommit(
  record: ConversationRecord,
  issued: IssuedCommand,
  settings: HandoffSettings,
): Commit | { refusal: Refusal } {
  const decision = decide(record.state, record.desk, issued, settings);
  if ('refusal' in decision) return decision;
  const heads = { ...record.heads };
  const events = decision.events.map((draft, index) => {
    const log = logOf(draft.type);
    const eventId = index === 0 ? issued.id : `${issued.id}.${index}`;
    heads[log] = { seq: heads[log].seq + 1, id: eventId };
    return {
      seq: heads[log].seq,
      id: eventId,
      v: 1,
      at: issued.at,
      causedBy: issued.id,
      ...draft,
    } as LogEvent;
  });
  let { state, desk } = record;
  for (const event of events) {
    if (isOfDesk(event)) desk = evolveDesk(desk, event);
    else state = evolve(state, event);
  }
  const after = { ...record, heads, state, desk };
  return { record: after, events, outbox: outboxOf(record.state, after, events, settings) };
}

function outboxOf(
  before: ConversationState,
  { state, heads }: ConversationRecord,
  events: readonly LogEvent[],
  settings: HandoffSettings,
): OutboxDraft[] {
  const rows: OutboxDraft[] = [];
  const botMayAnswer =
    state.owner.kind === 'bot' || (state.owner.kind === 'nobody' && settings.botWhilePending === 'answers');
  // The words that ask for a human are answered by the handoff, not by the bot as well.
  const isAnswered = events.some((event) => event.type === 'handoff-requested');
  const botTurn = (turn: BotTurnKind, seq: number, dueInMs = 0) =>
    rows.push({ seq, dueInMs, kind: 'bot-turn', target: 'bot', body: { turn, ownership: state.ownership } });

  for (const event of events) {
    if (event.type === 'conversation-started') botTurn('started', event.seq);
    if (
      event.type === 'message-added' &&
      event.body.message.author.kind === 'visitor' &&
      botMayAnswer &&
      !isAnswered
    )
      botTurn(answerIn(event.body.message.parts) ? 'answer' : 'message', event.seq);
    if (event.type === 'handoff-resolved')
      botTurn(
        'handoff-ended',
        event.seq,
        event.body.endReason === 'resolved-by-agent' ? settings.undoWindowMs : 0,
      );
  }
  if (
    state.handoff?.status === 'pending' &&
    (before.handoff?.id !== state.handoff.id || before.handoff.status !== 'pending')
  )
    rows.push({
      seq: heads.shared.seq,
      dueInMs: 0,
      kind: 'desk-open',
      target: 'desk',
      body: { handoffId: state.handoff.id },
    });
  return rows;
}
