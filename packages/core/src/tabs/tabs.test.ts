import type { VisitorCommand } from '@batonchat/protocol';
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

describe('the lead', () => {
  test('passes on within two seconds, welcome included, when its tab closes, crashes or is destroyed', async () => {
    for (const end of ['kill', 'destroy'] as const) {
      const { clock, openAll, sockets } = createScene();
      const [leader, ...others] = await openAll(3);
      if (end === 'kill') leader.kill();
      else leader.chat.destroy();
      await clock.advance(500);
      expect(rolesOf(others)).toEqual(['leader', 'follower']);
      expect(statusesOf(others)).toEqual(['connected', 'connected']);
      expect(sockets()).toBe(1);
      others[1]?.chat.sendMessage('hello');
      await clock.advance(500);
      expect(shownToAll(others)).toEqual(['hello']);
    }
  });

  test('is taken by a visible tab from one that does not answer, and the robbed one follows', async () => {
    const { clock, openAll, sockets } = createScene();
    const tabs = await openAll(3);
    const [leader, hidden, visible] = tabs;
    hidden?.hide();
    leader.freeze();
    visible?.chat.sendMessage('hello');
    await clock.advance(1900);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'follower']);
    await clock.advance(1100);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'leader']);
    expect(visible && shownTo(visible.chat)).toEqual(['hello']);

    leader.thaw();
    await clock.advance(500);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    expect(sockets()).toBe(1);
    leader.chat.sendMessage('again');
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['hello', 'again']);
  });

  test('stays with a hidden tab that answers, and is not taken by hidden ones', async () => {
    const { clock, world, openAll } = createScene();
    const tabs = await openAll(2);
    const [leader, other] = tabs;
    leader.hide();
    await clock.advance(40_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
    other?.hide();
    leader.freeze();
    const said = world.posted.length;
    await clock.advance(60_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
    expect(world.posted.length - said).toBeLessThan(5);
    other?.show();
    await clock.advance(3000);
    expect(rolesOf(tabs)).toEqual(['leader', 'leader']);
  });

  test('goes to the tab in use from one that was hidden for a minute', async () => {
    const { clock, openAll } = createScene();
    const tabs = await openAll(3);
    const [leader, hidden, visible] = tabs;
    leader.hide();
    hidden?.hide();
    await clock.advance(50_000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower', 'follower']);
    await clock.advance(15_000);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
    expect(statusesOf(tabs)).toEqual(['connected', 'connected', 'connected']);
    visible?.hide();
    hidden?.show();
    await clock.advance(50_000);
    expect(rolesOf(tabs)).toEqual(['follower', 'follower', 'leader']);
  });

  test('a robbed leader that is thawed is believed by nobody, hidden tabs included', async () => {
    const { clock, world, openAll } = createScene();
    const tabs = await openAll(4);
    const [leader, hidden, , visible] = tabs;
    hidden?.hide();
    leader.freeze();
    await clock.advance(4000);
    const said = world.posted.length;
    leader.thaw();
    await clock.advance(500);
    expect(rolesOf(tabs).filter((role) => role === 'leader')).toHaveLength(1);
    // It asks for the conversation itself; the others have no reason to ask again.
    expect(world.posted.slice(said).filter(({ type }) => type === 'send')).toHaveLength(1);
    visible?.chat.sendMessage('hello');
    await clock.advance(500);
    expect(shownToAll(tabs)).toEqual(['hello']);
  });

  test('a hidden leader whose timers run late comes back when a visible tab expects it to', async () => {
    const { clock, relay, openAll } = createScene();
    const tabs = await openAll(2);
    const [leader, other] = tabs;
    relay.goOffline();
    await clock.advance(100);
    leader.hide();
    leader.delayTimers(60_000);
    await clock.advance(5000);
    relay.goOnline();
    await clock.advance(4000);
    expect(other?.chat.store.getState()).toMatchObject({
      tabs: 'follower',
      connection: { status: 'connected' },
    });
  });

  test('a tab that slept for hours does not take a lead that is well', async () => {
    const { clock, openAll } = createScene();
    const tabs = await openAll(2);
    for (let count = 0; count < 10; count++) {
      await clock.leap(3_600_000);
      for (const tab of tabs) tab.show();
    }
    await clock.advance(5000);
    expect(rolesOf(tabs)).toEqual(['leader', 'follower']);
  });

  test('a tab that is alone says nothing over and over', async () => {
    const { clock, world, openAll } = createScene();
    await openAll(1);
    const said = world.posted.length;
    await clock.advance(20_000);
    expect(world.posted.length).toBe(said);
  });
});

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
