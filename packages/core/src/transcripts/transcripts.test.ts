import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { ChatState } from '../state.js';
import { RelayBusy, type Transport } from '../transport.js';
import { type Transcripts, transcriptsOf } from './transcripts.js';

type Answer = [status: number, body?: object, headers?: Record<string, string>];
interface Asked {
  method: string | undefined;
  path: string | undefined;
  token: string | undefined;
  body: Record<string, unknown> | null;
}

const asked: Asked[] = [];
let answers: Answer[] = [];
const server = createServer(async (request: IncomingMessage, response) => {
  const { method, url: path, headers } = request;
  const body = method === 'POST' ? ((await json(request)) as Record<string, unknown>) : null;
  asked.push({ method, path, token: headers.authorization, body });
  const [status, sent = {}, more = {}] = answers.shift() ?? [500];
  if (status === 0) return void request.socket.destroy();
  response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(sent));
});
let relay = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  relay = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let transcripts: Transcripts;
beforeEach(async () => {
  asked.length = 0;
  answers = [];
  const store = createStore(() => ({ conversation: { id: 'c1' } }) as ChatState);
  const transport: Transport = {
    connect: () => ({ send: () => false, close() {} }),
    token: async (fresh) => (fresh ? 'fresh' : 'old'),
    files: relay,
  };
  transcripts = await transcriptsOf(transport, store);
});

test('a wish names the conversation, an id of its own, the language and the time zone; how far it is can be asked', async () => {
  answers = [
    [202, { status: 'waiting' }],
    [200, { status: 'failed' }],
  ];
  const sent = await transcripts.send('vera@example.com', 'de');
  expect(asked[0]).toMatchObject({ method: 'POST', path: '/api/transcripts', token: 'Bearer old' });
  expect(asked[0]?.body).toEqual({
    conversationId: 'c1',
    requestId: expect.stringMatching(/^[\w-]{16,80}$/),
    to: 'vera@example.com',
    locale: 'de',
    timeZone: expect.any(String),
  });
  expect(await sent?.status()).toBe('failed');
  expect(asked[1]?.path).toBe(
    `/api/transcripts/status?conversationId=c1&requestId=${asked[0]?.body?.['requestId']}`,
  );
});

test('what did not arrive is the same wish when it is said again, and another one once it has', async () => {
  answers = [[0], [503], [202], [202]];
  await expect(transcripts.send('vera@example.com')).rejects.toThrow();
  await expect(transcripts.send('vera@example.com')).rejects.toThrow('503');
  await transcripts.send('vera@example.com');
  await transcripts.send('vera@example.com');
  const ids = asked.map(({ body }) => body?.['requestId']);
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(ids[3]).not.toBe(ids[0]);
});

test('a token that is over is renewed; a limit and an address that is none are told apart', async () => {
  answers = [[401], [400], [429, {}, { 'retry-after': '60' }]];
  expect(await transcripts.send('vera@')).toBeNull();
  expect(asked.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer fresh']);
  const busy = await transcripts.send('vera@example.com').catch((error: unknown) => error);
  expect(busy).toBeInstanceOf(RelayBusy);
});

test('the address that the site has signed is told to its visitor alone, and never kept', async () => {
  answers = [[401], [200, { address: 'vera@shop.example' }], [200, { address: null }], [503]];
  expect([await transcripts.address(), await transcripts.address()]).toEqual(['vera@shop.example', null]);
  expect(asked.map(({ path, token }) => `${path} ${token}`).slice(0, 2)).toEqual([
    '/api/transcripts/address Bearer old',
    '/api/transcripts/address Bearer fresh',
  ]);
  await expect(transcripts.address()).rejects.toThrow('503');
});

test('whether there are any is asked until it is answered, and then no more', async () => {
  answers = [[503], [404]];
  await expect(transcripts.isOffered()).rejects.toThrow('503');
  expect([await transcripts.isOffered(), await transcripts.isOffered()]).toEqual([false, false]);
  expect(asked).toHaveLength(2);
});
