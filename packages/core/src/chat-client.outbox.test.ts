import { closeCodes, type VisitorCommand } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import { createChatClient } from './chat-client.js';
import { rowsOf } from './rows/rows.js';
import { type ChatStorage, memoryStorage } from './storage/storage.js';
import { settled } from './testing/manual-clock.js';
import { createMeeting, shownTo } from './testing/meeting.js';
import type { Transport } from './transport.js';

const hourMs = 3_600_000;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

/** The way of one page to the storage and the network, of which both end when the page dies. */
function createPage(kept: ChatStorage<VisitorCommand>, transport: Transport) {
  let isDead = false;
  const never = new Promise<never>(() => {});
  const storage: ChatStorage<VisitorCommand> = {
    ...kept,
    writeOutboxItem: (item) => (isDead ? never : kept.writeOutboxItem(item)),
    deleteOutboxItem: (commandId) => (isDead ? never : kept.deleteOutboxItem(commandId)),
  };
  const connections: { close(): void }[] = [];
  return {
    storage,
    transport: {
      ...transport,
      connect(handlers: Parameters<Transport['connect']>[0]) {
        const connection = transport.connect({
          onOpen: () => !isDead && handlers.onOpen(),
          onFrame: (frame) => !isDead && handlers.onFrame(frame),
          onClose: (close) => !isDead && handlers.onClose(close),
        });
        connections.push(connection);
        return { ...connection, send: (frame) => !isDead && connection.send(frame) };
      },
    } satisfies Transport,
    crash() {
      isDead = true;
      for (const connection of connections) connection.close();
    },
  };
}

describe('a day without a network', () => {
  test.each([0, 24 * hourMs, -24 * hourMs])(
    '200 messages, 3 reloads, a crash, a token that expired, a clock set by %d ms: all once, in order, within 5 s',
    async (stepMs) => {
      const { clock, relay } = createMeeting({ latencyMs: 5 });
      const kept = memoryStorage<VisitorCommand>();
      const tokens: boolean[] = [];
      const open = () => {
        const page = createPage(kept, {
          ...relay.visitorTransport({ id: 'v' }),
          token: async (fresh) => {
            tokens.push(fresh);
            return 'token';
          },
        });
        const chat = createChatClient({ ...clock, ...page });
        chat.connect();
        return { ...page, chat };
      };

      let page = open();
      await clock.advance(200);
      relay.goOffline();
      const texts = numbers(200);
      for (const [index, text] of texts.entries()) {
        page.chat.sendMessage(text);
        await clock.advance(1000);
        if (index === 120) clock.step(stepMs);
        if (index === 40 || index === 90 || index === 150) {
          page.chat.destroy();
          page = open();
        }
        if (index === 130) {
          await settled();
          page.crash();
          page = open();
        }
      }
      // Ten minutes of attempts, then frozen in the background for the rest of the day.
      await clock.advance(hourMs / 6);
      await clock.leap(24 * hourMs);
      expect(shownTo(page.chat)).toEqual(texts);
      expect(page.chat.store.getState().outbox.every(({ status }) => status === 'sending')).toBe(true);

      relay.goOnline();
      page.chat.reconnect();
      await clock.advance(12);
      relay.closeAll(closeCodes.tokenExpired);
      await clock.advance(4988);
      expect(page.chat.store.getState().outbox).toEqual([]);
      expect(await kept.readOutbox()).toEqual([]);
      expect(tokens).toContain(true);
      expect(shownTo(page.chat)).toEqual(texts);
      const other = createMeetingReader(relay, clock);
      await clock.advance(500);
      for (let count = 0; count < 3; count++) {
        const loaded = other.loadOlder();
        await clock.advance(100);
        await loaded;
      }
      const sums = booksOf(texts, other);
      console.log(sums);
      expect(sums).toMatch(/^sent 200 acked 200 delivered 200 lost 0 dup-visible 0 order 0 gaps 0$/);
      page.chat.destroy();
      other.destroy();
    },
  );

  test('what does not fit is refused with a reason, and what is there stays', async () => {
    const { clock, relay } = createMeeting();
    const kept = memoryStorage<VisitorCommand>();
    const chat = createChatClient({
      ...clock,
      storage: kept,
      transport: relay.visitorTransport({ id: 'v' }),
    });
    chat.connect();
    await clock.advance(100);
    relay.goOffline();
    const long = '🙂'.repeat(2000);
    let taken = 0;
    while ('commandId' in chat.sendMessage(long)) taken++;
    expect(chat.sendMessage(long)).toEqual({ refusal: 'outbox-full' });
    expect(taken * new TextEncoder().encode(long).length).toBeGreaterThan(1_900_000);
    // A wish is small and always has room.
    chat.requestHandoff();
    await settled();
    expect((await kept.readOutbox()).length).toBe(taken + 1);
    relay.goOnline();
    chat.reconnect();
    await clock.advance(taken * 25 + 1000);
    expect(shownTo(chat)).toEqual([...Array.from({ length: taken }, () => long), '(requested)']);
    expect('commandId' in chat.sendMessage('There is room again.')).toBe(true);
    chat.destroy();
  });
});

describe('a page that dies between Enter and the disk', () => {
  test.each([
    ['before it is kept', 0],
    ['kept, but not sent', 1],
    ['sent, but not answered', 2],
  ] as const)('%s: what the next page shows is true', async (_, stage) => {
    const { clock, relay } = createMeeting();
    const kept = memoryStorage<VisitorCommand>();
    const writes: (() => void)[] = [];
    const page = createPage(
      {
        ...kept,
        writeOutboxItem: (item) =>
          new Promise((resolve) => {
            writes.push(() => resolve(kept.writeOutboxItem(item)));
          }),
      },
      relay.visitorTransport({ id: 'v' }),
    );
    const chat = createChatClient({ ...clock, ...page });
    chat.connect();
    await clock.advance(100);
    chat.sendMessage('Hello');
    expect(rowsOf(chat.store.getState(), 'visitor')).toMatchObject([{ delivery: 'sending' }]);
    if (stage > 0) writes[0]?.();
    if (stage > 1) await clock.advance(10);
    page.crash();
    await clock.advance(1000);

    const next = createChatClient({
      ...clock,
      storage: kept,
      transport: relay.visitorTransport({ id: 'v' }),
    });
    next.connect();
    await clock.advance(1000);
    // Never sent before it was kept, so there is nothing that the relay has and this page does not know of.
    expect(rowsOf(next.store.getState(), 'visitor')).toMatchObject(stage === 0 ? [] : [{ delivery: 'sent' }]);
    expect(shownTo(next)).toEqual(stage === 0 ? [] : ['Hello']);
    expect(await kept.readOutbox()).toEqual([]);
    next.destroy();
  });
});

describe('a laptop that slept', () => {
  test.each([10 * 60_000, 8 * hourMs])(
    '%d ms: it asks within a second and has caught up within three',
    async (ms) => {
      const { clock, relay, visitor } = createMeeting();
      let isDown = false;
      const silent = new WeakSet<object>();
      const inner = relay.visitorTransport({ id: 'v' });
      const asked: number[] = [];
      const chat = createChatClient({
        ...clock,
        transport: {
          // Half open: nothing gets through, nobody is told.
          connect(handlers) {
            const self = {};
            const isDead = () => {
              if (isDown) silent.add(self);
              return silent.has(self);
            };
            const connection = inner.connect({
              onOpen: () => !isDead() && handlers.onOpen(),
              onFrame: (frame) => !isDead() && handlers.onFrame(frame),
              onClose: (close) => !isDead() && handlers.onClose(close),
            });
            return {
              close: () => connection.close(),
              send(frame) {
                if (frame.type === 'ping') asked.push(clock.now());
                return isDead() || connection.send(frame);
              },
            };
          },
        },
      });
      chat.connect();
      await clock.advance(100);
      isDown = true;
      await clock.leap(ms);
      const wokenAt = clock.now();
      chat.sendMessage('Written on waking');
      await clock.advance(1000);
      expect(asked.filter((at) => at >= wokenAt && at <= wokenAt + 1000)).not.toEqual([]);
      await clock.advance(9000);
      expect(chat.store.getState().connection.status).toBe('reconnecting');

      const other = visitor();
      other.connect();
      other.sendMessage('Said meanwhile');
      await clock.advance(200);
      isDown = false;
      chat.reconnect();
      await clock.advance(3000);
      expect(shownTo(chat)).toEqual(['Said meanwhile', 'Written on waking']);
      expect(shownTo(other)).toEqual(shownTo(chat));
      chat.destroy();
      other.destroy();
    },
  );
});

/** Another device of the same visitor. */
function createMeetingReader(relay: ReturnType<typeof createMeeting>['relay'], clock: object) {
  const chat = createChatClient({ ...clock, transport: relay.visitorTransport({ id: 'v' }) });
  chat.connect();
  return chat;
}

/** What was said against what one view shows of it. */
function booksOf(texts: readonly string[], view: ReturnType<typeof createChatClient>): string {
  const shown = shownTo(view);
  const seqs = view.store.getState().conversation?.entries.map(({ seq }) => seq) ?? [];
  const sums = {
    sent: texts.length,
    acked: shown.length,
    delivered: new Set(shown).size,
    lost: texts.filter((text) => !shown.includes(text)).length,
    'dup-visible': shown.length - new Set(shown).size,
    order: shown.filter((text, index) => text !== texts[index]).length,
    gaps: seqs.filter((seq, index) => index > 0 && seq !== (seqs[index - 1] ?? 0) + 1).length,
  };
  return Object.entries(sums)
    .map(([name, count]) => `${name} ${count}`)
    .join(' ');
}
