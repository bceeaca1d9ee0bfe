import {
  answerIn,
  type BotTurnKind,
  type ConversationRecord,
  type Message,
  textOf,
} from '@batonchat/protocol';
import type { BotHistoryItem, BotTurn } from './bot.js';
import type { OutboxRow } from './outbox/rows.js';
import { readEntriesBefore } from './store/conversations.js';
import type { Store } from './store/open-store.js';

/** What an outbox row of kind `bot-turn` holds. */
export interface TurnBody {
  turn: BotTurnKind;
  ownership: number;
  /** The last of the visitor's messages that this turn answers, once it has begun. */
  through?: number;
}

/** The body of a row of kind `bot-turn`. */
export const bodyOf = (row: OutboxRow): TurnBody => JSON.parse(row.body) as TurnBody;

/**
 * The seq up to which a turn answers: messages that wait behind the row's own join it. How far is kept in the row before
 * they leave the outbox, so that a turn that is run again is the same turn, and none of them is answered twice.
 */
export async function gatherThrough({ db }: Store, row: OutboxRow): Promise<number> {
  const body = bodyOf(row);
  if (body.turn !== 'message') return row.seq;
  const lane = { conversationId: row.conversationId, target: row.target };
  let { through } = body;
  if (through === undefined) {
    const waiting = await db
      .selectFrom('outbox')
      .selectAll()
      .where((where) => where.and(lane))
      .where('seq', '>', row.seq)
      .orderBy('seq')
      .execute();
    const end = waiting.findIndex((each) => bodyOf(each).turn !== 'message');
    through = waiting.slice(0, end < 0 ? undefined : end).at(-1)?.seq ?? row.seq;
    await db
      .updateTable('outbox')
      .set({ body: JSON.stringify({ ...body, through } satisfies TurnBody) })
      .where((where) => where.and({ ...lane, seq: row.seq }))
      .execute();
  }
  if (through > row.seq)
    await db
      .deleteFrom('outbox')
      .where((where) => where.and(lane))
      .where('seq', '>', row.seq)
      .where('seq', '<=', through)
      .execute();
  return through;
}

/** The turn as the bot is given it, with what was said before. */
export async function readTurn(
  { db }: Store,
  row: OutboxRow,
  through: number,
  { state, desk }: ConversationRecord,
): Promise<{ turn: BotTurn; history: BotHistoryItem[] }> {
  const { entries } = await readEntriesBefore(db, row.conversationId, through + 1);
  const messages = entries.flatMap((entry) =>
    entry.kind === 'message'
      ? [{ seq: entry.seq, author: entry.message.author.kind, said: entry.message }]
      : [],
  );
  const history = messages
    .filter(({ seq }) => seq < row.seq)
    .map(({ author, said }) => ({ author, text: textOf(said) }));
  switch (bodyOf(row).turn) {
    case 'started':
      return { turn: { type: 'started' }, history };
    case 'handoff-ended': {
      const endReason = state.handoff?.endReason ?? 'resolved-by-agent';
      return { turn: { type: 'handoff-ended', endReason, summary: desk.summary || null }, history };
    }
    case 'message':
    case 'answer': {
      const asked = messages.filter(({ seq, author }) => seq >= row.seq && author === 'visitor');
      return { turn: turnOf(asked.map(({ said }) => said)), history };
    }
  }
}

/** An answer is a turn of its own; whatever else was said is one turn together. */
function turnOf(said: readonly Message[]): BotTurn {
  const answer = said.length === 1 && said[0] ? answerIn(said[0].parts) : null;
  const text = said.map(textOf).join('\n\n');
  switch (answer?.type) {
    case 'choice':
      return { type: 'choice', messageId: answer.messageId, choiceIds: answer.choiceIds, text };
    case 'form-answer':
      return { type: 'form', messageId: answer.messageId, values: answer.values, text };
    case 'rating-answer':
      return {
        type: 'rating',
        messageId: answer.messageId,
        score: answer.score,
        comment: answer.comment,
      };
    case undefined:
      return { type: 'message', text };
  }
}
