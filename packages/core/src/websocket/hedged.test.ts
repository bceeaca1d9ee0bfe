import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { hedged } from './hedged.js';

/** A server that answers the requests of these numbers (from 1). */
async function serverAnswering(isAnswered: (number: number) => boolean) {
  let requests = 0;
  const server = createServer((_: IncomingMessage, response: ServerResponse) => {
    requests += 1;
    if (isAnswered(requests)) response.end(String(requests));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, requests: () => requests };
}

function asked(url: string) {
  const again = () => fetch(url);
  return { answer: again(), again };
}

test('one that is not answered is made once more, on another connection', async () => {
  const { url, requests } = await serverAnswering((number) => number === 2);
  const answer = await hedged(asked(url), 20);
  expect(await answer.text()).toBe('2');
  expect(requests()).toBe(2);
});

test('one that is answered is made once', async () => {
  const { url, requests } = await serverAnswering(() => true);
  expect(await (await hedged(asked(url), 60_000)).text()).toBe('1');
  expect(await (await hedged(asked(url), 60_000)).text()).toBe('2');
  expect(requests()).toBe(2);
});

test('one that fails is not made again', async () => {
  await expect(hedged(asked('http://127.0.0.1:1/'), 60_000)).rejects.toThrow('fetch failed');
});
