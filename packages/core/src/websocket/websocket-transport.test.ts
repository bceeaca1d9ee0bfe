import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeCodes } from '@batonchat/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { memoryStorage } from '../storage/storage.js';
import { createManualClock } from '../testing/manual-clock.js';
import { TokenRefused, type Transport, type TransportHandlers } from '../transport.js';
import { relayTransport } from './relay-transport.js';
import { renewSecret } from './visitor-secret.js';
import { createTokenSource } from './visitor-token.js';
import { agentTransport, visitorTransport } from './websocket-transport.js';

interface TokenRequest {
  secret: string;
  siteId: string;
}

let server: Server;
let sockets: WebSocketServer;
let relay: string;
let asked: TokenRequest[];
let answer: { status: number; body: unknown; headers?: Record<string, string> };

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: { token: 't', visitorId: 'v', expiresAt: Date.now() + 600_000 } };
  server = createServer(async (request, response) => {
    asked.push(JSON.parse((await textOf(request)) || '{}'));
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  sockets = new WebSocketServer({ server, path: '/chat/socket' });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  relay = `http://127.0.0.1:${(server.address() as AddressInfo).port}/chat`;
});

afterEach(async () => {
  for (const socket of sockets.clients) socket.terminate();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** What a connection told its owner, as it happens. */
function open(transport: Transport) {
  const told: string[] = [];
  const handlers: TransportHandlers = {
    onOpen: () => told.push('open'),
    onFrame: (frame) => told.push(`frame ${frame.type}`),
    onClose: ({ code }) => told.push(`close ${code}`),
  };
  return { told, connection: transport.connect(handlers) };
}

const connected = () =>
  new Promise<WebSocket>((resolve) => {
    sockets.once('connection', resolve);
  });
const agent = () => agentTransport({ relay, webSocket: WebSocket });

describe('a socket', () => {
  test('carries JSON frames both ways', async () => {
    const arriving = connected();
    const { told, connection } = open(agent());
    expect(told).toEqual([]);
    expect(connection.send({ type: 'ping' })).toBe(false);
    const socket = await arriving;
    await expect.poll(() => told).toEqual(['open']);
    const received = new Promise((resolve) => {
      socket.once('message', (data) => resolve(JSON.parse(String(data))));
    });
    expect(connection.send({ type: 'ping' })).toBe(true);
    expect(await received).toEqual({ type: 'ping' });
    socket.send(JSON.stringify({ type: 'pong', heads: {} }));
    await expect.poll(() => told).toEqual(['open', 'frame pong']);
    connection.close();
  });

  test('drops what is no frame, and warns once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const arriving = connected();
    const { told, connection } = open(agent());
    const socket = await arriving;
    for (const text of ['not JSON', '[]', '{"type":7}', 'null', '{}']) socket.send(text);
    socket.send(Buffer.from([1, 2, 3]));
    socket.send('{"type":"pong","heads":{}}');
    await expect.poll(() => told).toEqual(['open', 'frame pong']);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
    connection.close();
  });

  test('tells the close code, and does not come back by itself', async () => {
    const arriving = connected();
    const { told, connection } = open(agent());
    const socket = await arriving;
    await expect.poll(() => told).toEqual(['open']);
    socket.close(closeCodes.forbidden, 'no');
    await expect.poll(() => told).toEqual(['open', `close ${closeCodes.forbidden}`]);
    expect(connection.send({ type: 'ping' })).toBe(false);
    expect(sockets.clients.size).toBe(0);
  });

  test('one that is cut, or never came to be, is over', async () => {
    const arriving = connected();
    const { told } = open(agent());
    const socket = await arriving;
    await expect.poll(() => told).toEqual(['open']);
    socket.terminate();
    await expect.poll(() => told).toHaveLength(2);

    const nowhere = open(agentTransport({ relay: 'http://127.0.0.1:1', webSocket: WebSocket }));
    await expect.poll(() => nowhere.told).toHaveLength(1);
    expect(nowhere.told[0]).toMatch(/^close/);
  });

  test('closed by its owner, it says nothing more', async () => {
    const arriving = connected();
    const { told, connection } = open(agent());
    const socket = await arriving;
    await expect.poll(() => told).toEqual(['open']);
    const closed = new Promise((resolve) => {
      socket.once('close', resolve);
    });
    connection.close();
    await closed;
    expect(told).toEqual(['open']);

    const never = open(agent());
    never.connection.close();
    expect(never.told).toEqual([]);
  });

  test('an address that is none is said to be so', () => {
    expect(() =>
      agentTransport({ relay: 'chat.example', webSocket: WebSocket }).connect({} as never),
    ).toThrow(/"chat.example" is no URL/);
  });
});

describe("a visitor's token", () => {
  test('cannot be had of an address that is none, and that is told once to who wrote it', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    const options = { relay: 'localhost:9099', siteId: 'main', storage: memoryStorage() };
    const { token } = visitorTransport({ ...options, webSocket: WebSocket });
    for (let times = 0; times < 2; times += 1)
      await expect(token?.(false)).rejects.toThrow(/"localhost:9099" is no URL/);
    expect(error.mock.calls).toEqual([[expect.stringMatching(/"localhost:9099" is no URL such as/)]]);
    error.mockRestore();
  });

  const visitor = (storage = memoryStorage()) =>
    visitorTransport({ relay, siteId: 'main', storage, webSocket: WebSocket });

  test('is had for a secret that is minted once and kept', async () => {
    const storage = memoryStorage();
    expect(await visitor(storage).token?.(false)).toBe('t');
    expect(await visitor(storage).token?.(false)).toBe('t');
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({ secret: storage.readSecret(), siteId: 'main' });
    expect(asked[0]?.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(asked[1]).toEqual(asked[0]);
  });

  test('is used again until it is about to expire or is asked for afresh', async () => {
    const transport = visitor();
    await transport.token?.(false);
    await transport.token?.(false);
    expect(asked).toHaveLength(1);
    answer.body = { token: 'soon over', visitorId: 'v', expiresAt: Date.now() + 10_000 };
    expect(await transport.token?.(true)).toBe('soon over');
    await transport.token?.(false);
    expect(asked).toHaveLength(3);
  });

  test('is another with another secret', async () => {
    const storage = memoryStorage();
    const transport = visitor(storage);
    await transport.token?.(false);
    renewSecret(storage);
    await transport.token?.(false);
    expect(asked.map(({ secret }) => secret)).toEqual([asked[0]?.secret, storage.readSecret()]);
    expect(asked[1]?.secret).not.toBe(asked[0]?.secret);
  });

  test('may be asked for before the code is there that reads the answer; nobody else gets that one', async () => {
    const storage = memoryStorage();
    const transport = relayTransport({ relay, siteId: 'main', storage, webSocket: WebSocket });
    transport.prepare?.();
    await expect.poll(() => asked.length).toBe(1);
    expect(await transport.token?.(false)).toBe('t');
    expect(await transport.token?.(false)).toBe('t');
    expect(asked).toEqual([{ secret: storage.readSecret(), siteId: 'main' }]);
    const arriving = connected();
    const { told, connection } = open(transport);
    await arriving;
    await expect.poll(() => told).toEqual(['open']);
    connection.close();

    transport.prepare?.();
    renewSecret(storage);
    expect(await transport.token?.(true)).toBe('t');
    expect(asked.at(-1)).toEqual({ secret: storage.readSecret(), siteId: 'main' });
    expect(asked).toHaveLength(3);
  });

  test('that was asked for and is read by nobody does no harm', async () => {
    const nowhere = { relay: 'http://127.0.0.1:1', siteId: 'main', storage: memoryStorage() };
    relayTransport(nowhere).prepare?.();
    relayTransport({ ...nowhere, identity: () => Promise.reject(new Error('Who?')) }).prepare?.();
    const transport = relayTransport(nowhere);
    transport.prepare?.();
    await expect(transport.token?.(false)).rejects.toThrow('fetch failed');
  });

  test.each([-86_400_000, 86_400_000])(
    'by a wall clock that is wrong by %d ms lives no longer',
    async (ms) => {
      const clock = createManualClock();
      clock.step(Date.now() - clock.now() + ms);
      const token = createTokenSource({ relay, siteId: 'main', storage: memoryStorage(), clock });
      expect(await token(false)).toBe('t');
      await clock.advance(569_000);
      clock.step(-ms);
      await token(false);
      const before = asked.length;
      await clock.advance(600_000);
      await token(false);
      expect(asked.length).toBe(before + 1);
      // A clock that is behind gives no reason to ask twice; one that is ahead knows no better.
      if (ms < 0) expect(before).toBe(1);
    },
  );

  test('comes later where the relay says so, and so does the relay itself', async () => {
    answer = { status: 429, body: {}, headers: { 'retry-after': '7' } };
    await expect(visitor().token?.(false)).rejects.toMatchObject({ name: 'RelayBusy', retryAfterMs: 7000 });
    answer.status = 503;
    await expect(visitor().token?.(false)).rejects.toMatchObject({ retryAfterMs: 7000 });
    await expect(visitor().reach?.()).rejects.toMatchObject({ retryAfterMs: 7000 });
    answer.headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' };
    await expect(visitor().reach?.()).rejects.not.toHaveProperty('retryAfterMs');
  });

  test('that is refused is told apart from a relay that cannot answer', async () => {
    answer = { status: 403, body: {} };
    await expect(visitor().token?.(false)).rejects.toBeInstanceOf(TokenRefused);
    answer = { status: 503, body: {} };
    await expect(visitor().token?.(false)).rejects.toThrow(/503/);
  });
});
