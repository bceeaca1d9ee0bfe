import type { AgentCommand } from '@batonchat/protocol';
import { expect, test } from 'vitest';
import { createDeskClient } from './desk-client.js';
import { memoryStorage, type OutboxStorage } from './storage/storage.js';
import { settled } from './testing/manual-clock.js';
import { createMeeting, shownAt, shownTo } from './testing/meeting.js';

/** Ada has claimed a visitor's conversation; what her browser keeps outlives her pages. */
async function claimed() {
  const meeting = createMeeting();
  const { clock, relay } = meeting;
  const places = new Map<string, OutboxStorage<AgentCommand>>();
  const read: string[] = [];
  const storage = (agentId: string) => {
    const place = places.get(agentId) ?? memoryStorage<AgentCommand>();
    places.set(agentId, place);
    read.push(agentId);
    return place;
  };
  const page = (id = 'ada') => {
    const desk = createDeskClient({ ...clock, storage, transport: relay.deskTransport({ id, name: id }) });
    desk.connect();
    return desk;
  };
  const chat = meeting.visitor();
  chat.connect();
  chat.sendMessage('Where is my parcel?');
  chat.requestHandoff();
  const desk = page();
  await clock.advance(200);
  const [conversationId = ''] = Object.keys(desk.store.getState().inbox ?? {});
  desk.openConversation(conversationId);
  desk.claim(conversationId);
  await clock.advance(200);
  const kept = async (agentId = 'ada') =>
    ((await places.get(agentId)?.readOutbox()) ?? []).map(({ command }) => command.type);
  return { ...meeting, chat, desk, conversationId, page, kept, read, places };
}

const saidTo = (chat: Parameters<typeof shownTo>[0]) => shownTo(chat).slice(3);

test('a reply survives a reload and a crash: it goes out once, in order, with nobody opening anything', async () => {
  const { clock, relay, chat, desk, conversationId, page, kept } = await claimed();
  relay.goOffline();
  for (const text of ['One', 'Two', 'Three']) desk.sendMessage(conversationId, text);
  await settled();
  // A crash: no page says goodbye. Its client goes on here, which is the worst that a second tab can do.
  const reloaded = page();
  relay.goOnline();
  await clock.advance(200);
  desk.destroy();
  await clock.advance(10_000);
  chat.reconnect();
  await clock.advance(1000);
  expect(saidTo(chat)).toEqual(['One', 'Two', 'Three']);
  expect(await kept()).toEqual([]);
  // It was opened for what was unsent, and nobody looks at it.
  expect(reloaded.store.getState().conversations).toEqual({});
});

test('one that is on its way when the page goes is not said twice', async () => {
  const { clock, chat, desk, conversationId, page } = await claimed();
  desk.sendMessage(conversationId, 'Hello');
  await clock.advance(10);
  desk.destroy();
  const reloaded = page();
  reloaded.openConversation(conversationId);
  await clock.advance(1000);
  expect(saidTo(chat)).toEqual(['Hello']);
  expect(shownAt(reloaded, conversationId)).toEqual(shownTo(chat));
});

test('the next agent to sign in neither sends nor reads it', async () => {
  const { clock, relay, chat, desk, conversationId, page, kept, read } = await claimed();
  relay.goOffline();
  desk.sendMessage(conversationId, 'From Ada');
  await settled();
  desk.destroy();
  relay.goOnline();
  read.length = 0;
  const ben = page('ben');
  await clock.advance(5000);
  expect(read).toEqual(['ben']);
  expect(ben.store.getState().conversations).toEqual({});
  expect(saidTo(chat)).toEqual([]);
  expect(await kept()).toEqual(['send-message']);
  ben.destroy();
  page();
  await clock.advance(5000);
  expect(saidTo(chat)).toEqual(['From Ada']);
});

test('a connection that comes back as somebody else ends the client, and nothing is sent', async () => {
  const { clock, relay, chat, conversationId, kept, places } = await claimed();
  let id = 'ada';
  const transport = {
    connect: (handlers: Parameters<ReturnType<typeof relay.deskTransport>['connect']>[0]) =>
      relay.deskTransport({ id, name: id }).connect(handlers),
  };
  const storage = (agentId: string) => places.get(agentId) ?? memoryStorage<AgentCommand>();
  const desk = createDeskClient({ ...clock, storage, transport });
  desk.connect();
  desk.openConversation(conversationId);
  await clock.advance(200);
  relay.goOffline();
  desk.sendMessage(conversationId, 'From Ada');
  await settled();
  id = 'ben';
  relay.goOnline();
  await clock.advance(10_000);
  expect(desk.store.getState()).toMatchObject({
    me: { id: 'ada' },
    connection: { status: 'closed', reason: 'forbidden' },
  });
  expect(saidTo(chat)).toEqual([]);
  expect(await kept()).toEqual(['send-message']);
});

test('only what was written is kept: a claim or a resolve does not happen by itself another day', async () => {
  const { clock, relay, chat, desk, conversationId, page, kept } = await claimed();
  relay.goOffline();
  desk.sendMessage(conversationId, 'Bye');
  desk.resolve(conversationId);
  await settled();
  expect(await kept()).toEqual(['send-message']);
  desk.destroy();
  relay.goOnline();
  page();
  await clock.advance(5000);
  chat.reconnect();
  await clock.advance(200);
  expect(saidTo(chat)).toEqual(['Bye']);
  expect(chat.store.getState().conversation?.state.handoff?.status).toBe('active');
});

test('a message that the relay refuses stays, over reloads, until it is sent again or given up', async () => {
  const { clock, relay, desk, conversationId, page, kept } = await claimed();
  relay.refuseNext('not-claimed', 'Claim it first.');
  desk.sendMessage(conversationId, 'Hello');
  await clock.advance(200);
  desk.closeConversation(conversationId);
  const outboxOf = (of: typeof desk) => of.store.getState().conversations[conversationId]?.outbox;
  expect(outboxOf(desk)).toMatchObject([{ status: 'failed', refusal: { code: 'not-claimed' } }]);
  desk.destroy();

  const reloaded = page();
  await clock.advance(200);
  expect(outboxOf(reloaded)).toMatchObject([{ status: 'failed', refusal: { message: 'Claim it first.' } }]);
  const commandId = outboxOf(reloaded)?.[0]?.commandId ?? '';
  relay.refuseNext('not-claimed');
  reloaded.retry(conversationId, commandId);
  await clock.advance(200);
  expect(reloaded.discard(conversationId, commandId)?.command).toMatchObject({ parts: [{ text: 'Hello' }] });
  await settled();
  expect(await kept()).toEqual([]);
  expect(reloaded.store.getState().conversations).toEqual({});
});

test('an agent who signs out takes along what is unsent', async () => {
  const { clock, relay, chat, desk, conversationId, page, kept } = await claimed();
  relay.goOffline();
  desk.sendMessage(conversationId, 'Never mind');
  await settled();
  desk.discardAll();
  desk.destroy();
  await settled();
  expect(await kept()).toEqual([]);
  relay.goOnline();
  page();
  await clock.advance(5000);
  expect(saidTo(chat)).toEqual([]);
});
