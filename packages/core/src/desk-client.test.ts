import type { InboxRow } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import { createDeskClient } from './desk-client.js';
import { createManualClock } from './testing/manual-clock.js';
import { createMeeting, shownAt, shownTo } from './testing/meeting.js';
import { createScriptedTransport } from './testing/scripted-transport.js';

/** A visitor who has asked for a human, and an agent who has the conversation open. */
async function waiting() {
  const meeting = createMeeting();
  const { clock } = meeting;
  const [chat, desk] = [meeting.visitor(), meeting.agent()];
  chat.connect();
  desk.connect();
  chat.sendMessage('Where is my parcel?');
  chat.requestHandoff();
  await clock.advance(200);
  const [conversationId = ''] = Object.keys(desk.store.getState().inbox ?? {});
  desk.openConversation(conversationId);
  await clock.advance(100);
  return { ...meeting, chat, desk, conversationId };
}

describe('the inbox', () => {
  test('lists who waits, with reason and summary, and alerts once for each', async () => {
    const { desk, conversationId } = await waiting();
    const { inbox, alert, me } = desk.store.getState();
    expect(me).toMatchObject({ id: 'ada', name: 'Ada' });
    expect(inbox?.[conversationId]).toMatchObject({
      status: 'pending',
      reason: 'button',
      summary: 'Where is my parcel?',
    });
    expect(alert).toEqual({ conversationId, handoffId: inbox?.[conversationId]?.handoffId, count: 1 });
  });

  const row = (version: number, summary: string) => ({ conversationId: 'c', version, summary }) as InboxRow;
  const summaryAfter = (...frames: { rows: InboxRow[]; isFresh: boolean }[]) => {
    const transport = createScriptedTransport();
    const desk = createDeskClient({ ...createManualClock(), transport });
    desk.connect();
    transport.welcome();
    for (const frame of frames) transport.receive({ type: 'inbox', ...frame });
    return desk.store.getState().inbox?.['c']?.summary ?? null;
  };

  test('a lower version that comes late is ignored', () => {
    const live = { isFresh: false };
    expect(summaryAfter({ rows: [row(2, 'new')], ...live }, { rows: [row(1, 'old')], ...live })).toBe('new');
  });

  test('a fresh inbox replaces all, but for what changed while it was made', () => {
    const fresh = { isFresh: true };
    expect(summaryAfter({ rows: [row(2, 'mine')], ...fresh }, { rows: [], ...fresh })).toBeNull();
    expect(summaryAfter({ rows: [row(2, 'x')], ...fresh }, { rows: [row(1, 'y')], ...fresh })).toBe('y');
    const live = { rows: [row(3, 'live')], isFresh: false };
    expect(summaryAfter(live, { rows: [row(2, 'read earlier')], ...fresh })).toBe('live');
  });
});

describe('a conversation', () => {
  test("is shown with the bot's whole history and what only agents know", async () => {
    const { desk, conversationId } = await waiting();
    expect(shownAt(desk, conversationId)).toEqual(['Where is my parcel?', '(requested)']);
    expect(desk.store.getState().conversations[conversationId]?.desk).toMatchObject({
      reason: 'button',
      context: { channel: 'web' },
    });
  });

  test('the second claim is refused and names the owner', async () => {
    const { desk, conversationId, agent, clock } = await waiting();
    const ben = agent('ben', 'Ben');
    ben.connect();
    ben.openConversation(conversationId);
    await clock.advance(100);
    desk.claim(conversationId);
    ben.claim(conversationId);
    await clock.advance(100);
    expect(desk.store.getState().conversations[conversationId]?.outbox).toEqual([]);
    expect(ben.store.getState().conversations[conversationId]?.outbox).toMatchObject([
      { status: 'failed', refusal: { code: 'taken', owner: { name: 'Ada' } } },
    ]);
  });

  test('a claim pressed twice is one', async () => {
    const { desk, conversationId, clock } = await waiting();
    desk.claim(conversationId);
    desk.claim(conversationId);
    await clock.advance(200);
    expect(desk.store.getState().conversations[conversationId]?.outbox).toEqual([]);
    expect(shownAt(desk, conversationId)).toEqual(['Where is my parcel?', '(requested)', '(claimed)']);
  });

  test('a claim of a handoff that has ended is refused', async () => {
    const { chat, desk, conversationId, clock } = await waiting();
    const seen = desk.store.getState().inbox?.[conversationId]?.handoffId;
    chat.endHandoff();
    await clock.advance(100);
    desk.claim(conversationId, seen);
    await clock.advance(100);
    expect(desk.store.getState().conversations[conversationId]?.outbox).toMatchObject([
      { refusal: { code: 'handoff-over' } },
    ]);
    desk.claim(conversationId);
    await clock.advance(100);
    expect(desk.store.getState().conversations[conversationId]).toMatchObject({
      outbox: [],
      conversation: { state: { owner: { kind: 'agent' } } },
    });
  });

  test('a rejection, which only the desk log knows of, is acknowledged by it', async () => {
    const { desk, conversationId, clock } = await waiting();
    desk.reject(conversationId);
    await clock.advance(100);
    expect(desk.store.getState().conversations[conversationId]).toMatchObject({
      outbox: [],
      desk: { rejectedBy: ['ada'] },
      conversation: { state: { handoff: { status: 'pending' } } },
    });
  });

  test('goes on after a lost connection, in both logs', async () => {
    const { desk, chat, relay, conversationId, agent, clock } = await waiting();
    relay.goOffline();
    relay.goOnline();
    chat.reconnect();
    chat.sendMessage('Hello?');
    const ben = agent('ben', 'Ben');
    ben.connect();
    ben.openConversation(conversationId);
    await clock.advance(60);
    ben.reject(conversationId);
    await clock.advance(5000);
    expect(desk.store.getState().conversations[conversationId]?.desk?.rejectedBy).toEqual(['ben']);
    expect(shownAt(desk, conversationId)).toEqual(shownTo(chat));
  });

  test('what is unsent goes out before a closed conversation is let go', async () => {
    const { desk, chat, conversationId, clock } = await waiting();
    desk.claim(conversationId);
    desk.sendMessage(conversationId, 'I am Ada.');
    desk.closeConversation(conversationId);
    expect(desk.store.getState().conversations[conversationId]).toBeDefined();
    await clock.advance(200);
    expect(desk.store.getState().conversations).toEqual({});
    expect(shownTo(chat).at(-1)).toBe('I am Ada.');
    expect(desk.sendMessage(conversationId, 'Still there?')).toEqual({ refusal: 'not-open' });
  });

  test('a resolve can be taken back for a while', async () => {
    const { desk, chat, conversationId, clock } = await waiting();
    desk.claim(conversationId);
    desk.resolve(conversationId);
    await clock.advance(500);
    desk.resume(conversationId);
    await clock.advance(500);
    expect(shownTo(chat).slice(2)).toEqual(['(claimed)', '(resolved)', '(resumed)']);
    desk.release(conversationId);
    await clock.advance(500);
    expect(chat.store.getState().conversation?.state.handoff?.status).toBe('pending');
  });
});

test('destroy leaves nothing to run', async () => {
  const { desk, chat, conversationId, clock } = await waiting();
  desk.claim(conversationId);
  desk.setTyping(conversationId, true);
  chat.destroy();
  desk.destroy();
  await clock.advance(100);
  expect(clock.pending()).toBe(0);
});
