/**
 * B6: good frames that were damaged, by many clients at once. `BATON_LONG=1` sends 200,000 of them, `BATON_SEED` others.
 */
import { randomUUID } from 'node:crypto';
import { protocolVersion } from '@batonchat/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mutate, seededNumbers } from '../testing/mutate.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket, type RawClient } from '../testing/raw-client.js';
import { newSecret, openFrame, openVisitor, type RawVisitor, visitorToken } from '../testing/raw-people.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { unhurried, type WatchedRelay, watchRelay } from '../testing/watched-relay.js';

const isLong = process.env['BATON_LONG'] === '1';
const seed = Number(process.env['BATON_SEED'] ?? 1);
const frames = isLong ? 200_000 : 2_400;
/** Sent before the heap is looked at: what a process has compiled and cached once, it keeps. */
const framesToWarmUp = isLong ? 25_000 : 2_400;
const clients = 8;
/** After five that are bad the socket ends, and the rest is not read. */
const framesPerRead = 5;
const patience = isLong ? 3_600_000 : 60_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const heapGrowth = 1.1;

let scripts: Scripts;
let place: Place;
let relay: WatchedRelay;
let bystander: RawVisitor;
beforeAll(async () => {
  scripts = await buildScripts('child-watched');
  place = await sqlitePlace();
  relay = await watchRelay(scripts, place, unhurried);
  bystander = await openVisitor(relay.url);
});
afterAll(async () => {
  await relay.close();
  await place.remove();
  await scripts.remove();
});

/** Of each kind one that is good. */
function goodFrames(conversationId: string, token: string): string[] {
  const position = { epoch: 'e', seq: 1, id: 'visit.first' };
  const command = (body: object) => ({
    type: 'command',
    conversationId,
    commandId: randomUUID(),
    command: body,
  });
  const contact = { name: 'Vera', email: 'vera@shop.example', message: 'Hello.' };
  return [
    { type: 'hello', as: 'visitor', protocol: protocolVersion, token },
    openFrame(),
    openFrame({ conversationId, position }),
    { type: 'subscribe', conversationId, positions: { shared: position, desk: null } },
    { type: 'unsubscribe', conversationId },
    command({ type: 'send-message', parts: [{ type: 'text', text: 'Where is *my* order? '.repeat(20) }] }),
    command({ type: 'request-handoff', reason: 'button' }),
    command({ type: 'leave-contact', contact, keepWaiting: true }),
    command({ type: 'end-handoff' }),
    command({ type: 'claim', handoffId: null }),
    { type: 'catch-up', conversationId, log: 'shared', position },
    { type: 'page', conversationId, before: 50 },
    { type: 'signal', conversationId, signal: { type: 'typing', isTyping: true } },
    { type: 'receipt', conversationId, deliveredSeq: 1, readSeq: 1 },
    { type: 'inbox' },
    { type: 'ping' },
  ].map((frame) => JSON.stringify(frame));
}

/** Sends so many damaged frames that the relay has read; comes back each time that it is sent away. */
async function damage(count: number, next: (below: number) => number): Promise<void> {
  const { token } = await visitorToken(relay.url, newSecret());
  let client: RawClient | undefined;
  let good: string[] = [];
  let connections = 0;
  for (let read = 0; read < count; ) {
    if (client?.socket.readyState !== client?.socket.OPEN || !client) {
      await client?.close();
      client = await openSocket(relay.url, { origin: relay.url });
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
      await client.next('welcome');
      // Most have not opened their conversation: then other handlers answer.
      if (connections % 4 === 0) {
        client.send(openFrame());
        good = goodFrames((await client.next('snapshot')).conversationId, token);
      }
      connections += 1;
    }
    for (let n = 0; n < framesPerRead; n += 1) client.sendRaw(mutate(good[next(good.length)] ?? '', next));
    client.send({ type: 'ping' });
    await Promise.race([client.next('pong'), client.closed]);
    read += framesPerRead;
    client.received.length = 0;
  }
  await client?.close();
}

const all = async (count: number, from: number) => {
  await Promise.all(
    Array.from({ length: clients }, (_, n) => damage(count / clients, seededNumbers(from * clients + n))),
  );
  // Its answer is behind all that the relay did before.
  bystander.send({ type: 'ping' });
  await bystander.next('pong');
};

test(`${frames} damaged frames (seed ${seed}) bring nothing down, are no error of the relay's, and leave nothing behind`, async () => {
  await all(framesToWarmUp, seed + 1_000_000);
  const before = await relay.look();
  await all(frames, seed);
  const after = await relay.look();
  expect(relay.child.output()).not.toMatch(/\[(error|warn)\]/);
  expect(after.heapUsed / before.heapUsed).toBeLessThanOrEqual(heapGrowth);
});
