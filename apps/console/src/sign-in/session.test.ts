import { expect, it } from 'vitest';
import { createSessionClient } from './session.js';

const user = { id: 'ada', name: 'Ada', email: 'ada@demo.example' };
const answering = (response: () => Response | Promise<Response>) =>
  createSessionClient('http://relay.test', async () => response());

it('asks the relay of the given address, with the same-origin cookie only', async () => {
  const asked: Request[] = [];
  const sessions = createSessionClient('http://relay.test', async (url, init) => {
    asked.push(new Request(String(url), init));
    return Response.json({ user });
  });
  await sessions.signIn('ada@demo.example', 'secret');
  expect(asked[0]?.url).toBe('http://relay.test/api/auth/sign-in/email');
  expect(asked[0]?.credentials).toBe('same-origin');
  expect(await asked[0]?.json()).toEqual({ email: 'ada@demo.example', password: 'secret' });
});

it('knows who is signed in, or that nobody is', async () => {
  const session = { agentId: 'ada', name: 'Ada', email: 'ada@demo.example' };
  expect(await answering(() => Response.json({ session: {}, user })).read()).toEqual({ session });
  expect(await answering(() => Response.json(null)).read()).toEqual({ refusal: { kind: 'signed-out' } });
});

it('tells a wrong password from a relay that is away, busy or broken', async () => {
  const refusalOf = async (response: () => Response | Promise<Response>) =>
    answering(response).signIn('ada@demo.example', 'wrong');
  const plain = (status: number, headers = {}) => new Response('{}', { status, headers });
  expect(await refusalOf(() => plain(401))).toEqual({ refusal: { kind: 'wrong-credentials' } });
  expect(await refusalOf(() => plain(429, { 'x-retry-after': '9' }))).toEqual({
    refusal: { kind: 'too-many-attempts', retryAfterSeconds: 9 },
  });
  expect(await refusalOf(() => plain(503))).toEqual({ refusal: { kind: 'unreachable' } });
  expect(await refusalOf(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({
    refusal: { kind: 'unreachable' },
  });
  expect(await refusalOf(() => plain(500))).toEqual({ refusal: { kind: 'failed', status: 500 } });
});

it('says whether the relay heard of the sign-out', async () => {
  expect(await answering(() => Response.json({ success: true })).signOut()).toBe(true);
  expect(await answering(() => Promise.reject(new TypeError('Failed to fetch'))).signOut()).toBe(false);
});
