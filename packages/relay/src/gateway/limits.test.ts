import { randomUUID } from 'node:crypto';
import { closeCodes } from '@batonchat/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/open-store.js';
import { type OpenGateway, openGateway } from '../testing/open-gateway.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket, type RawClient } from '../testing/raw-client.js';
import { openFrame } from '../testing/raw-people.js';

let place: Place;
let store: Store;
let gateway: OpenGateway;
beforeAll(async () => {
  place = await sqlitePlace();
  store = await place.open();
});
afterEach(() => gateway.close());
afterAll(async () => {
  await store.close();
  await place.remove();
});

const set = async (options: Parameters<typeof openGateway>[1]) => {
  gateway = await openGateway(store, options);
};

const say = (client: RawClient, conversationId: string, text = 'hello') => {
  const commandId = randomUUID();
  const command = { type: 'send-message', parts: [{ type: 'text', text }] };
  client.send({ type: 'command', conversationId, commandId, command });
  return commandId;
};

describe('time is up', () => {
  test('for a socket that does not say hello', async () => {
    await set({ times: { helloWithinMs: 50 } });
    const client = await openSocket(gateway.url);
    expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
    expect(await client.closed).toMatchObject({ code: closeCodes.tokenExpired });
  });

  test('for a visitor whose token expires', async () => {
    await set({});
    const client = await gateway.visitor('vera', 300);
    expect(await client.closed).toMatchObject({ code: closeCodes.tokenExpired });
  });

  test('for every socket of an agent who has signed out, and nobody else’s', async () => {
    await set({ times: { sweepMs: 30 } });
    const tabs = [await gateway.agent('ada'), await gateway.agent('ada')];
    const ben = await gateway.agent('ben');
    gateway.signedOut.add('ada');
    for (const tab of tabs) expect(await tab.closed).toMatchObject({ code: closeCodes.tokenExpired });
    ben.send({ type: 'ping' });
    await ben.next('pong');
  });

  test('and what a socket says after it was sent away is not heard', async () => {
    await set({});
    const liveMs = 300;
    const client = await gateway.visitor('wera', liveMs);
    const record = () => gateway.hub.record(client.conversationId);
    const before = await record();
    // As a client does that does not answer the close frame.
    client.socket.pause();
    const goneAt = store.now() + liveMs;
    await expect.poll(() => store.now()).toBeGreaterThan(goneAt + 50);
    say(client, client.conversationId, 'too late');
    client.socket.resume();
    expect(await client.closed).toMatchObject({ code: closeCodes.tokenExpired });
    expect(await record()).toEqual(before);
  });
});

describe('too many commands', () => {
  test('of a visitor are refused, over all tabs, and told when to come again', async () => {
    await set({ limits: { visitorCommands: 6 } });
    const tabs = [await gateway.visitor('vim'), await gateway.visitor('vim')];
    for (const tab of tabs) for (let n = 0; n < 3; n += 1) say(tab, tab.conversationId);
    const refused = () => tabs.flatMap(({ received }) => received.filter(({ type }) => type === 'refused'));
    // Opening a conversation counts as well.
    await expect.poll(() => refused()).toHaveLength(2);
    for (const refusal of refused())
      expect(refusal).toMatchObject({
        code: 'rate-limited',
        message: expect.stringMatching(/in \d s/),
        retryAfterMs: expect.toSatisfy((ms: number) => ms > 0 && ms <= 10_000),
      });
    expect((await gateway.hub.record(tabs[0]?.conversationId ?? ''))?.heads.shared.seq).toBe(1 + 4);
  });

  test('are what a visitor saved up since the relay first knew them, and a stranger none', async () => {
    await set({});
    const known = await gateway.visitor('known');
    const firstKnownAt = (await gateway.hub.record(known.conversationId))?.state.startedAt ?? 0;
    await gateway.close();
    // As if a day had passed: by the relay's own clock, which no client has a say in.
    const { now } = store;
    const later = { ...store, now: () => now() + 86_400_000 };
    gateway = await openGateway(later, {});
    const refusedOf = async (visitor: string, count: number) => {
      const client = await gateway.visitor(visitor);
      const ids = Array.from({ length: count }, () => say(client, client.conversationId));
      const unanswered = () => {
        const answers = JSON.stringify(client.received);
        return ids.filter((id) => !answers.includes(id));
      };
      await expect.poll(unanswered).toEqual([]);
      return client.received.filter(({ type }) => type === 'refused').length;
    };
    expect(firstKnownAt).toBeGreaterThan(0);
    expect(await refusedOf('known', 200)).toBe(0);
    expect(await refusedOf('stranger', 30)).toBeGreaterThanOrEqual(9);
  });

  test('of one participant are no other’s business', async () => {
    await set({ limits: { visitorCommands: 2 } });
    const loud = await gateway.visitor('loud');
    const calm = await gateway.visitor('calm');
    for (let n = 0; n < 5; n += 1) say(loud, loud.conversationId);
    await loud.next('refused');
    const id = say(calm, calm.conversationId);
    await calm.next('events', ({ events }) => events[0]?.causedBy === id);
  });

  test('are taken again after a while', async () => {
    await set({ limits: { visitorCommands: 100 } });
    const client = await gateway.visitor('patient');
    for (let n = 0; n < 120; n += 1) say(client, client.conversationId);
    await client.next('refused');
    const answerToAnother = async () => {
      const id = say(client, client.conversationId);
      const answer = await client.next(['events', 'refused'], (each) => JSON.stringify(each).includes(id));
      return answer.type;
    };
    await expect.poll(answerToAnother).toBe('events');
  });

  test('are taken again when the refusal said, and not before', async () => {
    await set({ limits: { visitorCommands: 50 } });
    const client = await gateway.visitor('obedient');
    let refused = 0;
    for (let taken = 0; taken < 60; ) {
      const id = say(client, client.conversationId);
      const answer = await client.next(['events', 'refused'], (each) => JSON.stringify(each).includes(id));
      if (answer.type === 'events') taken += 1;
      else {
        refused += 1;
        const { retryAfterMs = 0 } = answer;
        expect(retryAfterMs).toBeGreaterThan(0);
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs + 1));
      }
    }
    // One wait a token, at most: whoever waits as told is never told twice.
    expect(refused).toBeLessThanOrEqual(60 - 50 + 1);
  });

  test('that open a conversation are refused with the same word about when', async () => {
    await set({ limits: { visitorCommands: 1 } });
    const client = await gateway.visitor('opener');
    client.send(openFrame());
    expect(await client.next('error')).toMatchObject({
      code: 'rate-limited',
      retryAfterMs: expect.toSatisfy((ms: number) => ms > 0 && ms <= 10_000),
    });
  });

  test('are more than ten messages within a few seconds', async () => {
    await set({});
    const client = await gateway.visitor('talker');
    const ids = Array.from({ length: 19 }, () => say(client, client.conversationId));
    await client.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === ids.at(-1)));
    expect(client.received.filter(({ type }) => type === 'refused')).toEqual([]);
  });
});

describe('a flood of frames', () => {
  test('is read slowly and in order, and holds up nobody else', async () => {
    await set({ limits: { frames: 100 } });
    const flood = await gateway.agent('flood');
    const calm = await gateway.visitor('calm');
    const long = 'x'.repeat(20_000);
    for (let n = 0; n < 500; n += 1) flood.send({ type: 'ping', long });
    await flood.next('pong');
    for (let n = 0; n < 5; n += 1) {
      calm.send({ type: 'ping' });
      await calm.next('pong');
    }
    const answered = flood.received.filter(({ type }) => type === 'pong').length;
    expect(answered).toBeLessThan(200);
    await expect
      .poll(() => flood.received.filter(({ type }) => type === 'pong').length)
      .toBeGreaterThan(answered);
    expect(flood.socket.readyState).toBe(flood.socket.OPEN);
  });
});

describe('who reads too slowly', () => {
  test('is cut at a megabyte with a code of its own; the others get everything', async () => {
    await set({ limits: { visitorCommands: 10_000, frames: 100_000 } });
    const vera = await gateway.visitor('verbose');
    const { conversationId } = vera;
    const [slow, quick] = [await gateway.agent('slow'), await gateway.agent('quick')];
    for (const agent of [slow, quick]) {
      agent.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
      await agent.next('snapshot', ({ log }) => log === 'desk');
    }
    slow.socket.pause();
    const text = 'x'.repeat(3900);
    let head = 1;
    // The kernel takes some megabytes of its own before ours begin to fill.
    for (let n = 0; n < 6000 && slow.socket.readyState === slow.socket.OPEN; n += 100) {
      for (let m = 0; m < 100; m += 1) say(vera, conversationId, text);
      head += 100;
      await quick.next('events', (frame) => frame.log === 'shared' && frame.head >= head);
      if (n >= 1500) slow.socket.resume();
    }
    expect(await slow.closed).toMatchObject({ code: closeCodes.slow });
    const seqs = quick.received.flatMap((frame) =>
      frame.type === 'events' && frame.log === 'shared' ? frame.events.map(({ seq }) => seq) : [],
    );
    expect(seqs).toEqual(Array.from({ length: head - 1 }, (_, n) => n + 2));
  }, 20_000);
});
