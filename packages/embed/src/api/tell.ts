import { type ChatState, handoffOf, unreadCount } from '@batonchat/core';
import type { QueuedCall } from '../embed-host.js';
import type { Embedded } from '../embedded.js';
import type { HandoffChange, Trouble } from './events.js';
import { createListeners, type Listeners } from './listeners.js';

/** Tells the page what happens in the chat. */
export interface Teller {
  /** A listener, which is told what stands now. */
  add(call: QueuedCall): void;
  remove(call: unknown): void;
  stop(): void;
}

/** Tells who listens of each change once; messages that were there before are no news. */
export function startTelling({ client, shown }: Embedded): Teller {
  const listeners = createListeners();
  let before: ChatState | null = null;
  let isBegun = false;
  let isOpen = false;
  let handoff: HandoffChange | null = null;
  let unread = 0;
  /** The history and how much of it is told; what was there when the page came is no news. */
  let told = { history: '', seq: 0 };
  const troubles = new Map<string, Trouble>();

  /** Who listens from before is greeted, as everybody is. */
  const tell: Listeners['tell'] = (name, value) => {
    if (isBegun) listeners.tell(name, value);
  };

  function tellMessages(state: ChatState) {
    const { conversation } = state;
    if (!conversation) return;
    const { epoch, seq } = conversation.position;
    const history = `${conversation.id} ${epoch}`;
    if (history !== told.history) told = { history, seq };
    const isNews = (entry: { seq: number }) => entry.seq > told.seq;
    const first = conversation.entries.findLastIndex((entry) => !isNews(entry)) + 1;
    for (const entry of conversation.entries.slice(first)) {
      if (entry.kind !== 'message') continue;
      const { id, author, parts } = entry.message;
      tell('message', {
        direction: author.kind === 'visitor' ? 'sent' : 'received',
        messageId: id,
        author: author.kind,
        text: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n'),
        isFirstTab: state.tabs !== 'follower',
      });
    }
    told.seq = Math.max(told.seq, seq);
  }

  function tellHandoff(state: ChatState) {
    if (!state.conversation) return;
    const next = changeOf(state);
    if (JSON.stringify(next) === JSON.stringify(handoff)) return;
    handoff = next;
    tell('handoff', next);
  }

  function tellTroubles(state: ChatState) {
    const { connection, tabs, outboxStorage } = state;
    const { reason } = connection;
    const isAlone = tabs === 'alone' && connection.status === 'connected';
    const standing: [string, Trouble['reason'] | null][] = [
      ['connection', reason === 'destroyed' ? null : reason],
      ['storage', outboxStorage === 'memory' ? 'storage-refused' : null],
      ['tabs', isAlone ? 'tabs-apart' : null],
    ];
    for (const [what, why] of standing) {
      if (troubles.get(what)?.reason === why) continue;
      troubles.delete(what);
      if (!why) continue;
      troubles.set(what, { reason: why });
      tell('error', { reason: why });
    }
  }

  function look() {
    const state = client.store.getState();
    if (state !== before) {
      before = state;
      tellMessages(state);
      tellHandoff(state);
      const count = unreadCount(state);
      if (count !== unread) tell('unread', { count });
      unread = count;
      tellTroubles(state);
    }
    const wasOpen = isOpen;
    isOpen = shown.get().isOpen;
    if (isOpen !== wasOpen) tell(isOpen ? 'open' : 'close', {});
  }

  look();
  isBegun = true;
  const stops = [client.store.subscribe(look), shown.subscribe(look)];
  return {
    add(call) {
      listeners.add(call);
      listeners.tell('ready', {}, call);
      if (isOpen) listeners.tell('open', {}, call);
      if (handoff) listeners.tell('handoff', handoff, call);
      if (unread > 0) listeners.tell('unread', { count: unread }, call);
      for (const trouble of troubles.values()) listeners.tell('error', trouble, call);
    },
    remove: listeners.remove,
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function changeOf(state: ChatState): HandoffChange {
  const handoff = handoffOf(state);
  return {
    status: handoff?.status ?? 'none',
    handoffId: handoff?.id ?? null,
    agentName: handoff?.status === 'active' ? (handoff.agent?.name ?? null) : null,
    endReason: handoff?.endReason ?? null,
  };
}
