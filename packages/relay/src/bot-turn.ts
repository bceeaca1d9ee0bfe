/**
 * One turn of the bot: it speaks under the ownership that its row was written with. Pieces of a message go out
 * as signals while it is written; what counts is the command at its end, which the hub refuses when the owner
 * has changed. A message's id derives from the turn and its place in it, so a turn that is run again upserts.
 */
import { type Author, type BotHandoff, type Signal, textOf, typingRepeatMs } from '@batonchat/protocol';
import type { Bot, BotHistoryItem, BotOutput, BotTurn } from './bot.js';
import type { Hub } from './hub.js';
import type { OutboxRow, OutboxRunner } from './outbox/worker.js';
import { readEntriesBefore } from './store/conversations.js';
import type { Store } from './store/open-store.js';

interface TurnBody {
  turn: BotTurn['type'];
  ownership: number;
  /** The last of the visitor's messages that this turn answers, once it has begun. */
  through?: number;
}

const turnLimitMs = 60_000;

/** The bot could not answer, and nobody may wait on a promise that no one holds: a human is offered. */
const apology = 'Sorry, I can’t answer right now. Would you like to talk to a human instead?';

export function createBotTurns(options: {
  bot: Bot;
  hub: Hub;
  store: Store;
  sendSignal(conversationId: string, from: Author, signal: Signal): void;
}): OutboxRunner {
  const { bot, hub, store, sendSignal } = options;
  const author: Author = { kind: 'bot', id: bot.id, name: bot.name, avatarUrl: null };
  const running = new Map<string, { ownership: number; controller: AbortController }>();

  hub.onCommit(({ record }) => {
    const turn = running.get(record.id);
    if (turn && turn.ownership !== record.state.ownership) turn.controller.abort();
  });

  async function run(row: OutboxRow, stop: AbortSignal): Promise<void> {
    const body = JSON.parse(row.body) as TurnBody;
    const record = await hub.record(row.conversationId);
    if (record?.state.ownership !== body.ownership) return;
    const through = body.turn === 'message' ? (body.through ?? (await gather(store, row, body))) : row.seq;
    const { turn, history } = await readTurn(store, row, body, through, record.state, record.desk.summary);

    const controller = new AbortController();
    running.set(row.conversationId, { ownership: body.ownership, controller });
    const signal = AbortSignal.any([controller.signal, stop, AbortSignal.timeout(turnLimitMs)]);
    const typing = (isTyping: boolean) =>
      sendSignal(row.conversationId, author, { type: 'typing', isTyping });
    const isExpected = turn.type !== 'handoff-ended';
    if (isExpected) typing(true);
    const repeat = setInterval(() => isExpected && typing(true), typingRepeatMs);
    try {
      const context = {
        conversationId: row.conversationId,
        locale: record.state.locale,
        history,
        signal,
      };
      await speak(bot.reply(turn, context), { row, through, ownership: body.ownership, signal });
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      clearInterval(repeat);
      running.delete(row.conversationId);
      if (isExpected) typing(false);
    }
    if (stop.aborted) throw new Error('The relay stops.');
  }

  interface Speech {
    row: OutboxRow;
    through: number;
    ownership: number;
    signal: AbortSignal;
  }

  /** A whole message waits for the next output, since a handoff that follows it commits together with it. */
  async function speak(outputs: AsyncIterable<BotOutput>, speech: Speech): Promise<void> {
    const { row, through, ownership, signal } = speech;
    let index = 0;
    let offset = 0;
    let held: string | null = null;
    const messageId = () => `bot-${through}-${index}`;
    const commit = async (text: string | null, handoff: BotHandoff | null) => {
      if (signal.aborted) return false;
      const outcome = await hub.submit(row.siteId, row.conversationId, {
        id: messageId(),
        actor: { ...author, kind: 'bot' },
        command: { type: 'answer', ownership, parts: text ? [{ type: 'text', text }] : null, handoff },
      });
      index += 1;
      offset = 0;
      held = null;
      if ('refusal' in outcome && outcome.refusal.code === 'unavailable')
        throw new Error(outcome.refusal.message);
      return !('refusal' in outcome);
    };

    for await (const output of outputs) {
      if (signal.aborted) return;
      if (output.type === 'offer' || output.type === 'handoff') {
        const goesOn = await commit(held, handoffOf(output));
        if (output.type === 'handoff' || !goesOn) return;
        continue;
      }
      if (held !== null && !(await commit(held, null))) return;
      if (output.type === 'message') held = output.text;
      else {
        sendSignal(row.conversationId, author, {
          type: 'message-delta',
          messageId: messageId(),
          attempt: row.attempts,
          ownership,
          offset,
          text: output.text,
        });
        offset += output.text.length;
      }
    }
    if (held !== null) await commit(held, null);
  }

  return {
    run,
    async onDead(row) {
      const { ownership } = JSON.parse(row.body) as TurnBody;
      await hub.submit(row.siteId, row.conversationId, {
        id: `bot-${row.seq}-failed`,
        actor: { ...author, kind: 'bot' },
        command: {
          type: 'answer',
          ownership,
          parts: [{ type: 'text', text: apology }],
          handoff: {
            type: 'offer',
            reason: 'rule',
            summary: null,
            confidence: null,
            searchedKnowledge: false,
          },
        },
      });
    },
  };
}

const handoffOf = (output: Extract<BotOutput, { type: 'offer' | 'handoff' }>): BotHandoff => ({
  type: output.type,
  reason: output.reason,
  summary: output.type === 'handoff' ? (output.summary ?? null) : null,
  confidence: output.confidence ?? null,
  searchedKnowledge: output.searchedKnowledge ?? false,
});

/** Takes the messages that wait behind this one into the same turn; how far is kept, so that a rerun is the same turn. */
async function gather({ db }: Store, row: OutboxRow, body: TurnBody): Promise<number> {
  const lane = { conversationId: row.conversationId, target: row.target };
  return db.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom('outbox')
      .select(['seq', 'body'])
      .where((where) => where.and(lane))
      .where('seq', '>', row.seq)
      .orderBy('seq')
      .execute();
    const end = waiting.findIndex((each) => (JSON.parse(each.body) as TurnBody).turn !== 'message');
    const joined = waiting.slice(0, end < 0 ? undefined : end).map((each) => each.seq);
    const through = joined.at(-1) ?? row.seq;
    if (joined.length > 0)
      await transaction
        .deleteFrom('outbox')
        .where((where) => where.and(lane))
        .where('seq', 'in', joined)
        .execute();
    await transaction
      .updateTable('outbox')
      .set({ body: JSON.stringify({ ...body, through }) })
      .where((where) => where.and({ ...lane, seq: row.seq }))
      .execute();
    return through;
  });
}

async function readTurn(
  { db }: Store,
  row: OutboxRow,
  body: TurnBody,
  through: number,
  state: { handoff: { endReason: string | null } | null },
  summary: string,
): Promise<{ turn: BotTurn; history: BotHistoryItem[] }> {
  const { entries } = await readEntriesBefore(db, row.conversationId, through + 1);
  const messages = entries.flatMap((entry) =>
    entry.kind === 'message'
      ? [{ seq: entry.seq, author: entry.message.author.kind, text: textOf(entry.message) }]
      : [],
  );
  const history = messages.filter(({ seq }) => seq < row.seq).map(({ author, text }) => ({ author, text }));
  if (body.turn === 'handoff-ended') {
    const endReason = state.handoff?.endReason ?? 'resolved-by-agent';
    return { turn: { type: 'handoff-ended', endReason, summary: summary || null }, history };
  }
  if (body.turn === 'started') return { turn: { type: 'started' }, history };
  const said = messages.filter(({ seq, author }) => seq >= row.seq && author === 'visitor');
  return { turn: { type: 'message', text: said.map(({ text }) => text).join('\n\n') }, history };
}
