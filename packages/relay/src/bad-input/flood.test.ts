/** B8: one socket that never stops, and one address that never stops. They are told when to come again; others hardly notice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { strainRatio } from '../testing/compare-rounds.js';
import { knock } from '../testing/knock.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket } from '../testing/raw-client.js';
import { newSecret, openVisitor, visitorToken } from '../testing/raw-people.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { startRelay } from '../testing/start-relay.js';
import { unhurried, type WatchedRelay, watchRelay } from '../testing/watched-relay.js';

const patience = 60_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
const timesAsLong = 1.5;
const perWindow = 20;

let scripts: Scripts;
let place: Place;
let relay: WatchedRelay;
beforeAll(async () => {
  scripts = await buildScripts('child-watched', 'child-knocks');
  place = await sqlitePlace();
  const { agentCommands } = unhurried;
  // As by default, but for addresses, of which a test has one.
  const rates = { visitorCommands: perWindow, addressSockets: perWindow, agentCommands };
  relay = await watchRelay(scripts, place, { ...rates, addressTokens: unhurried.addressTokens });
});
afterAll(async () => {
  await relay.close();
  await place.remove();
  await scripts.remove();
});

let people = 0;
/** Headers as from the one proxy that is trusted: each time another address, unless one is given. */
const from = (address?: string) => {
  people += 1;
  return { 'x-forwarded-for': address ?? `10.${people >> 16}.${(people >> 8) & 255}.${people & 255}` };
};
const person = () => openVisitor(relay.url, { headers: from() });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('one socket with 5,000 messages a second', () => {
  /** Sends until it is stopped, as fast as that and as far as it is read. */
  async function flood() {
    const visitor = await person();
    const { conversationId, socket } = visitor;
    const command = { type: 'send-message', parts: [{ type: 'text', text: 'Buy!' }] };
    const startedAt = performance.now();
    const timer = setInterval(() => {
      for (let n = 0; n < 50 && socket.bufferedAmount < 1024 * 1024; n += 1)
        visitor.send({ type: 'command', conversationId, commandId: randomUUID(), command });
    }, 10);
    return {
      visitor,
      async stop() {
        clearInterval(timer);
        await visitor.close();
        return { seconds: (performance.now() - startedAt) / 1000 };
      },
    };
  }

  test(`is refused from ${perWindow} in ten seconds on, each time with how long to wait`, async () => {
    const { visitor, stop } = await flood();
    for (let n = 0; n < 200; n += 1) {
      const refusal = await visitor.next('refused');
      expect(refusal).toMatchObject({ code: 'rate-limited', retryAfterMs: expect.any(Number) });
      expect(refusal.retryAfterMs).toBeGreaterThan(0);
      expect(refusal.retryAfterMs).toBeLessThanOrEqual(10_000);
    }
    const taken = () => visitor.received.flatMap((frame) => (frame.type === 'events' ? frame.events : []));
    // A refusal waits for no disk: it may overtake what was taken before.
    await expect.poll(() => taken().length).toBeGreaterThanOrEqual(perWindow - 1);
    const { seconds } = await stop();
    expect(taken().length).toBeLessThanOrEqual(perWindow * (1 + seconds / 10));
  });

  test('makes no other visitor wait', async () => {
    const ratio = await strainRatio({
      atMost: timesAsLong,
      async measure() {
        const times: number[] = [];
        for (let n = 0; n < 2; n += 1) {
          const visitor = await person();
          for (let m = 0; m < 15; m += 1) {
            const sentAt = performance.now();
            const id = visitor.say(visitor.conversationId, 'Where is my order?');
            await visitor.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === id));
            times.push(performance.now() - sentAt);
          }
          await visitor.close();
        }
        return times;
      },
      async strain() {
        const { visitor, stop } = await flood();
        await visitor.next('refused');
        return async () => void (await stop());
      },
    });
    expect(ratio).toBeLessThanOrEqual(timesAsLong);
  });
});

describe('one address with 2,000 sockets', () => {
  test(`gets ${perWindow} in ten seconds, then 429 with Retry-After, which is true`, async () => {
    const startedAt = performance.now();
    const answers: string[] = [];
    while (answers.length < 2000)
      answers.push(...(await Promise.all(Array.from({ length: 50 }, () => knock(relay.port, '10.9.9.9')))));
    const seconds = (performance.now() - startedAt) / 1000;
    const opened = answers.filter((answer) => answer.startsWith('HTTP/1.1 101 '));
    expect(opened.length).toBeGreaterThanOrEqual(perWindow);
    expect(opened.length).toBeLessThanOrEqual(perWindow * (1 + seconds / 10));
    const refused = answers.filter((answer) => !opened.includes(answer));
    for (const answer of refused) expect(answer).toMatch(/^HTTP\/1\.1 429 .*\r\nRetry-After: 1\r\n/s);
    expect(relay.child.output().match(/More than 20 sockets came from one address/g)).toHaveLength(1);

    await pause(1000);
    expect(await knock(relay.port, '10.9.9.9')).toMatch(/^HTTP\/1\.1 101 /);
  });

  test('makes no other address wait', async () => {
    const ratio = await strainRatio({
      atMost: timesAsLong,
      async measure() {
        const times: number[] = [];
        for (let n = 0; n < 40; n += 1) {
          const startedAt = performance.now();
          const client = await openSocket(relay.url, { origin: relay.url, ...from() });
          times.push(performance.now() - startedAt);
          await client.close();
        }
        return times;
      },
      async strain() {
        const child = scripts.run('child-knocks', { PORT: String(relay.port), ADDRESS: '10.9.9.8' });
        await child.says('knocking');
        return async () => {
          child.kill('SIGKILL');
          await child.exited;
        };
      },
    });
    expect(ratio).toBeLessThanOrEqual(timesAsLong);
  });
});

describe('one address that asks for tokens', () => {
  test('gets so many, then 429 with how long to wait, which a page of another origin can read', async () => {
    const origin = 'https://shop.example';
    const at = await sqlitePlace();
    const mounted = await startRelay(at, { rateLimits: { addressTokens: perWindow }, origins: [origin] });
    const ask = (address: string) =>
      fetch(`${mounted.url}/api/visitor/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': address },
        body: JSON.stringify({ secret: newSecret() }),
      });
    // No proxy is trusted here: where they say they come from is their word only.
    const answers = await Promise.all(Array.from({ length: 4 * perWindow }, (_, n) => ask(`10.7.7.${n}`)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(perWindow);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.status).toBe(429);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after');
      const { error, retryAfterMs } = (await answer.json()) as { error: string; retryAfterMs: number };
      expect(error).toMatch(/Try again in 1 s/);
      expect(retryAfterMs).toBeGreaterThan(0);
      expect(retryAfterMs).toBeLessThanOrEqual(500);
    }
    // Others are asked for no token, nor counted.
    expect((await fetch(`${mounted.url}/health`)).status).toBe(200);
    await pause(1000);
    expect((await ask('10.7.8.1')).status).toBe(200);
    await mounted.close();
    await at.remove();
  });

  test('is counted as one also where it may name itself: an IPv6 network, not each of its addresses', async () => {
    const v6 = (n: number) => `2001:db8:1:2::${n.toString(16)}`;
    const answers: string[] = [];
    for (let n = 0; n < perWindow + 5; n += 1) answers.push(await knock(relay.port, v6(n)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 429 ')).length).toBeGreaterThanOrEqual(1);
    expect(await knock(relay.port, '2001:db8:1:3::1')).toMatch(/^HTTP\/1\.1 101 /);
  });
});

test('an office of a hundred behind one address, all at once, is let in by default', async () => {
  const at = await sqlitePlace();
  const mounted = await startRelay(at);
  const each = Array.from({ length: 100 }, () => '10.8.8.8');
  for (const answer of await Promise.all(each.map((address) => knock(mounted.port, address))))
    expect(answer).toMatch(/^HTTP\/1\.1 101 /);
  await Promise.all(each.map(() => visitorToken(mounted.url, newSecret())));
  await mounted.close();
  await at.remove();
});
