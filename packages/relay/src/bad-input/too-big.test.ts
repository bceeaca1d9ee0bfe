/** B3: much too much, in one piece and in many: refused after 64 KB of it at most, and never held in memory. */
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openVisitor, type RawVisitor } from '../testing/raw-people.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { unhurried, type WatchedRelay, watchRelay } from '../testing/watched-relay.js';
import { wireFrame, wireOf } from '../testing/wire-frames.js';

const patience = 30_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const readBytes = 64 * 1024;
const grownBytes = 8 * 1024 * 1024;
const tenMegabytes = 10 * 1024 * 1024;

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
  bystander.send({ type: 'ping' });
  await bystander.next('pong');
  expect(relay.child.output()).not.toMatch(/error|warn/i);
  await bystander.close();
  await relay.close();
  await place.remove();
  await scripts.remove();
});

const repeat = (bytes: Buffer, length: number) => Buffer.alloc(length, bytes);
const inPieces = (text: string, each: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(text.length / each) }, (_, n) =>
      wireFrame({
        opcode: n === 0 ? 1 : 0,
        isFinal: (n + 1) * each >= text.length,
        payload: text.slice(n * each, (n + 1) * each),
      }),
    ),
  );
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const manyKeys = `{${Array.from({ length: 1_000_000 }, (_, n) => `"${n.toString(36)}":0`).join()}}`;
const chunk = Buffer.from(`1000\r\n${'x'.repeat(4096)}\r\n`);
const bomb = gzipSync(Buffer.alloc(tenMegabytes, 'x'));

/** Each as all its bytes on the wire of an open socket, and how that socket ends. */
const attacks: [string, number, () => Buffer][] = [
  ['ten megabytes', 1009, () => wireFrame({ payload: Buffer.alloc(tenMegabytes, 'x') })],
  ['ten megabytes that only the header knows of', 1009, () => wireFrame({ claimedLength: tenMegabytes })],
  [
    'ten megabytes in pieces of one byte',
    1008,
    () =>
      Buffer.concat([
        wireFrame({ payload: '"', isFinal: false }),
        repeat(wireFrame({ opcode: 0, payload: 'x', isFinal: false }), tenMegabytes),
      ]),
  ],
  ['ten megabytes in pieces of a kilobyte', 1009, () => inPieces('x'.repeat(tenMegabytes), 1024)],
  ['JSON that is 100,000 deep', 1009, () => wireFrame({ payload: deep })],
  ['JSON that is 100,000 deep, in pieces', 1009, () => inPieces(deep, 8192)],
  ['a million keys', 1009, () => wireFrame({ payload: manyKeys })],
  ['a million keys, in pieces', 1009, () => inPieces(manyKeys, 8192)],
  ['ten megabytes made small, which was not agreed', 1002, () => wireFrame({ payload: bomb, reserved: 4 })],
];

test('compression is not agreed to', () => {
  expect(bystander.socket.extensions).toBe('');
});

describe('on a socket', () => {
  test.each(attacks)('%s: refused with %s when 64 KB of it have come', async (_, code, bytes) => {
    const visitor = await openVisitor(relay.url);
    // What is read of it, and the headers of its pieces.
    const start = bytes().subarray(0, readBytes + 1024);
    wireOf(visitor).write(start);
    expect(await visitor.closed).toMatchObject({ code });
    if (code === 1009) expect(visitor.received.at(-1)).toMatchObject({ type: 'error', code: 'oversized' });
  });

  test('a frame that comes byte by byte: refused long before its end', async () => {
    const visitor = await openVisitor(relay.url);
    const wire = wireOf(visitor);
    wire.setNoDelay(true);
    const bytes = wireFrame({ payload: 'x'.repeat(60_000) });
    let sent = 0;
    while (visitor.socket.readyState === visitor.socket.OPEN && sent < bytes.length) {
      await new Promise<void>((resolve) => wire.write(bytes.subarray(sent, sent + 1), () => resolve()));
      await new Promise((resolve) => setImmediate(resolve));
      sent += 1;
    }
    expect(await visitor.closed).toMatchObject({ code: 1008 });
  });

  test('as many keys and as deep as a frame may be: answered', async () => {
    const visitor = await openVisitor(relay.url);
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`k${n}`, 0])));
    for (const text of [keys, '['.repeat(32_000), `${'['.repeat(16_000)}${']'.repeat(16_000)}`]) {
      visitor.sendRaw(text);
      expect(['malformed', 'unknown-type']).toContain((await visitor.next('error')).code);
    }
    await visitor.close();
  });
});

describe('as a body', () => {
  const post = (path: string, headers: string[], body: Buffer) =>
    new Promise<string>((resolve, reject) => {
      const head = [
        `POST ${path} HTTP/1.1`,
        `Host: localhost:${relay.port}`,
        `Origin: ${relay.url}`,
        ...headers,
      ];
      const socket = connect(relay.port, '127.0.0.1', () => {
        socket.write(`${head.join('\r\n')}\r\n\r\n`);
        socket.write(body);
      });
      socket.on('data', (answer) => {
        resolve(answer.toString().slice(0, 'HTTP/1.1 413'.length));
        socket.destroy();
      });
      socket.on('close', () => reject(new Error('It was closed without an answer.')));
      socket.on('error', reject);
    });
  describe.each(['/api/visitor/token', '/api/auth/sign-in/email'])('to %s', (path) => {
    test.each<[string, string[], Buffer]>([
      ['ten megabytes', [`Content-Length: ${tenMegabytes}`], Buffer.alloc(readBytes, 'x')],
      ['a length that is told and nothing else', [`Content-Length: ${tenMegabytes}`], Buffer.alloc(0)],
      ['chunks without end', ['Transfer-Encoding: chunked'], repeat(chunk, readBytes + 4096)],
      [
        'chunks of one byte without end',
        ['Transfer-Encoding: chunked'],
        repeat(Buffer.from('1\r\nx\r\n'), (readBytes + 4096) * 6),
      ],
    ])('%s: refused with 413', async (_, headers, body) => {
      expect(await post(path, ['Content-Type: application/json', ...headers], body)).toBe('HTTP/1.1 413');
    });

    test('compressed: not unpacked', async () => {
      const headers = ['Content-Type: application/json', 'Content-Encoding: gzip'];
      const small = gzipSync(Buffer.alloc(1024 * 1024, 'x'));
      expect(small.length).toBeLessThan(4096);
      const answer = await post(path, [...headers, `Content-Length: ${small.length}`], small);
      expect(answer).toBe('HTTP/1.1 400');
    });
  });
});

describe.skipIf(process.platform !== 'linux')(
  'all of it, whatever the relay answers, takes less than 8 MB',
  () => {
    const push = (wire: Socket, bytes: Buffer) =>
      new Promise<void>((resolve) => {
        wire.once('close', () => resolve());
        wire.write(bytes, () => resolve());
      });
    /** By how much the relay's memory rises, once it has been through the same before. */
    async function growthBy(attack: () => Promise<void>): Promise<number> {
      for (let n = 0; n < 2; n += 1) await attack();
      const before = await relay.look();
      await attack();
      return ((await relay.look()).peak ?? Number.NaN) - before.rss;
    }

    test.each(attacks)('%s', async (_, __, bytes) => {
      const sent = bytes();
      const growth = await growthBy(async () => {
        const visitor = await openVisitor(relay.url);
        visitor.socket.pause();
        await push(wireOf(visitor), sent);
        await visitor.close();
      });
      expect(growth).toBeLessThanOrEqual(grownBytes);
    });

    test.each([
      ['ten megabytes as a body', `Content-Length: ${tenMegabytes}`, Buffer.alloc(tenMegabytes, 'x')],
      ['ten megabytes of chunks', 'Transfer-Encoding: chunked', repeat(chunk, tenMegabytes)],
    ])('%s', async (_, header, body) => {
      const growth = await growthBy(async () => {
        const wire = connect(relay.port, '127.0.0.1');
        wire.on('error', () => {});
        wire.resume();
        wire.write(`POST /api/visitor/token HTTP/1.1\r\nHost: localhost:${relay.port}\r\n${header}\r\n\r\n`);
        await push(wire, body);
        wire.destroy();
      });
      expect(growth).toBeLessThanOrEqual(grownBytes);
    });
  },
);
