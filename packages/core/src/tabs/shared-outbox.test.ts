import type { VisitorCommand } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import { memoryStorage } from '../storage/storage.js';
import { createTabsScene as createScene, shownToAll } from '../testing/tabs-scene.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('the outbox over tabs', () => {
  test('what is said offline shows in all tabs within a second, in one order, and goes out once', async () => {
    const { clock, relay, open, openAll } = createScene();
    const tabs = await openAll(3);
    relay.goOffline();
    for (const text of numbers(6)) {
      tabs[Number(text) % 3]?.chat.sendMessage(text);
      await clock.advance(1);
    }
    await clock.advance(1000);
    expect(shownToAll(tabs)).toEqual(numbers(6));
    const late = open();
    await clock.advance(1000);
    expect(shownToAll([...tabs, late])).toEqual(numbers(6));
    relay.goOnline();
    await clock.advance(10_000);
    expect(shownToAll([...tabs, late])).toEqual(numbers(6));
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toEqual([]);
  });

  test('where storage is refused, a tab that joins hears of what is unsent, and it goes out once', async () => {
    const { clock, relay, open } = createScene();
    const refused = () => {
      const storage = memoryStorage<VisitorCommand>();
      storage.writeSecret('the same');
      return storage;
    };
    const tabs = [open(refused()), open(refused())];
    await clock.advance(100);
    relay.goOffline();
    tabs[1]?.chat.sendMessage('0');
    await clock.advance(1);
    tabs[0]?.chat.sendMessage('1');
    tabs.push(open(refused()));
    await clock.advance(1000);
    expect(shownToAll(tabs)).toEqual(numbers(2));
    relay.goOnline();
    await clock.advance(10_000);
    expect(shownToAll(tabs)).toEqual(numbers(2));
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toEqual([]);
  });

  test('what is refused has failed in all tabs; retried or given up in one, it is so in all', async () => {
    const { clock, relay, kept, openAll } = createScene();
    const tabs = await openAll(3);
    const say = async (text: string) => {
      relay.refuseNext('invalid', 'Not like this.');
      const sent = tabs[1]?.chat.sendMessage(text);
      await clock.advance(500);
      return sent && 'commandId' in sent ? sent.commandId : '';
    };
    const first = await say('first');
    for (const { chat } of tabs)
      expect(chat.store.getState().outbox).toMatchObject([
        { status: 'failed', refusal: { code: 'invalid' } },
      ]);
    tabs[2]?.chat.retry(first);
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['first']);
    const second = await say('second');
    tabs[2]?.chat.discard(second);
    await clock.advance(500);
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toEqual([]);
    expect(shownToAll(tabs)).toEqual(['first']);
    expect(await kept.readOutbox()).toEqual([]);
  });

  test('what the relay cannot take now is sending in all tabs, and goes out later', async () => {
    const { clock, relay, openAll } = createScene();
    const tabs = await openAll(2);
    relay.refuseNext('unavailable');
    tabs[1]?.chat.sendMessage('hello');
    await clock.advance(200);
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toMatchObject([{ status: 'sending' }]);
    await clock.advance(2000);
    expect(shownToAll(tabs)).toEqual(['hello']);
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toEqual([]);
  });

  test('a leader that is killed in the middle of a send: the next sends the same again, and it is there once', async () => {
    for (let ms = 0; ms < 40; ms += 4) {
      const { clock, kept, openAll } = createScene();
      const [leader, ...others] = await openAll(3);
      for (const text of numbers(3)) leader.chat.sendMessage(text);
      await clock.advance(ms);
      leader.kill();
      others[0]?.chat.sendMessage('3');
      await clock.advance(2000);
      expect(shownToAll(others)).toEqual(numbers(4));
      expect(await kept.readOutbox()).toEqual([]);
    }
  });

  test('a tab that is left right after it sent has told the leader', async () => {
    const { clock, kept, openAll } = createScene();
    const [leader, other] = await openAll(2);
    other?.chat.sendMessage('hello');
    other?.chat.destroy();
    await clock.advance(500);
    expect(shownToAll([leader])).toEqual(['hello']);
    expect(await kept.readOutbox()).toEqual([]);
  });

  test('what a tab that crashed had said an instant before goes out by the leader', async () => {
    const { clock, kept, openAll } = createScene();
    const [leader, other] = await openAll(2);
    other?.chat.sendMessage('hello');
    other?.kill();
    await clock.advance(500);
    expect(shownToAll([leader])).toEqual(['hello']);
    expect(await kept.readOutbox()).toEqual([]);
  });

  test('what the leader had said an instant before it crashed goes out by the next, though it was not kept', async () => {
    const { clock, kept, open } = createScene();
    const leader = open({ ...kept, writeOutboxItem: () => new Promise(() => {}) });
    await clock.advance(100);
    const other = open();
    await clock.advance(200);
    leader.chat.sendMessage('hello');
    leader.kill();
    await clock.advance(2000);
    expect(shownToAll([other])).toEqual(['hello']);
  });

  test('what a tab had kept but told nobody goes out with the next tab', async () => {
    const { clock, kept, open, openAll } = createScene();
    const [leader] = await openAll(1);
    const conversationId = leader.chat.store.getState().conversation?.id ?? null;
    await kept.writeOutboxItem({
      ...{ commandId: 'kept', conversationId, createdAt: 1, status: 'sending', refusal: null },
      command: { type: 'send-message', parts: [{ type: 'text', text: 'hello' }] },
    });
    const next = open();
    await clock.advance(1000);
    expect(shownToAll([leader, next])).toEqual(['hello']);
    expect(await kept.readOutbox()).toEqual([]);
  });

  test('a human is asked for once, in whichever tabs', async () => {
    const { clock, relay, openAll } = createScene();
    const tabs = await openAll(3);
    relay.goOffline();
    for (const { chat } of tabs) {
      chat.requestHandoff();
      await clock.advance(10);
    }
    relay.goOnline();
    await clock.advance(10_000);
    expect(shownToAll(tabs)).toEqual(['(requested)']);
  });

  test('what was seen in one tab is seen in all, also while offline', async () => {
    const { clock, relay, openAll } = createScene({ greeting: 'Hello!', bot: async function* () {} });
    const tabs = await openAll(3);
    await clock.advance(500);
    const seq = tabs[0].chat.store.getState().conversation?.position.seq ?? 0;
    relay.goOffline();
    await clock.advance(100);
    tabs[1]?.chat.markRead(seq);
    await clock.advance(100);
    expect(tabs.map(({ chat }) => chat.store.getState().readSeq)).toEqual([seq, seq, seq]);
  });
});
