/** B7: five hundred requests that never end. Each is closed within ten seconds, and others hardly notice. */
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { strainRatio } from '../testing/compare-rounds.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import { newSecret, visitorToken } from '../testing/raw-people.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { unhurried, type WatchedRelay, watchRelay } from '../testing/watched-relay.js';

const patience = 60_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const peers = 500;
const withinMs = 10_000;
const timesAsLong = 2;

let scripts: Scripts;
let place: Place;
let relay: WatchedRelay;
let token: string;
beforeAll(async () => {
  scripts = await buildScripts('child-watched');
  place = await sqlitePlace();
  relay = await watchRelay(scripts, place, unhurried);
  ({ token } = await visitorToken(relay.url, newSecret()));
});
afterAll(async () => {
  expect(relay.child.output()).not.toMatch(/\[(error|warn)\]/);
  await relay.close();
  await place.remove();
  await scripts.remove();
});

const head = (lines: string[]) =>
  [...lines, `Host: localhost:${relay.port}`, `Origin: ${relay.url}`, 'Content-Type: application/json'].join(
    '\r\n',
  );
const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const upgradeLines = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', key];
const upgrade = () => head(['GET /socket HTTP/1.1', ...upgradeLines]);
const tokenBody = () => head(['POST /api/visitor/token HTTP/1.1', 'Content-Length: 60']);

/** What a peer sends of a request that it does not go on with; the first five send no whole one. */
const halfSent = 5;
const halves: [string, () => string][] = [
  ['says nothing', () => ''],
  ['sends half of an upgrade', upgrade],
  ['sends half a line', () => 'GET /soc'],
  ['sends half of a body', () => `${tokenBody()}\r\n\r\n{"secret":"`],
  [
    'sends half of a body in chunks',
    () => `${head(['POST /api/auth/sign-in/email HTTP/1.1', 'Transfer-Encoding: chunked'])}\r\n\r\n5\r\n{"em`,
  ],
  ['upgrades and says no hello', () => `${upgrade()}\r\n\r\n`],
  ['upgrades and sends half of a frame', () => `${upgrade()}\r\n\r\n\x81\xfe\x01\x00`],
  ['is refused its upgrade and stays', () => `${head(['GET /elsewhere HTTP/1.1', ...upgradeLines])}\r\n\r\n`],
  [
    'is refused its page and stays',
    () => `${upgrade().replace(/Origin: .*/, 'Origin: https://evil.example')}\r\n\r\n`,
  ],
];

/** A peer that never closes its own side, whatever it is told. */
function open(text: string): Promise<{ wire: Socket; ended: Promise<number> }> {
  return new Promise((resolve, reject) => {
    const wire = connect({ port: relay.port, host: '127.0.0.1', allowHalfOpen: true });
    const openedAt = performance.now();
    const ended = new Promise<number>((over) => {
      const end = () => over(performance.now() - openedAt);
      wire.on('end', end).on('close', end);
    });
    wire.on('error', () => {});
    wire.once('error', reject);
    wire.resume();
    wire.once('connect', () => {
      wire.write(text, 'latin1');
      resolve({ wire, ended });
    });
  });
}

const openMany = () =>
  Promise.all(Array.from({ length: peers }, (_, n) => open(halves[n % halfSent]?.[1]() ?? '')));

describe('a peer that', () => {
  test.concurrent.each(halves)('%s is closed within ten seconds', async (_, text) => {
    const { wire, ended } = await open(text());
    expect(await ended).toBeLessThanOrEqual(withinMs);
    wire.destroy();
  });

  test.concurrent(`has ${peers - 1} companions is closed as soon as they are`, async () => {
    const held = await openMany();
    const lives = await Promise.all(held.map(({ ended }) => ended));
    expect(Math.max(...lives)).toBeLessThanOrEqual(withinMs);
    for (const { wire } of held) wire.destroy();
  });
});

/** How long it takes from nothing to a welcome. */
async function handshakes(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    const client = await openSocket(relay.url, { origin: relay.url });
    client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
    await client.next('welcome');
    times.push(performance.now() - startedAt);
    await client.close();
  }
  return times;
}

test(`${peers} of them hold up no new visitor`, async () => {
  await handshakes(50);
  const ratio = await strainRatio({
    atMost: timesAsLong,
    measure: () => handshakes(40),
    async strain() {
      const held = await openMany();
      await handshakes(5);
      return async () => {
        for (const { wire } of held) wire.destroy();
      };
    },
  });
  expect(ratio).toBeLessThanOrEqual(timesAsLong);
});
