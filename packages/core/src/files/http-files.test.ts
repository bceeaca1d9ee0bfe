import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { clockOf } from '../clock.js';
import { httpFiles } from './http-files.js';

let server: Server;
afterEach(() => server.close());

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
const say = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('a token that expired on the way is fetched anew, once', async () => {
  const seen: (string | undefined)[] = [];
  const relay = await serve((request, response) => {
    seen.push(request.headers.authorization);
    say(response, seen.length === 1 ? 401 : 200, { urls: { a: 'https://files.example/a' }, expiresAt: 1 });
  });
  const files = httpFiles(relay, async (fresh) => (fresh ? 'new' : 'old'), clockOf({}));
  expect(await files.urls(['a'])).toMatchObject({ urls: { a: 'https://files.example/a' } });
  expect(seen).toEqual(['Bearer old', 'Bearer new']);
});

test('a relay without files, old or by choice, takes none; one that fails is not known to', async () => {
  let status = 404;
  const relay = await serve((_, response) => say(response, status, { maxBytes: 5, accept: [] }));
  const files = httpFiles(relay, undefined, clockOf({}));
  expect(await files.terms()).toBeNull();
  status = 200;
  expect(await files.terms()).toEqual({ maxBytes: 5, accept: [] });
  status = 503;
  await expect(files.terms()).rejects.toThrow('503');
});
