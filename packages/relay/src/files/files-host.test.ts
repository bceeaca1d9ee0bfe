import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createFrontDoor } from '../identity/front-door.js';
import { filesHost } from './files-host.js';

const door = (trustedProxies: number) =>
  createFrontDoor({ publicUrl: 'https://chat.example', trustedProxies, origins: [] });

function statusOf(path: string, headers: Record<string, string>, trustedProxies = 0) {
  const app = new Hono<{ Bindings: never }>();
  app.use(filesHost(door(trustedProxies), 'https://files.example'));
  app.get('*', (context) => context.text('here'));
  return Promise.resolve(app.request(path, { headers })).then(({ status }) => status);
}

test('the files’ own host answers files and nothing else', async () => {
  const headers = { host: 'files.example' };
  expect(await statusOf('/files/1?e=2&s=3', headers)).toBe(200);
  for (const path of ['/', '/console/', '/api/files', '/api/auth/session', '/embed.js', '/health'])
    expect([path, await statusOf(path, headers)]).toEqual([path, 421]);
});

test('every other host answers all but files', async () => {
  const headers = { host: 'chat.example' };
  expect(await statusOf('/files/1?e=2&s=3', headers)).toBe(421);
  expect(await statusOf('/console/', headers)).toBe(200);
});

test('a proxy says which host was asked, where it is trusted', async () => {
  const headers = { host: 'inside', 'x-forwarded-host': 'files.example' };
  expect(await statusOf('/files/1', headers, 1)).toBe(200);
  expect(await statusOf('/console/', headers, 1)).toBe(421);
  expect(await statusOf('/files/1', headers, 0)).toBe(421);
});
