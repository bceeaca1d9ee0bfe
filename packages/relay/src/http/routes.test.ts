import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRelay } from '../create-relay.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { quietLog } from '../testing/quiet-log.js';
import { openSocket } from '../testing/raw-client.js';
import { newSecret, signIn } from '../testing/raw-people.js';
import { scriptedBot } from '../testing/scripted-bot.js';
import { startRelay, type TestRelay, testPassword } from '../testing/start-relay.js';

const allowed = 'https://shop.example';

let place: Place;
let relay: TestRelay;
beforeAll(async () => {
  place = await sqlitePlace();
  const consoleFolder = join(place.folder, 'console');
  const embedFolder = join(place.folder, 'built');
  await mkdir(join(consoleFolder, 'assets'), { recursive: true });
  await mkdir(join(embedFolder, 'embed'), { recursive: true });
  await writeFile(join(consoleFolder, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(join(consoleFolder, 'assets/app-a1b2c3d4.js'), 'console.log("app");'.repeat(100));
  await writeFile(join(consoleFolder, 'notes.secret'), 'of a type that is not served');
  await writeFile(join(embedFolder, 'embed.js'), '(() => {})();');
  await writeFile(join(place.folder, 'outside.js'), 'must not be read');
  const throwing = (origin: string) => {
    if (origin === 'https://trap.example') throw new Error('The host’s rule is broken.');
    return false;
  };
  relay = await startRelay(place, { consoleFolder, embedFolder, origins: [allowed, throwing] });
  await relay.relay.ensureAgent({ email: 'ada@demo.example', name: 'Ada', password: testPassword });
});
afterAll(async () => {
  await relay.close();
  await place.remove();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${relay.url}${path}`, { headers });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${relay.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** Node's own client: `fetch` tidies the path and does not let an Origin be set. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ port: relay.port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('/health', () => {
  test('says what the store is and what it survives', async () => {
    const response = await get('/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      status: 'ok',
      store: 'sqlite',
      durability: 'power-loss',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  test('is 503 before the relay has started, and so are the others', async () => {
    const unstarted = createRelay({ bot: scriptedBot(), log: quietLog() });
    const answer = async (path: string, method = 'GET') =>
      (await unstarted.fetch(new Request(`http://localhost${path}`, { method }))).status;
    expect(await answer('/health')).toBe(503);
    expect(await answer('/api/visitor/token', 'POST')).toBe(503);
    expect(await answer('/api/auth/get-session')).toBe(503);
  });
});

describe('a visitor’s token', () => {
  test('names the same visitor for the same secret, and another for another', async () => {
    const secret = newSecret();
    const ask = async (body: object) => (await (await post('/api/visitor/token', body)).json()) as object;
    const first = await ask({ secret });
    expect(first).toEqual({
      token: expect.any(String),
      visitorId: expect.any(String),
      expiresAt: expect.any(Number),
    });
    const { visitorId } = first as { visitorId: string };
    expect(await ask({ secret, siteId: 'main' })).toMatchObject({ visitorId });
    expect(await ask({ secret: newSecret() })).not.toMatchObject({ visitorId });
    expect(await ask({ secret, siteId: 'other' })).not.toMatchObject({ visitorId });
  });

  test('asked for by many tabs at once is one visitor’s', async () => {
    const secret = newSecret();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/api/visitor/token', { secret })),
    );
    const ids = await Promise.all(
      answers.map(async (each) => ((await each.json()) as { visitorId: string }).visitorId),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('is for nobody’s cache', async () => {
    const response = await post('/api/visitor/token', { secret: newSecret() });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['nothing', ''],
    ['no secret', {}],
    ['a short secret', { secret: 'abc' }],
    ['a long secret', { secret: `${newSecret()}a` }],
    ['a secret of other letters', { secret: `${'a'.repeat(42)}=` }],
    ['a site that is no name', { secret: newSecret(), siteId: '../x' }],
    ['deep JSON', '['.repeat(2000)],
  ])('is refused for %s, with a word about the body', async (_, body) => {
    const response = await post('/api/visitor/token', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: expect.stringContaining('32 random bytes') });
  });

  test('is refused for a body that is too long', async () => {
    const response = await post('/api/visitor/token', { secret: 'x'.repeat(20_000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: 'The body may have 9216 bytes.' });
  });

  test('is given to pages of allowed origins only', async () => {
    const preflight = (origin: string) =>
      fetch(`${relay.url}/api/visitor/token`, { method: 'OPTIONS', headers: { origin } });
    for (const origin of [allowed, relay.url]) {
      const response = await post('/api/visitor/token', { secret: newSecret() }, { origin });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    }
    for (const origin of ['https://evil.example', 'null', `${allowed}.evil.example`]) {
      const response = await post('/api/visitor/token', { secret: newSecret() }, { origin });
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('a socket', () => {
  test('is opened for the relay’s own origin and those that are allowed', async () => {
    for (const origin of [relay.url, allowed]) await (await openSocket(relay.url, { origin })).close();
  });

  test.each(['null', 'https://evil.example', `${allowed}:8443`, `${allowed}.`, 'http://shop.example'])(
    'is refused to %s',
    async (origin) => {
      await expect(openSocket(relay.url, { origin })).rejects.toThrow('403');
    },
  );

  test('is refused where the host’s rule throws, and nothing else happens', async () => {
    await expect(openSocket(relay.url, { origin: 'https://trap.example' })).rejects.toThrow('403');
    expect((await get('/health')).status).toBe(200);
  });

  test('is refused to whom says nothing of where they come from', async () => {
    await expect(openSocket(relay.url)).rejects.toThrow('403');
  });

  test('for agents is opened from the relay’s own pages only, whatever cookie they bring', async () => {
    const cookie = await signIn(relay.url, 'ada@demo.example', testPassword);
    const client = await openSocket(relay.url, { origin: allowed, cookie });
    client.send({ type: 'hello', as: 'agent', protocol: 1 });
    expect(await client.next('error')).toMatchObject({ code: 'unauthorised' });
    expect(await client.closed).toMatchObject({ code: 4403 });
  });

  test('is found at its own address only', async () => {
    await expect(openSocket(`${relay.url}/elsewhere`, { origin: relay.url })).rejects.toThrow('404');
  });
});

describe('an agent', () => {
  const session = async (cookie: string) => (await get('/api/auth/get-session', { cookie })).json();

  test('signs in with a password, is known by the cookie, and is forgotten after signing out', async () => {
    const cookie = await signIn(relay.url, 'ada@demo.example', testPassword);
    expect(await session(cookie)).toMatchObject({ user: { name: 'Ada', role: 'agent' } });
    const response = await post('/api/auth/sign-out', {}, { cookie, origin: relay.url });
    expect(response.status).toBe(200);
    expect(await session(cookie)).toBeNull();
  });

  test('gets a cookie that no script reads and no other site sends', async () => {
    const response = await post(
      '/api/auth/sign-in/email',
      { email: 'ada@demo.example', password: testPassword },
      { origin: relay.url },
    );
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test.each([
    ['a wrong password', 'ada@demo.example', 'not-her-password'],
    ['an unknown address', 'nobody@demo.example', testPassword],
  ])('is refused for %s, and not told which it was', async (_, email, password) => {
    const response = await post('/api/auth/sign-in/email', { email, password }, { origin: relay.url });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' });
  });

  test('can’t make an account', async () => {
    const response = await post(
      '/api/auth/sign-up/email',
      { email: 'mallory@evil.example', password: testPassword, name: 'Mallory', role: 'agent' },
      { origin: relay.url },
    );
    expect(response.status).toBeGreaterThanOrEqual(400);
    await expect(signIn(relay.url, 'mallory@evil.example', testPassword)).rejects.toThrow('401');
  });

  test('can’t raise the own role', async () => {
    const cookie = await signIn(relay.url, 'ada@demo.example', testPassword);
    await post('/api/auth/update-user', { role: 'admin' }, { cookie, origin: relay.url });
    expect(await session(cookie)).toMatchObject({ user: { role: 'agent' } });
  });

  test('is not signed in by a page of another site', async () => {
    const response = await post(
      '/api/auth/sign-in/email',
      { email: 'ada@demo.example', password: testPassword },
      { origin: 'https://evil.example' },
    );
    expect(response.status).toBe(403);
  });

  test('who tries many times is stopped, whatever address they claim to have', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const response = await post(
        '/api/auth/sign-in/email',
        { email: 'ada@demo.example' },
        { origin: relay.url, 'x-forwarded-for': `10.0.0.${n}`, 'x-baton-address': `10.0.1.${n}` },
      );
      statuses.push(response.status);
      if (response.status === 429) break;
    }
    expect(statuses.at(-1)).toBe(429);
  }, 20_000);
});

describe('the console’s page', () => {
  test('may load nothing from elsewhere and be framed by nobody', async () => {
    const response = await get('/console');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`connect-src 'self' ws://localhost:${relay.port}`);
    expect(policy).not.toContain('unsafe');
    expect(await response.text()).toContain('<title>Console</title>');
  });
});

describe('a file', () => {
  test('is served with its type, once: the second time it has not changed', async () => {
    const first = await get('/embed.js');
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const again = await get('/embed.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is compressed for who takes that', async () => {
    const path = '/console/assets/app-a1b2c3d4.js';
    const zipped = await get(path, { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const plain = await get(path, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await zipped.text()).toBe(await plain.text());
  });

  test('is kept for ever when its name changes with its content, else asked for again', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await cacheOf('/console/assets/app-a1b2c3d4.js')).toContain('immutable');
    expect(await cacheOf('/embed.js')).toBe('no-cache');
  });

  test('can be asked for without its content', async () => {
    const response = await fetch(`${relay.url}/embed.js`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test.each([
    '/console/../outside.js',
    '/console/..%2foutside.js',
    '/console/%2e%2e/outside.js',
    '/console/..\\outside.js',
    '/console//etc/passwd',
    '/embed/../../outside.js',
    '/embed/..%5c..%5coutside.js',
    '/console/notes.secret',
    '/console/nothing.js',
    '/console/%00',
    '/secrets.json',
    '/baton.db',
  ])('outside what is served is not found: %s', async (path) => {
    expect([400, 404]).toContain(await raw(path));
  });
});
