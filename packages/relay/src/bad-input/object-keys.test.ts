/** B4: what every object has, as keys, ids and values. It is data, or it is refused; no object becomes another. */
import { randomUUID } from 'node:crypto';
import { protocolVersion, textOf } from '@batonchat/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket, type RawClient } from '../testing/raw-client.js';
import type { RawPerson, RawVisitor } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';
import { unhurried } from '../testing/watched-relay.js';

const patience = 30_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const frames = 10_000;
const perBatch = 250;
const offencesPerSocket = 4;

/** All names that any object answers to, and the two that lead to them. */
const names = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'constructor.prototype',
  '__proto__.isAgent',
];
/** As JSON, since an object literal would set what it names. */
const objectOf = (name: string, value: string) => `{${JSON.stringify(name)}:${value}}`;
const poison = '{"isAgent":true,"toString":1,"constructor":{"prototype":{"isAgent":true}}}';

const shapeOf = (object: object) =>
  Reflect.ownKeys(object).flatMap((key) => {
    const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key) ?? {};
    return [key, value, get, set];
  });
const roots = [
  Object,
  Object.prototype,
  Array.prototype,
  Function.prototype,
  Map.prototype,
  String.prototype,
];
const shapes = roots.map(shapeOf);

let place: Place;
let relay: TestRelay;
let visitor: RawVisitor;
let agent: RawPerson;
beforeAll(async () => {
  place = await sqlitePlace();
  relay = await startRelay(place, { rateLimits: unhurried });
  relay.bot.answer = () => [];
  visitor = await relay.visitor();
  agent = await relay.agent('Ada');
  const { conversationId } = visitor;
  agent.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
  await agent.next('snapshot', ({ log }) => log === 'desk');
});
afterAll(async () => {
  expect(relay.log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  await relay.close();
  await place.remove();
});

const unchanged = () => {
  const now = roots.map(shapeOf);
  expect(now.map(({ length }) => length)).toEqual(shapes.map(({ length }) => length));
  for (const [n, shape] of shapes.entries())
    expect(shape.every((part, at) => Object.is(part, now[n]?.[at]))).toBe(true);
  expect('isAgent' in {}).toBe(false);
};
/** Another socket of the visitor's, which has said hello. */
async function again(): Promise<RawClient> {
  const client = await openSocket(relay.url, { origin: relay.url });
  client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token: visitor.token });
  await client.next('welcome');
  return client;
}
const answered = async (client: RawClient) => {
  client.send({ type: 'ping' });
  await client.next('pong');
};

/** Four kinds of frames that say such a name wherever they can. */
const framesWith = (name: string, n: number) => {
  const key = JSON.stringify(name);
  const about = `${key}:${poison},"conversationId":"${visitor.conversationId}"`;
  const parts = `[{"type":"text","text":${key},${key}:${poison}}]`;
  return [
    `{"type":"command",${about},"commandId":"k-${n}","command":{"type":"send-message",${key}:1,"parts":${parts}}}`,
    `{"type":"signal",${about},"signal":{"type":"typing","isTyping":true,${key}:${poison}}}`,
    `{"type":"receipt",${about},"deliveredSeq":1,"readSeq":1}`,
    `{"type":"ping",${key}:${poison}}`,
  ];
};

test(`${frames} frames with such keys are taken without them, and what was said is stored`, async () => {
  const asked = Array.from({ length: frames / 4 }, (_, n) => names[n % names.length] ?? '');
  const said: (string | undefined)[] = [];
  for (const [n, name] of asked.entries()) {
    for (const frame of framesWith(name, n)) visitor.sendRaw(frame);
    if ((n + 1) % perBatch > 0) continue;
    while (said.length <= n)
      for (const event of (await agent.next('events', ({ log }) => log === 'shared')).events)
        if (event.type === 'message-added') {
          expect(Object.keys(event.body.message.parts[0] ?? {})).toEqual(['type', 'text']);
          said.push(textOf(event.body.message));
        }
  }
  expect(said).toEqual(asked);
  for (let n = 0; n < asked.length; n += 1) await visitor.next('pong');
  expect(visitor.received.filter(({ type }) => type === 'error' || type === 'refused')).toEqual([]);
  unchanged();
});

test('as ids, logs, signals and types they are refused', async () => {
  let client: RawClient | undefined;
  let sent = 0;
  for (const name of names) {
    const { conversationId } = visitor;
    const text = [{ type: 'text', text: 'hi' }];
    const say = {
      type: 'command',
      conversationId,
      commandId: 'x',
      command: { type: 'send-message', parts: text },
    };
    const position = { epoch: name, seq: 1, id: name };
    for (const [frame, code] of [
      [{ type: name }, 'unknown-type'],
      [{ ...say, commandId: name }, 'invalid'],
      [{ ...say, conversationId: name }, 'invalid'],
      [{ ...say, command: { type: name } }, 'invalid'],
      [{ ...say, command: { type: 'send-message', parts: [{ type: name, text: 'hi' }] } }, 'invalid'],
      [{ type: 'catch-up', conversationId, log: name, position }, 'invalid'],
      [{ type: 'signal', conversationId, signal: { type: name } }, 'invalid'],
      [{ type: 'page', conversationId: name, before: 5 }, 'invalid'],
    ] as const) {
      if (!client || sent % offencesPerSocket === 0) {
        await client?.close();
        client = await again();
      }
      sent += 1;
      client.send(frame);
      const answer = await client.next(['error', 'refused']);
      // A name that not every object has may be an id: nobody's.
      const isNobody = !(name in Object.prototype) && code === 'invalid' && answer.code === 'not-found';
      if (!isNobody) expect(answer, JSON.stringify(frame)).toMatchObject({ type: 'error', code });
    }
  }
  await client?.close();
  unchanged();
  await answered(visitor);
});

test('as positions and visits they are data', async () => {
  for (const name of names) {
    const client = await again();
    client.sendRaw(
      `{"type":"open","sessionId":"${randomUUID()}","startedAt":1,"page":${JSON.stringify(name)},"pageTitle":${JSON.stringify(name)},` +
        `"referrer":null,"locale":"en","held":null,"metadata":${objectOf(name, poison)}}`,
    );
    await client.next('snapshot');
    const { events } = await agent.next('events', ({ log }) => log === 'desk');
    expect(events.at(-1)?.body).toMatchObject({ context: { page: name, pageTitle: name } });
    await client.close();
  }
  unchanged();
});

test.each(['/api/visitor/token', '/api/auth/sign-in/email'])(
  'in a body to %s they are ignored',
  async (path) => {
    for (const name of names) {
      const response = await fetch(`${relay.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: relay.url },
        body: objectOf(name, poison),
      });
      expect([400, 401, 422, 429]).toContain(response.status);
      await response.text();
    }
    unchanged();
  },
);
