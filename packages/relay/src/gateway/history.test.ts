/** What a client that comes back is told: what it missed, nothing twice, and never another history as its own. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Position, protocolVersion } from '@batonchat/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import { openFrame, type RawVisitor, visitorToken } from '../testing/raw-people.js';
import { scriptedBot } from '../testing/scripted-bot.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

let place: Place;
let relay: TestRelay;
let visitor: RawVisitor;
beforeEach(async () => {
  place = await sqlitePlace();
  await begin();
  visitor = await relay.visitor();
});
afterEach(async () => {
  await relay.close();
  await place.remove();
});

async function begin(): Promise<void> {
  relay = await startRelay(place, {
    bot: scriptedBot(() => []),
    rateLimits: { visitorCommands: 1000 },
  });
}

/** Says something; resolves with where the client then stands. */
async function say(text: string): Promise<Position> {
  const id = visitor.say(visitor.conversationId, text);
  const { epoch, head } = await visitor.next('events', ({ events }) => events[0]?.causedBy === id);
  return { epoch, seq: head, id };
}

/** Comes back with what it holds; resolves with the first that it is told of this kind. */
async function comeBack(
  position: Position,
  of: readonly ('events' | 'snapshot' | 'receipts')[] = ['events', 'snapshot'],
) {
  const { token } = await visitorToken(relay.url, visitor.secret);
  const client = await openSocket(relay.url, { origin: relay.url });
  client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
  client.send(openFrame({ conversationId: visitor.conversationId, position }, 'the-same-session'));
  const told = await client.next(of);
  await client.close();
  return told;
}

test('twenty times in a row with nothing new, it is told nothing new', async () => {
  const position = await say('hello');
  for (let n = 0; n < 20; n += 1)
    expect(await comeBack(position)).toMatchObject({ type: 'events', events: [], head: position.seq });
});

test('it is told what was read while it was away, though nothing new was said', async () => {
  const position = await say('hello');
  visitor.send({
    type: 'receipt',
    conversationId: visitor.conversationId,
    deliveredSeq: position.seq,
    readSeq: position.seq,
  });
  await visitor.next('receipts');
  const told = await comeBack(position, ['receipts']);
  expect(told).toMatchObject({ receipts: [{ kind: 'visitor', readSeq: position.seq }] });
});

test('after a while it is told exactly what it missed, also over a restart', async () => {
  const position = await say('one');
  await say('two');
  const { seq } = await say('three');
  for (let n = 0; n < 2; n += 1) {
    const told = await comeBack(position);
    expect('events' in told && told.events.map((event) => event.seq)).toEqual([seq - 1, seq]);
    await relay.close();
    await begin();
  }
});

test('signals in between are no part of history', async () => {
  const position = await say('one');
  const { conversationId } = visitor;
  for (const isTyping of [true, false])
    visitor.send({ type: 'signal', conversationId, signal: { type: 'typing', isTyping } });
  visitor.send({ type: 'ping' });
  await visitor.next('pong');
  expect(await comeBack(position)).toMatchObject({ events: [], head: position.seq });
});

test('when an older backup was put in place it is told so, though as much was said since', async () => {
  await say('one');
  await relay.close();
  const backup = await mkdtemp(join(tmpdir(), 'baton-backup-'));
  await cp(place.folder, backup, { recursive: true });
  await begin();
  visitor = await relay.visitor({ secret: visitor.secret });
  const position = await say('two, which will be lost');
  expect(await comeBack(position)).toMatchObject({ type: 'events', events: [] });
  await relay.close();

  await rm(place.folder, { recursive: true });
  await cp(backup, place.folder, { recursive: true });
  await rm(backup, { recursive: true });
  await begin();
  expect(await comeBack(position), 'from the future').toMatchObject({ type: 'snapshot' });
  visitor = await relay.visitor({ secret: visitor.secret });
  const other = await say('another two');
  expect(other.seq).toBe(position.seq);
  const told = await comeBack(position);
  expect(told).toMatchObject({ type: 'snapshot', position: other });
  expect(JSON.stringify(told)).not.toContain('which will be lost');
});

test('when everything was wiped it is told so, and begins anew', async () => {
  const position = await say('one');
  await relay.close();
  await rm(place.folder, { recursive: true });
  await begin();
  const told = await comeBack(position);
  expect(told).toMatchObject({ type: 'snapshot', position: { seq: 1 }, entries: [] });
  expect(told.conversationId).not.toBe(visitor.conversationId);
  expect('position' in told && told.position.epoch).not.toBe(position.epoch);
});
