import { randomUUID } from 'node:crypto';
import { closeCodes, protocolVersion } from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import {
  newSecret,
  openFrame,
  type RawPerson,
  type RawVisitor,
  visitorToken,
} from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

onEachStore((makePlace) => {
  let place: Place;
  let relay: TestRelay;
  beforeAll(async () => {
    place = await makePlace();
    relay = await startRelay(place, {
      handoff: { undoWindowMs: 0 },
      rateLimits: { visitorCommands: 1000, agentCommands: 1000, frames: 10_000 },
    });
  });
  afterAll(async () => {
    await relay.close();
    await place.remove();
  });

  const socket = () => openSocket(relay.url, { origin: relay.url });

  test('a visitor is answered by the bot, handed to an agent and handed back', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const ada = await relay.agent('Ada');
    ada.send({ type: 'inbox' });
    await ada.next('inbox', ({ isFresh }) => isFresh);

    const said = visitor.say(conversationId, 'Hello');
    await visitor.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === said));
    await visitor.next('events', ({ events }) => JSON.stringify(events).includes('You said: Hello'));

    const asked = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
    const { rows } = await ada.next('inbox', (frame) => frame.rows.some((row) => row.handoffId === asked));
    expect(rows[0]).toMatchObject({ status: 'pending', reason: 'button', summary: 'Hello' });
    await ada.next('alert', ({ handoffId }) => handoffId === asked);

    ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    const snapshot = await ada.next('snapshot', ({ log }) => log === 'shared');
    expect('entries' in snapshot && snapshot.entries).toHaveLength(3);
    expect((await ada.next('snapshot', ({ log }) => log === 'desk')).state).toMatchObject({
      context: { page: 'https://shop.example/', channel: 'web', ip: expect.any(String) },
    });

    ada.command(conversationId, { type: 'claim', handoffId: asked });
    await visitor.next('events', ({ events }) => events.some(({ type }) => type === 'handoff-claimed'));
    ada.say(conversationId, 'Ada here.');
    const { events } = await visitor.next('events', (frame) => JSON.stringify(frame).includes('Ada here.'));
    expect(events[0]).toMatchObject({ body: { message: { author: { kind: 'agent', name: 'Ada' } } } });

    ada.command(conversationId, { type: 'resolve' });
    await visitor.next('events', ({ events }) => events.some(({ type }) => type === 'handoff-resolved'));
    visitor.say(conversationId, 'Thanks');
    await visitor.next('events', ({ events }) => JSON.stringify(events).includes('You said: Thanks'));
    await Promise.all([visitor.close(), ada.close()]);
  });

  describe('hello', () => {
    test('is the first frame: anything else ends the socket for good', async () => {
      const client = await socket();
      client.send(openFrame());
      expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
      expect(await client.closed).toMatchObject({ code: closeCodes.forbidden });
    });

    test('of a protocol that is not spoken sends the page to reload', async () => {
      const client = await socket();
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion + 1, token: 'x' });
      expect(await client.next('error')).toMatchObject({ code: 'too-old' });
      expect(await client.closed).toMatchObject({ code: closeCodes.tooOld });
    });

    test('of the protocol before this one is welcome', async () => {
      const client = await socket();
      const { token } = await visitorToken(relay.url, newSecret());
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion - 1, token });
      expect(await client.next('welcome')).toMatchObject({ protocol: protocolVersion });
      await client.close();
    });

    test.each([
      ['a made-up one', 'not.a.token'],
      ['an empty one', ''],
    ])('with no valid token (%s) asks for a new one', async (_, token) => {
      const client = await socket();
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
      expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
      expect(await client.closed).toMatchObject({ code: closeCodes.tokenExpired });
    });

    test('of an agent who has not signed in is refused for good', async () => {
      for (const cookie of ['', 'baton.session_token=forged.signature']) {
        const client = await openSocket(relay.url, { origin: relay.url, cookie });
        client.send({ type: 'hello', as: 'agent', protocol: protocolVersion });
        expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
        expect(await client.closed).toMatchObject({ code: closeCodes.forbidden });
      }
    });

    test('is done before what is sent right behind it', async () => {
      const client = await socket();
      const { token } = await visitorToken(relay.url, newSecret());
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
      client.send(openFrame());
      await client.next('snapshot');
      expect(client.received.slice(0, 2).map(({ type }) => type)).toEqual(['welcome', 'snapshot']);
      await client.close();
    });
  });

  test('a frame never overtakes the one before it', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const ada = await relay.agent('Ada');
    ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    ada.send({ type: 'unsubscribe', conversationId });
    ada.send({ type: 'ping' });
    expect(await ada.next('pong')).toMatchObject({ heads: {} });
    visitor.say(conversationId, 'Nobody listens.');
    await visitor.next('events');
    expect(ada.received.filter(({ type }) => type === 'events')).toEqual([]);
    await Promise.all([visitor.close(), ada.close()]);
  });

  test('a visitor is the same one by the same secret, in any tab', async () => {
    const first = await relay.visitor();
    const tabs = await Promise.all([1, 2, 3].map(() => relay.visitor({ secret: first.secret })));
    for (const tab of tabs) expect(tab).toMatchObject({ id: first.id, conversationId: first.conversationId });
    await Promise.all([first, ...tabs].map((each) => each.close()));
  });

  test('tabs that open at once share one conversation', async () => {
    const secret = newSecret();
    const tabs = await Promise.all(Array.from({ length: 5 }, () => relay.visitor({ secret })));
    expect(new Set(tabs.map(({ conversationId }) => conversationId)).size).toBe(1);
    await Promise.all(tabs.map((each) => each.close()));
  });

  describe('a position', () => {
    let visitor: RawVisitor;
    beforeAll(async () => {
      relay.bot.answer = () => [];
      visitor = await relay.visitor();
      for (let n = 0; n < 5; n += 1) visitor.say(visitor.conversationId, `message ${n}`);
      await visitor.next('events', ({ head }) => head === 6);
    });
    afterAll(() => visitor.close());

    const ask = async (position: object) => {
      visitor.send({ type: 'catch-up', conversationId: visitor.conversationId, log: 'shared', position });
      return visitor.next(['events', 'snapshot']);
    };

    test('that is held is answered by what came after it', async () => {
      const answer = await ask(visitor.position);
      expect(answer).toMatchObject({ type: 'events', head: 6 });
      expect('events' in answer && answer.events.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
    });

    test('at the end is answered by no events', async () => {
      const { position } = (await ask({ ...visitor.position, epoch: 'x' })) as { position: object };
      expect(await ask(position)).toMatchObject({ type: 'events', events: [], head: 6 });
    });

    test.each([
      ['of another history', { epoch: randomUUID() }],
      ['with another event at its seq', { id: 'another' }],
      ['from the future', { seq: 1000 }],
    ])('%s is answered by a snapshot that says what it replaces', async (_, change) => {
      const position = { ...visitor.position, ...change };
      expect(await ask(position)).toMatchObject({
        type: 'snapshot',
        position: { seq: 6 },
        replaces: { conversationId: visitor.conversationId, position },
      });
    });

    test('that a reconnecting client holds is taken up where it was', async () => {
      const client = await socket();
      const { token } = await visitorToken(relay.url, visitor.secret);
      for (let round = 0; round < 2; round += 1) {
        if (round === 0) {
          client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
          await client.next('welcome');
        }
        const { conversationId, position } = visitor;
        client.send(openFrame({ conversationId, position }, 'the-same-session'));
        const { events } = await client.next('events');
        expect(events.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
      }
      await client.close();
    });
  });

  test('a long absence is made up for in pages', async () => {
    relay.bot.answer = () => [];
    const visitor = await relay.visitor();
    const ada = await relay.agent('Ada');
    const { conversationId } = visitor;
    ada.command(conversationId, { type: 'claim', handoffId: null });
    await visitor.next('events', ({ head }) => head === 3);
    for (let n = 0; n < 250; n += 1) ada.say(conversationId, `message ${n}`);
    const head = 3 + 250;
    await visitor.next('events', (frame) => frame.head === head);
    const seqs: number[] = [];
    let { position } = visitor;
    do {
      visitor.send({ type: 'catch-up', conversationId, log: 'shared', position });
      const page = await visitor.next('events', ({ events }) => events[0]?.seq === position.seq + 1);
      expect(page.events.length).toBeLessThanOrEqual(200);
      expect(page.head).toBe(head);
      seqs.push(...page.events.map(({ seq }) => seq));
      const last = page.events.at(-1);
      position = { ...position, seq: last?.seq ?? 0, id: last?.id ?? '' };
    } while (position.seq < head);
    expect(seqs).toEqual(Array.from({ length: head - 1 }, (_, n) => n + 2));
    await Promise.all([visitor.close(), ada.close()]);
  });

  test('who follows while others write gets every event once, behind what was read', async () => {
    relay.bot.answer = () => [];
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const readers = await Promise.all(Array.from({ length: 6 }, () => relay.agent('Ada')));
    let written = 0;
    const writing = (async () => {
      for (; written < 15; written += 1) {
        const id = visitor.say(conversationId, `message ${written}`);
        await visitor.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === id));
      }
    })();
    await Promise.all(
      readers.map(async (reader) => {
        reader.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
        const { position } = await reader.next('snapshot', ({ log }) => log === 'shared');
        await writing;
        const head = 16;
        while (seqsOf(reader).at(-1) !== head && position.seq !== head)
          await reader.next('events', ({ log }) => log === 'shared');
        const missing = Array.from({ length: head - position.seq }, (_, n) => position.seq + 1 + n);
        expect(seqsOf(reader).filter((seq) => seq > position.seq)).toEqual(missing);
        await reader.close();
      }),
    );
    await visitor.close();
  });

  test('twenty agents claim at once: one has it, the rest are told who', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const asked = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
    await visitor.next('events', ({ events }) => events.some(({ id }) => id === asked));
    const names = ['Ada', 'Ben', 'Cleo', 'Dan'];
    const agents = await Promise.all(
      Array.from({ length: 20 }, (_, n) => relay.agent(names[n % names.length] ?? '')),
    );
    const claims = agents.map((agent) => agent.command(conversationId, { type: 'claim', handoffId: asked }));
    const outcomes = await Promise.all(
      agents.map((agent, n) =>
        agent.next(['refused', 'events'], (frame) => JSON.stringify(frame).includes(claims[n] ?? '')),
      ),
    );
    const claimed = await visitor.next('events', ({ events }) =>
      events.some(({ type }) => type === 'handoff-claimed'),
    );
    const owner = (claimed.events[0]?.body as { agent: object } | undefined)?.agent;
    expect(outcomes.filter(({ type }) => type === 'events')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.type === 'refused') expect(outcome).toMatchObject({ code: 'taken', owner });
    await Promise.all([visitor, ...agents].map((each) => each.close()));
  });

  test('a pong tells the heads of what is followed', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const ada = await relay.agent('Ada');
    ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    await ada.next('snapshot', ({ log }) => log === 'desk');
    for (const person of [visitor, ada]) {
      person.send({ type: 'ping' });
      expect(await person.next('pong')).toMatchObject({ heads: { [conversationId]: 1 } });
    }
    await Promise.all([visitor.close(), ada.close()]);
  });

  test('marks of what was read rise, are shown to the other side, and never fall', async () => {
    relay.bot.answer = () => [];
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const ada = await relay.agent('Ada');
    ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    await ada.next('snapshot', ({ log }) => log === 'desk');
    visitor.say(conversationId, 'Hello');
    await ada.next('events');
    for (const [deliveredSeq, readSeq] of [
      [2, 0],
      [2, 1],
      [1, 0],
      [9999, 9999],
      [0, 0],
    ])
      visitor.send({ type: 'receipt', conversationId, deliveredSeq, readSeq });
    const last = await ada.next('receipts', ({ receipts }) => receipts[0]?.readSeq === 2);
    expect(last.receipts).toEqual([
      { participantId: visitor.id, kind: 'visitor', deliveredSeq: 2, readSeq: 2 },
    ]);
    ada.send({ type: 'ping' });
    await ada.next('pong');
    const marks = ada.received.flatMap((frame) =>
      frame.type === 'receipts' ? frame.receipts.map(({ readSeq }) => readSeq) : [],
    );
    expect(marks).toEqual(marks.toSorted());
    await Promise.all([visitor.close(), ada.close()]);
  });
});

const seqsOf = (person: RawPerson) =>
  person.received.flatMap((frame) =>
    frame.type === 'events' && frame.log === 'shared' ? frame.events.map(({ seq }) => seq) : [],
  );
