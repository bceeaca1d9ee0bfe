import { randomUUID } from 'node:crypto';
import { type HandoffSettings, type Signal, textOf } from '@batonchat/protocol';
import { createBotTurns } from '../bot-turn.js';
import { createOutboxWorker } from '../outbox/worker.js';
import { readEventsAfter } from '../store/conversations.js';
import type { Store } from '../store/open-store.js';
import { type OpenHub, openHub } from './open-hub.js';
import { type ScriptedBot, scriptedBot } from './scripted-bot.js';

/** A hub whose bot answers, without sockets: what would go over them is noted in `wire`. */
export interface OpenBot extends OpenHub {
  bot: ScriptedBot;
  /** Signals and events in the order in which a reader would get them. */
  wire: WireItem[];
  signalsOf(conversationId: string): Signal[];
  /** The messages of a conversation as `author: text`. */
  transcript(conversationId: string): Promise<string[]>;
  close(): Promise<void>;
}

/** One thing that a reader would get: a signal, or an event by its type. */
export type WireItem = { conversationId: string } & ({ signal: Signal } | { event: string });

/** How a hub with a bot is set up; what is left out is quick rather than real. */
export interface OpenBotOptions {
  bot?: ScriptedBot;
  settings?: Partial<HandoffSettings>;
  turnLimitMs?: number;
  leaseMs?: number;
}

/** A hub, a worker and a bot over an open store. */
export function openBot(store: Store, options: OpenBotOptions = {}): OpenBot {
  const { bot = scriptedBot(), settings, turnLimitMs, leaseMs } = options;
  const opened = openHub(store, settings);
  const { hub, log } = opened;
  const wire: WireItem[] = [];
  const turns = createBotTurns({
    bot,
    hub,
    store,
    log,
    sendSignal: (conversationId, _from, signal) => void wire.push({ conversationId, signal }),
    ...(turnLimitMs === undefined ? {} : { turnLimitMs }),
  });
  hub.onCommit(({ record, events, isRepeat }) => {
    for (const event of events) if (!isRepeat) wire.push({ conversationId: record.id, event: event.type });
    worker.wake();
  });
  const worker = createOutboxWorker({
    store,
    nodeId: randomUUID(),
    log,
    runners: { 'bot-turn': turns, 'desk-open': { run: () => Promise.resolve() } },
    backoffMs: () => 1,
    ...(leaseMs === undefined ? {} : { leaseMs }),
  });
  return {
    ...opened,
    bot,
    wire,
    signalsOf: (id) =>
      wire.flatMap((item) => (item.conversationId === id && 'signal' in item ? [item.signal] : [])),
    async transcript(conversationId) {
      const events = await readEventsAfter(store.db, conversationId, 'shared', 0);
      return events.flatMap((event) =>
        event.type === 'message-added'
          ? [`${event.body.message.author.kind}: ${textOf(event.body.message)}`]
          : [],
      );
    },
    async close() {
      await worker.close();
      turns.close();
      await hub.close();
    },
  };
}
