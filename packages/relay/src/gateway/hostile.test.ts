/** What a client sends is never trusted: each of these is answered or cut off, and the relay goes on for everybody. */
import { closeCodes, limits, protocolVersion, textOf } from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import { newSecret, openFrame, type RawVisitor, visitorToken } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

let place: Place;
let relay: TestRelay;
let bystander: RawVisitor;
beforeAll(async () => {
  place = await sqlitePlace();
  relay = await startRelay(place);
  relay.bot.answer = () => [];
  bystander = await relay.visitor();
});
afterAll(async () => {
  bystander.send({ type: 'ping' });
  await bystander.next('pong');
  expect(relay.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await bystander.close();
  await relay.close();
  await place.remove();
});

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const say = (change: object = {}, command: object = {}) => ({
  type: 'command',
  conversationId: bystander.conversationId,
  commandId: 'c-1',
  command: { type: 'send-message', parts: [{ type: 'text', text: 'hi' }], ...command },
  ...change,
});

describe('a frame', () => {
  test.each<[string, string, () => string]>([
    ['that is no JSON', 'malformed', () => '{"type":'],
    ['that is empty', 'malformed', () => ''],
    ['past the soft limit', 'oversized', () => JSON.stringify({ type: 'ping', x: 'x'.repeat(40_000) })],
    ['without a type', 'unknown-type', () => '{}'],
    ['that is no object', 'unknown-type', () => '[1]'],
    ['that is null', 'unknown-type', () => 'null'],
    ['of an unknown type', 'unknown-type', () => '{"type":"drop-table"}'],
    ['whose type is deep', 'unknown-type', () => `{"type":${nested(16_000)}}`],
    ['whose type every object has', 'unknown-type', () => '{"type":"__proto__"}'],
    ['whose type is a method of objects', 'unknown-type', () => '{"type":"toString"}'],
    ['that says hello again', 'unknown-type', () => '{"type":"hello","as":"agent","protocol":1}'],
    ['that is deep', 'unknown-type', () => nested(16_000)],
    ['with a missing field', 'invalid', () => '{"type":"page"}'],
    ['with an id of an object’s key', 'invalid', () => JSON.stringify(say({ commandId: '__proto__' }))],
    ['with a path for an id', 'invalid', () => JSON.stringify(say({ conversationId: '../secrets' }))],
    ['with a dotted command id', 'invalid', () => JSON.stringify(say({ commandId: 'bot.5.0' }))],
    [
      'with an empty message',
      'invalid',
      () => JSON.stringify(say({}, { parts: [{ type: 'text', text: ' ' }] })),
    ],
    [
      'with NUL in a message',
      'invalid',
      () => JSON.stringify(say({}, { parts: [{ type: 'text', text: 'a\0' }] })),
    ],
    [
      'with a message past its limit',
      'invalid',
      () =>
        JSON.stringify(
          say({}, { parts: [{ type: 'text', text: 'x'.repeat(limits.messageCharacters + 1) }] }),
        ),
    ],
    [
      'with eleven parts',
      'invalid',
      () => JSON.stringify(say({}, { parts: Array(11).fill({ type: 'text', text: 'x' }) })),
    ],
    ['with a negative seq', 'invalid', () => '{"type":"page","conversationId":"x","before":-1}'],
    ['with a seq past what is exact', 'invalid', () => '{"type":"page","conversationId":"x","before":1e300}'],
    [
      'with a signal of the bot’s',
      'invalid',
      () => '{"type":"signal","conversationId":"x","signal":{"type":"message-delta"}}',
    ],
  ])('%s is answered by the error %s', async (_, code, frame) => {
    const visitor = await relay.visitor();
    visitor.sendRaw(frame());
    expect(await visitor.next('error')).toMatchObject({ code });
    visitor.send({ type: 'ping' });
    await visitor.next('pong');
    await visitor.close();
  });

  test('with `__proto__` keys changes nothing but itself', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    visitor.sendRaw(
      `{"type":"command","conversationId":"${conversationId}","commandId":"p-1","__proto__":{"isAgent":true},` +
        '"constructor":{"prototype":{"isAgent":true}},' +
        '"command":{"type":"send-message","__proto__":{"x":1},"parts":[{"type":"text","text":"hi","__proto__":{"y":1}}]}}',
    );
    const { events } = await visitor.next('events');
    expect(JSON.stringify(events)).not.toContain('__proto__');
    expect(({} as { isAgent?: unknown }).isAgent).toBeUndefined();
    await visitor.close();
  });

  test.each<[string, object, string]>([
    ['an empty text', { parts: [{ type: 'text', text: ' ' }] }, 'command.parts.0.text: Is empty.'],
    ['a long text', { parts: [{ type: 'text', text: 'x'.repeat(4001) }] }, 'Longer than 4000 characters.'],
    ['a command that there is not', { type: 'drop' }, 'command.type: '],
    ['a claim of nothing', { type: 'claim' }, 'command.handoffId: '],
  ])('with %s says where and what', async (_, command, message) => {
    const visitor = await relay.visitor();
    visitor.send(say({}, command));
    expect(await visitor.next('error')).toMatchObject({ message: expect.stringContaining(message) });
    await visitor.close();
  });

  test('with unknown fields is taken without them', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    visitor.send(say({ conversationId, actor: { kind: 'agent' }, siteId: 'other' }));
    const { events } = await visitor.next('events');
    expect(events[0]).toMatchObject({ body: { message: { author: { kind: 'visitor', id: visitor.id } } } });
    await visitor.close();
  });

  test('may say anything that can be said, and it comes back as it was', async () => {
    const visitor = await relay.visitor();
    const { conversationId } = visitor;
    const said = [
      '<script>alert(1)</script>',
      '\u202Eevil\u202C',
      'Z\u0351\u0327algo',
      '👩‍👩‍👧‍👦',
      '‏مرحبا',
      "'; DROP TABLE--",
    ];
    for (const text of said) visitor.say(conversationId, text);
    const heard = new Set<string>();
    while (heard.size < said.length)
      for (const event of (await visitor.next('events')).events)
        if (event.type === 'message-added') heard.add(textOf(event.body.message));
    expect([...heard]).toEqual(said);
    visitor.sendRaw(JSON.stringify(say({ conversationId }, { parts: [{ type: 'text', text: 'a\uD800b' }] })));
    expect(JSON.stringify(await visitor.next('events'))).toContain('a\uFFFDb');
    await visitor.close();
  });
});

describe('a socket is ended', () => {
  test('when the offences repeat', async () => {
    const visitor = await relay.visitor();
    for (let n = 0; n < 10; n += 1) visitor.sendRaw('nonsense');
    expect(await visitor.closed).toMatchObject({ code: closeCodes.offence });
    expect(visitor.received.filter(({ type }) => type === 'error')).toHaveLength(5);
  });

  test('before it has said hello as well', async () => {
    const client = await openSocket(relay.url, { origin: relay.url });
    for (let n = 0; n < 10; n += 1) client.sendRaw('nonsense');
    expect(await client.closed).toMatchObject({ code: closeCodes.offence });
  });
});

test('random bytes and mangled frames bring nothing down', async () => {
  const { token } = await visitorToken(relay.url, newSecret());
  const frames = [
    { type: 'hello', as: 'visitor', protocol: protocolVersion, token },
    openFrame(),
    say(),
    { type: 'subscribe', conversationId: 'x', positions: { shared: null, desk: null } },
    { type: 'receipt', conversationId: 'x', deliveredSeq: 1, readSeq: 1 },
  ].map((frame) => JSON.stringify(frame));
  let seed = 42;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed % below;
  };
  for (let socket = 0; socket < 20; socket += 1) {
    const client = await openSocket(relay.url, { origin: relay.url });
    client.sendRaw(frames[0] ?? '');
    await client.next('welcome');
    for (let n = 0; n < 30; n += 1) {
      const frame = [...(frames[1 + random(frames.length - 1)] ?? '')];
      for (let change = 0; change <= random(3); change += 1)
        frame.splice(random(frame.length), random(4), String.fromCharCode(random(0x2_000)));
      client.sendRaw(frame.join(''));
    }
    client.send({ type: 'ping' });
    await Promise.race([client.closed, client.next('pong')]);
    await client.close();
  }
  bystander.send({ type: 'ping' });
  await bystander.next('pong');
});
