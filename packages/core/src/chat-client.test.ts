import { limits } from '@batonchat/protocol';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createChatClient } from './chat-client.js';
import type { UploadRequest } from './files/file-transport.js';
import { loadRecogniser } from './recogniser.js';
import { rowsOf } from './rows/rows.js';
import { memoryStorage } from './storage/storage.js';
import { createScene } from './testing/frames.js';
import { createManualClock, settled } from './testing/manual-clock.js';
import { createMeeting, shownTo } from './testing/meeting.js';
import { createScriptedTransport } from './testing/scripted-transport.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('sending', () => {
  test('a message is shown at once, and is sent when there is a conversation', async () => {
    const { clock, visitor } = createMeeting();
    const chat = visitor();
    chat.sendMessage('hello');
    expect(rowsOf(chat.store.getState(), 'visitor')).toMatchObject([{ seq: null, delivery: 'sending' }]);
    chat.connect();
    await clock.advance(100);
    expect(rowsOf(chat.store.getState(), 'visitor')).toMatchObject([{ seq: 2, delivery: 'sent' }]);
    expect(chat.store.getState().outbox).toEqual([]);
  });

  test('what cannot be sent is refused, and nothing is taken', () => {
    const chat = createMeeting().visitor();
    expect(chat.sendMessage(' \n')).toEqual({ refusal: 'empty' });
    expect(chat.sendMessage('x'.repeat(limits.messageCharacters + 1))).toEqual({ refusal: 'too-long' });
    for (let count = 0; count < 500; count++) chat.sendMessage('x');
    expect(chat.sendMessage('x')).toEqual({ refusal: 'outbox-full' });
    expect(chat.store.getState().outbox).toHaveLength(500);
  });

  test('a refused message stays as failed with its reason, and can be sent again or taken back', async () => {
    const { clock, relay, visitor } = createMeeting();
    const chat = visitor();
    chat.connect();
    relay.refuseNext('invalid', 'Not like this.');
    const sent = chat.sendMessage('hello');
    await clock.advance(100);
    const row = rowsOf(chat.store.getState(), 'visitor')[0];
    expect(row).toMatchObject({
      delivery: 'failed',
      refusal: { code: 'invalid', message: 'Not like this.' },
    });
    chat.retry('commandId' in sent ? sent.commandId : '');
    await clock.advance(100);
    expect(rowsOf(chat.store.getState(), 'visitor')).toMatchObject([{ delivery: 'sent' }]);

    relay.refuseNext('invalid');
    const again = chat.sendMessage('hello again');
    await clock.advance(100);
    const item = chat.discard('commandId' in again ? again.commandId : '');
    expect(item?.command).toMatchObject({ parts: [{ text: 'hello again' }] });
    expect(shownTo(chat)).toEqual(['hello']);
  });

  test('while the relay cannot, it is sending, never failed', async () => {
    const { clock, relay, visitor } = createMeeting();
    const chat = visitor();
    chat.connect();
    await clock.advance(100);
    relay.refuseNext('unavailable');
    chat.sendMessage('hello');
    await clock.advance(100);
    expect(chat.store.getState().outbox).toMatchObject([{ status: 'sending' }]);
    await clock.advance(2000);
    expect(chat.store.getState().outbox).toEqual([]);
  });

  test('connections that are cut at any moment neither lose, double nor reorder', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 30 }),
        async (gaps, latencyMs) => {
          const { clock, relay, visitor } = createMeeting({ latencyMs });
          const [chat, other] = [visitor(), visitor()];
          chat.connect();
          other.connect();
          const texts = numbers(12);
          for (const [index, text] of texts.entries()) {
            chat.sendMessage(text);
            await clock.advance(gaps[index % gaps.length] ?? 0);
            if (index % 2) relay.cut();
          }
          for (const gap of gaps) {
            await clock.advance(gap);
            relay.cut();
          }
          await clock.advance(60_000);
          expect(shownTo(chat)).toEqual(texts);
          expect(shownTo(other)).toEqual(texts);
          chat.destroy();
          other.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a reload', () => {
  test('sends what was unsent once, in order, and before what is said now', async () => {
    const { clock, relay, visitor } = createMeeting();
    const storage = memoryStorage<never>();
    const first = visitor('v', storage);
    first.connect();
    await clock.advance(100);
    relay.goOffline();
    for (const text of numbers(3)) first.sendMessage(text);
    await settled();
    first.destroy();

    const second = visitor('v', storage);
    second.sendMessage('3');
    second.connect();
    await clock.advance(500);
    expect(shownTo(second)).toEqual(numbers(4));
    relay.goOnline();
    await clock.advance(30_000);
    expect(shownTo(second)).toEqual(numbers(4));
    expect(await storage.readOutbox()).toEqual([]);
    expect(second.store.getState().outbox).toEqual([]);
  });

  test('in the middle of a send does not say it twice', async () => {
    const { clock, visitor } = createMeeting();
    const storage = memoryStorage<never>();
    const first = visitor('v', storage);
    first.connect();
    await clock.advance(100);
    first.sendMessage('hello');
    await clock.advance(10);
    first.destroy();
    const second = visitor('v', storage);
    second.connect();
    await clock.advance(1000);
    expect(shownTo(second)).toEqual(['hello']);
    expect(await storage.readOutbox()).toEqual([]);
  });
});

describe('asking for a human', () => {
  beforeAll(loadRecogniser);

  test('is shown at once, under the key that its event will have, by button or by words', async () => {
    for (const ask of ['button', 'words']) {
      const { clock, visitor } = createMeeting();
      const chat = visitor();
      chat.connect();
      await clock.advance(100);
      if (ask === 'button') chat.requestHandoff();
      else chat.sendMessage('talk to a human');
      const before = rowsOf(chat.store.getState(), 'visitor');
      const notice = before.find((row) => row.kind === 'notice');
      expect(notice).toMatchObject({ seq: null, delivery: 'sending', isLatestHandoff: true });
      await clock.advance(100);
      const after = rowsOf(chat.store.getState(), 'visitor');
      expect(after.map((row) => row.key)).toEqual(before.map((row) => row.key));
      expect(after.every((row) => row.seq !== null)).toBe(true);
      expect(after.find((row) => row.kind === 'notice')?.notice).toEqual(notice?.notice);
    }
  });

  test('twice is once', async () => {
    const { clock, visitor } = createMeeting();
    const chat = visitor();
    chat.connect();
    chat.requestHandoff();
    chat.requestHandoff();
    chat.sendMessage('talk to a human');
    expect(shownTo(chat)).toEqual(['(requested)', 'talk to a human']);
    await clock.advance(200);
    chat.requestHandoff();
    expect(shownTo(chat)).toEqual(['(requested)', 'talk to a human']);
  });

  test('offline it waits, and what another tab asked for meanwhile makes it moot', async () => {
    const { clock, relay, visitor } = createMeeting();
    const [chat, tab] = [visitor(), visitor()];
    chat.connect();
    tab.connect();
    await clock.advance(100);
    relay.goOffline();
    chat.requestHandoff();
    tab.requestHandoff();
    relay.goOnline();
    await clock.advance(5000);
    expect(shownTo(chat)).toEqual(['(requested)']);
    expect(chat.store.getState().outbox).toEqual([]);
    expect(tab.store.getState().outbox).toEqual([]);
  });
});

describe('catching up', () => {
  test('more than one frame holds is fetched in pages', async () => {
    const { clock, relay, visitor } = createMeeting();
    const [chat, tab] = [visitor(), visitor()];
    chat.connect();
    tab.connect();
    await clock.advance(100);
    relay.cut();
    relay.goOffline();
    for (let count = 0; count < 450; count++) tab.sendMessage(`${count}`);
    relay.goOnline();
    tab.reconnect();
    await clock.advance(450 * 25);
    chat.reconnect();
    await clock.advance(1000);
    expect(shownTo(chat)).toEqual(numbers(450));
  });

  test('a pong that knows of more leads to it', async () => {
    const { clock, relay, visitor } = createMeeting({ heartbeatMs: 1000 });
    const [chat, tab] = [visitor(), visitor()];
    chat.connect();
    tab.connect();
    await clock.advance(100);
    relay.loseNextEvents();
    tab.sendMessage('hello');
    await clock.advance(100);
    await clock.advance(1100);
    expect(shownTo(chat)).toEqual(['hello']);
    expect(shownTo(tab)).toEqual(['hello']);
  });

  test('a store that was wiped is told of, and what is said goes on', async () => {
    const { clock, relay, visitor } = createMeeting();
    const chat = visitor();
    chat.connect();
    chat.sendMessage('before');
    await clock.advance(100);
    relay.replaceHistory();
    chat.sendMessage('after');
    await clock.advance(1000);
    expect(chat.store.getState().isHistoryReplaced).toBe(true);
    expect(shownTo(chat)).toEqual(['after']);
    chat.dismissHistoryReplaced();
    expect(chat.store.getState().isHistoryReplaced).toBe(false);
  });

  test('a relay that cannot answer now is asked again', async () => {
    const clock = createManualClock();
    const transport = createScriptedTransport();
    const chat = createChatClient({ ...clock, transport });
    chat.connect();
    transport.welcome();
    const opens = () => transport.current().sent.filter((frame) => frame.type === 'open').length;
    expect(opens()).toBe(1);
    transport.receive({ type: 'error', code: 'try-later', message: 'Not now.' });
    await clock.advance(2000);
    expect(opens()).toBe(2);
    await clock.advance(5000);
    expect(opens()).toBe(3);
    chat.destroy();
    expect(clock.pending()).toBe(0);
  });

  test('an error that names nothing is about the command under way: later, or never', async () => {
    const clock = createManualClock();
    const transport = createScriptedTransport();
    const chat = createChatClient({ ...clock, transport });
    chat.connect();
    transport.welcome();
    transport.receive(createScene().snapshot());
    chat.sendMessage('hello');
    await settled();
    const commands = () => transport.current().sent.filter((frame) => frame.type === 'command').length;
    expect(commands()).toBe(1);
    transport.receive({ type: 'error', code: 'try-later', message: 'Not now.' });
    await clock.advance(2000);
    expect(commands()).toBe(2);
    transport.receive({ type: 'error', code: 'oversized', message: 'Too big.' });
    expect(chat.store.getState().outbox).toMatchObject([
      { status: 'failed', refusal: { code: 'invalid', message: 'Too big.' } },
    ]);
    chat.destroy();
  });

  test('older entries come in pages, and the promise settles with them', async () => {
    const { clock, visitor } = createMeeting();
    const [chat, tab] = [visitor(), visitor()];
    tab.connect();
    for (const text of numbers(70)) tab.sendMessage(text);
    await clock.advance(5000);
    chat.connect();
    await clock.advance(100);
    expect(shownTo(chat)).toEqual(numbers(70).slice(20));
    let isLoaded = false;
    const loaded = Promise.all([chat.loadOlder(), chat.loadOlder()]).then(() => {
      isLoaded = true;
    });
    await settled();
    expect({ isLoaded, isLoadingOlder: chat.store.getState().isLoadingOlder }).toEqual({
      isLoaded: false,
      isLoadingOlder: true,
    });
    await clock.advance(100);
    await loaded;
    expect(shownTo(chat)).toEqual(numbers(70));
    await chat.loadOlder();
  });

  test('older entries that cannot come now do not keep the promise open', async () => {
    const { clock, relay, visitor } = createMeeting();
    const tab = visitor();
    tab.connect();
    for (const text of numbers(70)) tab.sendMessage(text);
    await clock.advance(5000);
    const chat = visitor();
    chat.connect();
    await clock.advance(100);
    const loaded = chat.loadOlder();
    relay.cut();
    await loaded;
    expect(chat.store.getState().isLoadingOlder).toBe(false);
  });
});

test("a bot writes at most once a paint, and its message takes its draft's place", async () => {
  const { clock, visitor } = createMeeting({
    latencyMs: 0,
    bot: async function* () {
      for (const text of numbers(100)) yield { type: 'delta', text };
      await new Promise<void>((resolve) => clock.after(1000, resolve));
    },
  });
  const chat = visitor();
  chat.connect();
  await clock.advance(0);
  let changes = 0;
  chat.store.subscribe(({ drafts }, before) => {
    if (drafts !== before.drafts) changes++;
  });
  chat.sendMessage('hello');
  await clock.advance(500);
  const streaming = rowsOf(chat.store.getState(), 'visitor').at(-1);
  expect(streaming).toMatchObject({ isStreaming: true, parts: [{ text: numbers(100).join('') }] });
  expect(changes).toBeLessThanOrEqual(2);
  await clock.advance(1000);
  expect(rowsOf(chat.store.getState(), 'visitor').at(-1)).toMatchObject({
    key: streaming?.key,
    isStreaming: false,
    parts: [{ text: numbers(100).join('') }],
  });
});

test('a subscriber that issues a command while it is told of another loses neither', async () => {
  const { clock, visitor } = createMeeting();
  const storage = memoryStorage<never>();
  const chat = visitor('v', storage);
  const unsubscribe = chat.store.subscribe(({ outbox }) => {
    if (outbox.length !== 1) return;
    unsubscribe();
    chat.sendMessage('second');
  });
  chat.sendMessage('first');
  await settled();
  expect((await storage.readOutbox()).length).toBe(2);
  chat.connect();
  await clock.advance(500);
  expect(shownTo(chat)).toEqual(['first', 'second']);
});

test('destroy leaves nothing to run and keeps what is unsent', async () => {
  const { clock, visitor } = createMeeting();
  const storage = memoryStorage<never>();
  const chat = visitor('v', storage);
  chat.connect();
  await clock.advance(100);
  chat.setTyping(true);
  chat.sendMessage('hello');
  await settled();
  chat.destroy();
  chat.destroy();
  await clock.advance(1000);
  expect(clock.pending()).toBe(0);
  expect(chat.store.getState().connection).toEqual({ status: 'closed', reason: 'destroyed', retryAt: null });
  expect(await storage.readOutbox()).toHaveLength(1);
});

test('after a sign-out the files are another visitor’s', async () => {
  const { clock, relay } = createMeeting();
  const chat = createChatClient({ ...clock, transport: relay.visitorTransport() });
  chat.connect();
  await clock.advance(100);
  const before = chat.files;
  const files = await before();
  chat.signOut();
  await expect.poll(() => chat.files).not.toBe(before);
  expect(await chat.files()).not.toBe(files);
  chat.destroy();
});

test('after a sign-out nothing is uploaded any more in the name of the visitor before', async () => {
  const { clock, relay } = createMeeting();
  const transport = relay.visitorTransport();
  const begun: UploadRequest[] = [];
  const files = async () => ({
    terms: async () => ({ maxBytes: 100, accept: [] }),
    urls: async () => ({ urls: {}, expiresAt: 0 }),
    upload: (request: UploadRequest) => {
      begun.push(request);
      return new Promise<never>(() => {});
    },
  });
  const chat = createChatClient({ ...clock, transport: { ...transport, files } });
  chat.connect();
  await clock.advance(100);
  const before = await chat.files();
  before.add([new File(['secret'], 'one.txt')]);
  await expect.poll(() => begun.length).toBe(1);
  chat.signOut();
  await expect.poll(() => begun[0]?.signal.aborted).toBe(true);
  await clock.advance(1000);
  before.add([new File(['more'], 'two.txt')]);
  await clock.advance(1000);
  expect(begun).toHaveLength(1);
  chat.destroy();
});
