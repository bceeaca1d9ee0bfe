import {
  type ChatClient,
  createChatClient,
  createMemoryRelay,
  type Transport,
  type TransportHandlers,
} from '@batonchat/core';
import { type Author, type Entry, initialState } from '@batonchat/protocol';
import { ChatWidget } from '@batonchat/react';
import { createRoot } from 'react-dom/client';
import { begin } from './bench.js';
import type { BenchMessage } from './subject.js';

const conversationId = 'bench';
const epoch = 'bench';
const visitor: Author = { kind: 'visitor', id: 'v', name: null, avatarUrl: null };
const bot: Author = { kind: 'bot', id: 'bot', name: 'Bot', avatarUrl: null };
const ownership = 0;

const entryOf = ({ id, isVisitor, text, at }: BenchMessage, seq: number): Entry => {
  const author = isVisitor ? visitor : bot;
  return { kind: 'message', seq, id, at, message: { id, author, parts: [{ type: 'text', text }] } };
};

/** A relay that answers at once, with the whole transcript as its first page. */
function relayOf(entries: Entry[], onConnect: (handlers: TransportHandlers) => void): Transport {
  return {
    connect(handlers) {
      onConnect(handlers);
      queueMicrotask(handlers.onOpen);
      return {
        send(frame) {
          if (frame.type === 'hello')
            queueMicrotask(() =>
              handlers.onFrame({ type: 'welcome', protocol: 1, participant: visitor, heartbeatMs: 25_000 }),
            );
          if (frame.type === 'open')
            queueMicrotask(() =>
              handlers.onFrame({
                type: 'snapshot',
                log: 'shared',
                conversationId,
                position: { epoch, seq: entries.length, id: entries.at(-1)?.id ?? '' },
                state: { ...initialState, visitorId: visitor.id },
                entries,
                hasOlder: false,
                receipts: [],
              }),
            );
          return true;
        },
        close() {},
      };
    },
  };
}

let wire: TransportHandlers | null = null;
let client: ChatClient | null = null;
let place: HTMLElement | null = null;

// Brings what a page else fetches as it connects, and the script tag has at once.
createMemoryRelay().destroy();

begin({
  rowSelector: '.baton-item',
  mount(given, messages) {
    place = given;
    const entries = messages.map((message, index) => entryOf(message, index + 1));
    client = createChatClient({
      transport: relayOf(entries, (handlers) => {
        wire = handlers;
      }),
    });
    createRoot(place).render(<ChatWidget client={client} placement="inline" />);
  },
  append({ id, text, at }) {
    const seq = (client?.store.getState().conversation?.position.seq ?? 0) + 1;
    const message = { id, author: bot, parts: [{ type: 'text' as const, text }] };
    wire?.onFrame({
      type: 'events',
      conversationId,
      log: 'shared',
      epoch,
      head: seq,
      events: [{ type: 'message-added', seq, id, v: 1, at, causedBy: id, body: { message } }],
    });
  },
  beginReply(messageId) {
    let offset = 0;
    return (text) => {
      wire?.onFrame({
        type: 'signal',
        conversationId,
        from: bot,
        signal: { type: 'message-delta', messageId, attempt: 1, ownership, offset, text },
      });
      offset += text.length;
    };
  },
  scroller: () => place?.querySelector<HTMLElement>('[role=log]') ?? null,
  input: () => place?.querySelector<HTMLElement>('textarea') ?? null,
});
