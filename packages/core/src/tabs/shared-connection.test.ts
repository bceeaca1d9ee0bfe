import { describe, expect, test } from 'vitest';
import { createChatClient } from '../chat-client.js';
import { memoryStorage } from '../storage/storage.js';
import { shownTo } from '../testing/meeting.js';
import {
  createTabsScene as createScene,
  shownToAll,
  type TabWithChat as Tab,
} from '../testing/tabs-scene.js';

const rolesOf = (tabs: Tab[]) => tabs.map(({ chat }) => chat.store.getState().tabs);
const statusesOf = (tabs: Tab[]) => tabs.map(({ chat }) => chat.store.getState().connection.status);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('one connection for all tabs', () => {
  test('the first leads, the others follow, and all see the same over one socket', async () => {
    const { clock, openAll, sockets } = createScene();
    const tabs = await openAll(3);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'follower']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    expect(sockets()).toBe(1);
    for (const [index, { chat }] of tabs.entries()) {
      chat.sendMessage(`${index}`);
      await clock.advance(1);
    }
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(numbers(3));
  });

  test('a tab that joins later has the whole conversation within a second', async () => {
    const { clock, open, openAll } = createScene();
    const tabs = await openAll(2);
    for (const text of numbers(3)) tabs[1]?.chat.sendMessage(text);
    await clock.advance(500);
    const late = open();
    await clock.advance(1000);
    expect(shownToAll([...tabs, late])).toEqual(numbers(3));
    expect(late.chat.store.getState().tabs).toBe('follower');
  });

  test('every tab knows how far the relay’s clock is ahead, however late it joins', async () => {
    const aheadMs = 300_000;
    const { clock, open, openAll } = createScene({ now: () => clock.now() + aheadMs, latencyMs: 0 });
    const tabs = await openAll(2);
    await clock.advance(60_000);
    const late = open();
    await clock.advance(1000);
    for (const { chat } of [...tabs, late]) expect(chat.store.getState().skewMs).toBe(aheadMs);
  });

  test('a hidden tab joins too', async () => {
    const { clock, world, kept, relay, openAll } = createScene();
    const [leader] = await openAll(1);
    leader.chat.sendMessage('hello');
    await clock.advance(500);
    const tab = world.open();
    tab.hide();
    const chat = createChatClient({
      ...tab.clock,
      transport: relay.visitorTransport({ id: 'v' }),
      storage: kept,
      tabs: tab.place,
    });
    chat.connect();
    await clock.advance(1000);
    expect(shownTo(chat)).toEqual(['hello']);
  });

  test('all tabs know that the connection is lost, and when it is back', async () => {
    const { clock, relay, openAll } = createScene();
    const tabs = await openAll(3);
    relay.goOffline();
    await clock.advance(100);
    const [first, ...others] = tabs.map(({ chat }) => chat.store.getState().connection);
    expect(first?.status).toBe('reconnecting');
    for (const each of others) expect(each).toEqual(first);
    tabs[2]?.chat.sendMessage('hello');
    relay.goOnline();
    tabs[1]?.chat.reconnect();
    await clock.advance(500);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    expect(shownToAll(tabs)).toEqual(['hello']);
  });

  test('a page of older entries is taken by the tab that asked', async () => {
    const { clock, openAll, open } = createScene();
    const [leader] = await openAll(1);
    for (const text of numbers(120)) leader.chat.sendMessage(text);
    await clock.advance(10_000);
    const [a, b] = [open(), open()];
    await clock.advance(500);
    void a.chat.loadOlder();
    await clock.advance(100);
    expect(shownTo(a.chat)).toEqual(numbers(120).slice(20));
    expect(shownTo(b.chat)).toEqual(numbers(120).slice(70));
    void Promise.all([a.chat.loadOlder(), b.chat.loadOlder()]);
    await clock.advance(100);
    expect(shownTo(a.chat)).toEqual(numbers(120));
    expect(shownTo(b.chat)).toEqual(numbers(120).slice(20));
  });

  test('rows that are held stay the very same when another tab joins', async () => {
    const { clock, open, openAll } = createScene();
    const [leader] = await openAll(1);
    for (const text of numbers(60)) leader.chat.sendMessage(text);
    await clock.advance(5000);
    const before = leader.chat.store.getState().conversation;
    open();
    await clock.advance(1000);
    // A visit is recorded in the desk's log alone: nothing in the shared one has changed.
    expect(leader.chat.store.getState().conversation?.entries).toBe(before?.entries);
  });

  test('where locks or channels are refused, every tab has its own connection and says so', async () => {
    const refusals = [
      { request: () => Promise.reject(new DOMException('Refused.', 'SecurityError')) },
      {
        channel: () => {
          throw new DOMException('Refused.', 'SecurityError');
        },
      },
      {
        request: () => {
          throw new DOMException('Refused.', 'SecurityError');
        },
      },
    ];
    for (const refusal of refusals) {
      const { clock, relay, world } = createScene();
      const chats = [0, 1].map(() =>
        createChatClient({
          ...clock,
          transport: relay.visitorTransport({ id: 'v' }),
          tabs: { ...world.open().place, ...refusal },
        }),
      );
      for (const chat of chats) chat.connect();
      await clock.advance(100);
      chats[0]?.sendMessage('hello');
      await clock.advance(100);
      for (const chat of chats) {
        expect(chat.store.getState()).toMatchObject({ tabs: 'alone', connection: { status: 'connected' } });
        expect(shownTo(chat)).toEqual(['hello']);
        chat.destroy();
      }
      await clock.advance(100);
      expect(world.openChannels()).toBe(0);
      expect(clock.pending()).toBe(0);
    }
  });

  test('visitors with secrets of their own share nothing', async () => {
    const { clock, open, sockets } = createScene();
    const tabs = [open(memoryStorage()), open(memoryStorage())];
    await clock.advance(500);
    expect(rolesOf(tabs)).toEqual(['leader', 'leader']);
    expect(sockets()).toBe(2);
  });
});

test('a history that was replaced is told of in all tabs, and dismissed in all', async () => {
  const { clock, relay, openAll } = createScene();
  const tabs = await openAll(3);
  tabs[0].chat.sendMessage('before');
  await clock.advance(500);
  relay.replaceHistory();
  tabs[2]?.chat.sendMessage('after');
  await clock.advance(3000);
  for (const { chat } of tabs) expect(chat.store.getState().isHistoryReplaced).toBe(true);
  expect(shownToAll(tabs)).toEqual(['after']);
  tabs[1]?.chat.dismissHistoryReplaced();
  await clock.advance(100);
  for (const { chat } of tabs) expect(chat.store.getState().isHistoryReplaced).toBe(false);
});

test('a page that is left holds no lock, channel or socket; it comes back to what was said meanwhile, and goes on', async () => {
  const { clock, world, openAll, sockets } = createScene();
  const [only] = await openAll(1);
  only.chat.sendMessage('0');
  await clock.advance(200);
  only.leave();
  await clock.advance(0);
  expect([world.openChannels(), world.requests(), sockets()]).toEqual([0, 0, 0]);
  only.thaw();
  await clock.advance(300);
  expect([rolesOf([only]), statusesOf([only])]).toEqual([['leader'], ['connected']]);

  const [first, second] = [only, (await openAll(1))[0]];
  first.leave();
  await clock.advance(500);
  expect(rolesOf([second])).toEqual(['leader']);
  second.chat.sendMessage('1');
  await clock.advance(500);
  first.thaw();
  await clock.advance(500);
  first.chat.sendMessage('2');
  await clock.advance(500);
  expect(rolesOf([first, second])).toEqual(['follower', 'leader']);
  expect(shownToAll([first, second])).toEqual(numbers(3));
  expect(sockets()).toBe(1);
});

test('destroy leaves nothing: no timer, no channel, no lock', async () => {
  const { clock, world, openAll, sockets } = createScene();
  const tabs = await openAll(3);
  tabs[1]?.chat.setTyping(true);
  for (const { chat } of tabs.toReversed()) {
    chat.destroy();
    chat.destroy();
    expect(chat.store.getState().connection).toEqual({
      status: 'closed',
      reason: 'destroyed',
      retryAt: null,
    });
  }
  await clock.advance(10_000);
  expect({ channels: world.openChannels(), requests: world.requests(), sockets: sockets() }).toEqual({
    channels: 0,
    requests: 0,
    sockets: 0,
  });
  expect(clock.pending()).toBe(0);
});

describe('a sign-out', () => {
  test('holds in all tabs within a second: what was shown and what was unsent is gone', async () => {
    const { clock, openAll, kept } = createScene();
    const tabs = await openAll(3);
    tabs[0]?.chat.sendMessage('mine');
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['mine']);
    const before = kept.readSecret();
    tabs[1]?.chat.signOut();
    expect(kept.readSecret()).not.toBe(before);
    await clock.advance(1000);
    for (const { chat } of tabs) expect(chat.store.getState().outbox).toEqual([]);
    await clock.advance(3000);
    expect(rolesOf(tabs).toSorted()).toEqual(['follower', 'follower', 'leader']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
  });
});
