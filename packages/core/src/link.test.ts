import { beforeEach, expect, test, vi } from 'vitest';
import type { ConnectionState } from './state.js';
import { createManualClock, settled } from './testing/manual-clock.js';
import { createScriptedTransport } from './testing/scripted-transport.js';
import { createTabsWorld } from './testing/tabs-world.js';

const fetched = () => import('./needed-to-connect.js');
type Fetch = typeof fetched;

/** What a page has fetched, it has for good: each test is another page. */
let pageOf: typeof import('./link.js');
beforeEach(async () => {
  vi.resetModules();
  pageOf = await import('./link.js');
});

function begin(fetchCode: Fetch) {
  const clock = createManualClock({ random: () => 0.5 });
  const transport = createScriptedTransport();
  const prepare = vi.fn();
  const states: ConnectionState[] = [];
  const acts: unknown[] = [];
  const world = createTabsWorld(clock);
  const make = (tab: ReturnType<typeof world.open> | null, code: Fetch = fetchCode) =>
    pageOf.createLink(
      {
        ...{ transport: { ...transport, prepare }, as: 'visitor', clock, place: tab?.place ?? null },
        name: () => 'tabs',
        onState: (state) => states.push(state),
        onRole() {},
        onWelcome() {},
        onFrame() {},
        onJoin() {},
        onAct: (act) => acts.push(act),
      },
      code,
    );
  const status = () => states.at(-1)?.status;
  return { clock, transport, prepare, states, acts, world, make, status, link: make(null) };
}

/** A code that comes, or fails to, when the test says so. */
function onTheWay() {
  const settle: { come(): void; fail(): void }[] = [];
  const fetchCode: Fetch = () =>
    new Promise((resolve, reject) => {
      settle.push({
        come: () => void fetched().then(resolve),
        fail: () => reject(new TypeError('Offline.')),
      });
    });
  return { settle, fetchCode };
}

test('connects when its code has come, which is fetched once; what the relay is asked meanwhile is prepared', async () => {
  const fetchCode = vi.fn(fetched);
  const { transport, prepare, states, status, link, make } = begin(fetchCode);
  expect(fetchCode).not.toHaveBeenCalled();
  link.connect();
  link.connect();
  expect(prepare).toHaveBeenCalledOnce();
  expect(link.send({ type: 'ping' })).toBe(false);
  await expect.poll(() => transport.connections.length).toBe(1);
  transport.welcome();
  expect(status()).toBe('connected');
  expect(new Set(states.map((state) => state.status))).toEqual(new Set(['connecting', 'connected']));
  expect(link.send({ type: 'ping' })).toBe(true);
  expect(fetchCode).toHaveBeenCalledOnce();

  make(null).connect();
  expect(transport.connections).toHaveLength(2);
  expect(fetchCode).toHaveBeenCalledOnce();
});

test('without its code it is as without a relay: says so, comes again by itself, or at once when told', async () => {
  const { settle, fetchCode } = onTheWay();
  const { clock, transport, states, status, link } = begin(fetchCode);
  link.connect();
  settle[0]?.fail();
  await settled();
  const retryAt = clock.now() + 375;
  expect(states.at(-1)).toEqual({ status: 'reconnecting', reason: 'unreachable', retryAt });
  await clock.advance(375);
  expect(settle).toHaveLength(2);
  expect(states.at(-1)).toEqual({ status: 'reconnecting', reason: null, retryAt: null });
  link.insist();
  expect(settle).toHaveLength(2);
  settle[1]?.fail();
  await settled();
  link.insist();
  expect(settle).toHaveLength(3);
  settle[2]?.come();
  await expect.poll(() => transport.connections.length).toBe(1);
  expect(status()).toBe('reconnecting');
  transport.welcome();
  expect(status()).toBe('connected');
  link.destroy();
  expect(clock.pending()).toBe(0);
});

test('a code that does not come within ten seconds is as good as none, and welcome however late', async () => {
  const { settle, fetchCode } = onTheWay();
  const { clock, transport, states, link } = begin(fetchCode);
  link.connect();
  await clock.advance(10_000);
  expect(states.at(-1)).toMatchObject({ status: 'reconnecting', reason: 'unreachable' });
  await clock.advance(1000);
  expect(settle.length).toBeGreaterThan(1);
  for (const each of settle) each.come();
  await expect.poll(() => transport.connections.length).toBe(1);
  await settled();
  expect(transport.connections).toHaveLength(1);
  link.destroy();
  expect(clock.pending()).toBe(0);
});

test.each(['come', 'fail'] as const)(
  'destroyed meanwhile, it is over, whether the code does %s',
  async (end) => {
    const { settle, fetchCode } = onTheWay();
    const { clock, transport, states, link } = begin(fetchCode);
    link.connect();
    link.destroy();
    expect(states.at(-1)).toEqual({ status: 'closed', reason: 'destroyed', retryAt: null });
    settle[0]?.[end]();
    await fetched();
    await settled();
    expect(transport.connections).toEqual([]);
    expect(states.at(-1)?.status).toBe('closed');
    expect(clock.pending()).toBe(0);
  },
);

test('what is shared while the code is on its way reaches the tabs that have theirs', async () => {
  const { acts, world, make } = begin(fetched);
  const never: Fetch = () => new Promise(() => {});
  const late = make(world.open(), never);
  const linked = make(world.open());
  linked.connect();
  await expect.poll(() => world.posted.length).toBeGreaterThan(0);
  late.share('too early: it has not begun');
  late.connect();
  late.share('signed out');
  await expect.poll(() => acts).toEqual(['signed out']);
  linked.destroy();
  late.destroy();
});
