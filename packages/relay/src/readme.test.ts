import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Place, sqlitePlace } from './testing/places.js';
import { openAgent, openVisitor, signIn } from './testing/raw-people.js';
import { buildScripts, type Child, freePort, type Scripts } from './testing/spawn-child.js';

let place: Place;
let scripts: Scripts;
let child: Child | undefined;
beforeAll(async () => {
  place = await sqlitePlace();
  scripts = await buildScripts('child-mounted');
}, 30_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await child?.exited;
  await scripts.remove();
  await place.remove();
});

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

test('the README’s server is the one that is run here', async () => {
  const [, snippet] = /```ts\n(.*?)```/s.exec(await read('../README.md')) ?? [];
  expect(snippet).toBe(
    (await read('./testing/child-mounted.ts')).replace("'../index.js'", "'@batonchat/relay'"),
  );
});

test('the README’s server has its own pages, and a bot that hands over', async () => {
  const port = await freePort();
  child = scripts.run('child-mounted', { PORT: String(port), BATON_DATA: place.folder });
  await child.says('Listening.');
  const url = `http://localhost:${port}`;
  expect(await (await fetch(url)).text()).toBe('Your own site.');
  expect((await fetch(`${url}/health`)).status).toBe(200);

  const visitor = await openVisitor(url);
  const { conversationId } = visitor;
  visitor.say(conversationId, 'Hello');
  await visitor.next('events', (frame) => JSON.stringify(frame).includes('You said: Hello'));
  visitor.say(conversationId, 'I want a refund');
  const { events } = await visitor.next('events', (frame) =>
    JSON.stringify(frame).includes('A human can do that.'),
  );
  expect(events.map(({ type }) => type)).toEqual(['message-added', 'handoff-requested']);

  const ada = await openAgent(url, await signIn(url, 'ada@shop.example', 'choose-a-better-one'));
  ada.send({ type: 'inbox' });
  const { rows } = await ada.next('inbox');
  expect(rows).toMatchObject([
    { conversationId, status: 'pending', reason: 'topic', summary: 'Wants a refund.' },
  ]);
  await Promise.all([visitor.close(), ada.close()]);
}, 30_000);
