import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../store/open-store.js';
import { onEachStore, type Place } from '../testing/places.js';
import { quietLog } from '../testing/quiet-log.js';
import { type Agents, createAgents } from './agents.js';
import { authOptions } from './auth-options.js';

onEachStore((makePlace) => {
  const own = 'http://localhost:9099';
  let place: Place;
  let store: Store;
  let agents: Agents;
  const optionsOf = (secret: string) => ({
    store,
    secret,
    publicUrl: undefined,
    ownOrigin: () => own,
    log: quietLog(),
  });
  beforeAll(async () => {
    place = await makePlace();
    store = await place.open();
    agents = createAgents(optionsOf('x'.repeat(32)));
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const call = (path: string, body: object, cookie = '') =>
    agents.handle(
      new Request(`${own}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: own, cookie },
        body: JSON.stringify(body),
      }),
      '127.0.0.1',
    );

  async function signIn(email: string, password: string): Promise<string | null> {
    const response = await call('sign-in/email', { email, password });
    return response.ok
      ? response.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; ')
      : null;
  }

  const known = async (cookie: string | null) => agents.ofCookie(new Headers({ cookie: cookie ?? '' }));

  test('nothing is left to migrate, by better-auth’s own account', async () => {
    const options = authOptions(optionsOf('x'.repeat(32)));
    expect(await getMigrations(options)).toMatchObject({ toBeCreated: [], toBeAdded: [] });
    const withMore = {
      ...options,
      user: { ...options.user, additionalFields: { badge: { type: 'string' } } },
    } as const;
    expect((await getMigrations(withMore)).toBeAdded, 'it would notice').toHaveLength(1);
  });

  describe('an agent', () => {
    test('who is made can sign in, by an address in any letters', async () => {
      await agents.ensure({
        email: 'Ada@Demo.example',
        name: 'Ada',
        password: 'first-password',
        role: 'agent',
      });
      expect(await known(await signIn('ada@demo.EXAMPLE', 'first-password'))).toMatchObject({
        name: 'Ada',
        role: 'agent',
        avatarUrl: null,
      });
    });

    test('who is made again is the same one, brought up to date', async () => {
      const first = await known(await signIn('ada@demo.example', 'first-password'));
      await agents.ensure({
        email: 'ada@demo.example',
        name: 'Ada L.',
        password: 'second-password',
        role: 'admin',
      });
      expect(await signIn('ada@demo.example', 'first-password')).toBeNull();
      expect(await known(await signIn('ada@demo.example', 'second-password'))).toMatchObject({
        id: first?.id,
        name: 'Ada L.',
        role: 'admin',
      });
    });

    test('keeps the session when nothing about them changes', async () => {
      const ben = { email: 'ben@demo.example', name: 'Ben', password: 'a-password', role: 'agent' };
      await agents.ensure(ben);
      const cookie = await signIn(ben.email, ben.password);
      await agents.ensure(ben);
      expect(await known(cookie)).toMatchObject({ name: 'Ben' });
    });

    test('who has signed out stands no more, and the others do', async () => {
      const [one, other] = [
        await signIn('ben@demo.example', 'a-password'),
        await signIn('ben@demo.example', 'a-password'),
      ];
      const ids = [(await known(one))?.sessionId ?? '', (await known(other))?.sessionId ?? ''];
      expect(await agents.stillSignedIn(ids)).toEqual(new Set(ids));
      await call('sign-out', {}, one ?? '');
      expect(await agents.stillSignedIn([...ids, 'no-such-session'])).toEqual(new Set([ids[1]]));
      expect(await known(one)).toBeNull();
    });
  });

  test('a cookie of another relay is nobody’s', async () => {
    const cookie = await signIn('ben@demo.example', 'a-password');
    const elsewhere = createAgents(optionsOf('y'.repeat(32)));
    expect(await elsewhere.ofCookie(new Headers({ cookie: cookie ?? '' }))).toBeNull();
  });
});
