import { closeCodes } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import { rowsOf } from '../rows/rows.js';
import { isWaiting, queuePlaceOf } from '../selectors.js';
import { createMeeting, shownAt, shownTo } from '../testing/meeting.js';
import type { ScriptedBot } from './scripted-bot.js';

const echo: ScriptedBot = async function* (text) {
  yield { type: 'delta', text: 'You said: ' };
  yield { type: 'delta', text };
};

test('visitors who wait are told where they stand, and again when others leave', async () => {
  const { clock, visitor } = createMeeting();
  const [first, second] = [visitor('first'), visitor('second')];
  const positions = () => [first, second].map(({ store }) => queuePlaceOf(store.getState())?.position);
  for (const chat of [first, second]) {
    chat.connect();
    chat.requestHandoff();
    await clock.advance(200);
  }
  expect(positions()).toEqual([1, 2]);
  first.endHandoff();
  await clock.advance(200);
  expect(positions()).toEqual([undefined, 1]);
});

test('the whole loop: bot, request, claim, twenty messages, resolve, bot', async () => {
  const { clock, visitor, agent } = createMeeting({ bot: echo, greeting: 'Hello!' });
  const [chat, desk] = [visitor(), agent()];
  chat.connect();
  desk.connect();
  expect(chat.sendMessage('one')).toEqual({ commandId: expect.any(String) });
  await clock.advance(200);
  expect(shownTo(chat)).toEqual(['Hello!', 'one', 'You said: one']);

  chat.sendMessage('talk to a human');
  await clock.advance(200);
  expect(isWaiting(chat.store.getState())).toBe(true);
  const [id = ''] = Object.keys(desk.store.getState().inbox ?? {});
  desk.openConversation(id);
  desk.claim(id);
  await clock.advance(200);
  expect(isWaiting(chat.store.getState())).toBe(false);

  for (let count = 0; count < 10; count++) {
    chat.sendMessage(`visitor ${count}`);
    desk.sendMessage(id, `agent ${count}`);
    await clock.advance(count % 3 === 0 ? 5 : 35);
  }
  await clock.advance(1000);
  expect(shownTo(chat)).toEqual(shownAt(desk, id));
  expect(shownTo(chat)).toHaveLength(26);
  expect(shownTo(chat).filter((line) => line.startsWith('You said'))).toHaveLength(1);
  for (const side of ['visitor', 'agent'])
    expect(shownTo(chat).filter((line) => line.startsWith(side))).toEqual(
      Array.from({ length: 10 }, (_, count) => `${side} ${count}`),
    );

  desk.resolve(id);
  await clock.advance(1000);
  chat.sendMessage('two');
  await clock.advance(8000);
  expect(shownTo(chat).slice(-2)).toEqual(['(resolved)', 'two']);
  await clock.advance(2000);
  expect(shownTo(chat).slice(-3)).toEqual(['(resolved)', 'two', 'You said: two']);
  expect(desk.store.getState().inbox?.[id]).toMatchObject({
    status: 'resolved',
    endReason: 'resolved-by-agent',
  });
});

test('both sides see the other type, and no longer than it lasts', async () => {
  const { clock, visitor, agent } = createMeeting();
  const [chat, desk] = [visitor(), agent()];
  chat.connect();
  desk.connect();
  chat.requestHandoff();
  await clock.advance(100);
  const [id = ''] = Object.keys(desk.store.getState().inbox ?? {});
  desk.openConversation(id);
  desk.claim(id);
  await clock.advance(100);
  const typingAtDesk = () => desk.store.getState().conversations[id]?.typing.map(({ kind }) => kind);
  const typingAtChat = () => chat.store.getState().typing.map(({ name }) => name);

  chat.setTyping(true);
  desk.setTyping(id, true);
  await clock.advance(20);
  expect(typingAtDesk()).toEqual(['visitor']);
  expect(typingAtChat()).toEqual(['Ada']);
  desk.setTyping(id, false);
  await clock.advance(20);
  expect(typingAtChat()).toEqual([]);
  await clock.advance(4000);
  chat.setTyping(true);
  await clock.advance(4000);
  expect(typingAtDesk()).toEqual(['visitor']);
  await clock.advance(2000);
  expect(typingAtDesk()).toEqual([]);
  chat.setTyping(true);
  await clock.advance(20);
  chat.sendMessage('hello');
  await clock.advance(100);
  expect(typingAtDesk()).toEqual([]);
});

test('a message is sent, then delivered, then seen', async () => {
  const { clock, visitor, agent } = createMeeting({ bot: echo });
  const [chat, desk] = [visitor(), agent()];
  chat.connect();
  desk.connect();
  chat.sendMessage('hello');
  await clock.advance(1000);
  const delivery = () => {
    const [row] = rowsOf(chat.store.getState(), 'visitor');
    return row?.delivery;
  };
  expect(delivery()).toBe('sent');
  const [id = ''] = Object.keys(desk.store.getState().inbox ?? {});
  desk.openConversation(id);
  await clock.advance(1000);
  expect(delivery()).toBe('delivered');
  desk.markRead(id, desk.store.getState().conversations[id]?.conversation?.position.seq ?? 0);
  await clock.advance(1000);
  expect(delivery()).toBe('seen');
});

test('a bot that offers, and a visitor who accepts or declines', async () => {
  const { clock, visitor } = createMeeting({
    bot: async function* () {
      yield { type: 'message', text: 'I do not know.' };
      yield { type: 'offer', reason: 'low-confidence', searchedKnowledge: true };
    },
  });
  const chat = visitor();
  chat.connect();
  chat.sendMessage('why?');
  await clock.advance(200);
  chat.declineOffer();
  await clock.advance(200);
  chat.sendMessage('why not?');
  await clock.advance(200);
  const before = rowsOf(chat.store.getState(), 'visitor').length;
  chat.acceptOffer();
  chat.acceptOffer();
  const notice = rowsOf(chat.store.getState(), 'visitor')[before];
  await clock.advance(200);
  expect(shownTo(chat)).toEqual([
    'why?',
    'I do not know.',
    '(offered)',
    '(declined)',
    'why not?',
    'I do not know.',
    '(offered)',
    '(requested)',
  ]);
  expect(rowsOf(chat.store.getState(), 'visitor')[before]).toMatchObject({
    key: notice?.key,
    notice: notice?.kind === 'notice' ? notice.notice : null,
  });
});

test('a bot that is writing when a human is asked for says no more', async () => {
  const { clock, visitor } = createMeeting({
    bot: async function* () {
      for (let count = 0; count < 10; count++) {
        yield { type: 'delta', text: 'bla ' };
        await new Promise<void>((resolve) => clock.after(100, resolve));
      }
    },
  });
  const chat = visitor();
  chat.connect();
  chat.sendMessage('hello');
  await clock.advance(500);
  expect(shownTo(chat)).toHaveLength(2);
  chat.requestHandoff();
  await clock.advance(5000);
  expect(shownTo(chat)).toEqual(['hello', '(requested)']);
});

test('messages that arrive during a turn are answered together by the next', async () => {
  const { clock, visitor } = createMeeting({
    bot: async function* (text) {
      await new Promise<void>((resolve) => clock.after(500, resolve));
      yield { type: 'message', text: `You said: ${text}` };
    },
  });
  const chat = visitor();
  for (const text of ['one', 'two', 'three']) chat.sendMessage(text);
  chat.connect();
  await clock.advance(5000);
  expect(shownTo(chat)).toEqual(['one', 'two', 'three', 'You said: one', 'You said: two\n\nthree']);
});

test("it sends none of one visitor's conversation to another", async () => {
  const { clock, visitor } = createMeeting({ bot: echo });
  const [one, other] = [visitor('one'), visitor('other')];
  one.connect();
  other.connect();
  one.sendMessage('secret');
  await clock.advance(1000);
  expect(shownTo(other)).toEqual([]);
});

test("a timer's end, a terminal close, and no network", async () => {
  const { clock, relay, visitor } = createMeeting();
  const chat = visitor();
  chat.connect();
  chat.requestHandoff();
  await clock.advance(100);
  relay.endHandoffs('wait-expired');
  await clock.advance(100);
  expect(chat.store.getState().conversation?.state.handoff?.endReason).toBe('wait-expired');
  relay.goOffline();
  expect(chat.store.getState().connection.status).toBe('reconnecting');
  relay.goOnline();
  await clock.advance(2000);
  expect(chat.store.getState().connection.status).toBe('connected');
  relay.closeAll(closeCodes.forbidden);
  await clock.advance(100);
  expect(chat.store.getState().connection).toMatchObject({ status: 'closed', reason: 'forbidden' });
});
