import { closeCodes } from '@batonchat/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConnectionState } from '../state.js';
import { createManualClock, settled } from '../testing/manual-clock.js';
import { createScriptedTransport } from '../testing/scripted-transport.js';
import { RelayBusy, TokenRefused, type Transport } from '../transport.js';
import { createConnection } from './connection.js';

function setUp(changes: Partial<Transport> = {}) {
  const clock = createManualClock();
  const transport = { ...createScriptedTransport(), ...changes };
  const states: ConnectionState[] = [];
  const frames: string[] = [];
  const connection = createConnection({
    transport,
    as: 'visitor',
    clock,
    onState: (state) => states.push(state),
    onWelcome: (frame) => frames.push(frame.type),
    onFrame: (frame) => frames.push(frame.type),
  });
  return { clock, transport, connection, states, frames, status: () => states.at(-1)?.status };
}

test('nothing is dialled before connect, and connect twice dials once', () => {
  const { connection, transport } = setUp();
  expect(transport.connections).toHaveLength(0);
  connection.connect();
  connection.connect();
  expect(transport.connections).toHaveLength(1);
});

test('says hello with its token, and nothing else before the welcome', async () => {
  const { connection, transport } = setUp({ token: async () => 'the-token' });
  connection.connect();
  await settled();
  transport.current().handlers.onOpen();
  expect(connection.send({ type: 'ping' })).toBe(false);
  expect(transport.current().sent).toEqual([
    { type: 'hello', as: 'visitor', protocol: 1, token: 'the-token' },
  ]);
});

test('hands on frames in order, but none before the welcome or of a connection that is over', () => {
  const { connection, transport, frames, clock } = setUp();
  connection.connect();
  const first = transport.current();
  first.handlers.onOpen();
  first.handlers.onFrame({ type: 'pong', heads: {} });
  transport.welcome();
  transport.receive({ type: 'receipts', conversationId: 'c', receipts: [] });
  expect(frames).toEqual(['welcome', 'receipts']);
  first.handlers.onClose({ code: 1006, reason: '' });
  first.handlers.onFrame({ type: 'pong', heads: {} });
  first.handlers.onClose({ code: 1006, reason: '' });
  expect(frames).toHaveLength(2);
  expect(clock.pending()).toBe(1);
});

test('an attempt that is not welcomed within ten seconds is given up', async () => {
  const { connection, transport, clock, states } = setUp();
  connection.connect();
  transport.current().handlers.onOpen();
  await clock.advance(9999);
  expect(transport.current().isClosed).toBe(false);
  await clock.advance(1);
  expect(transport.current().isClosed).toBe(true);
  expect(states.at(-1)).toMatchObject({ status: 'reconnecting', reason: 'unreachable' });
  await clock.advance(375);
  expect(transport.connections).toHaveLength(2);
});

describe('a relay that falls silent', () => {
  test('is noticed after one and a half heartbeats and two seconds', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome(10_000);
    await clock.advance(16_999);
    expect(status()).toBe('connected');
    expect(transport.current().sent.filter((frame) => frame.type === 'ping')).toHaveLength(1);
    await clock.advance(1);
    expect(status()).toBe('reconnecting');
    expect(transport.connections[0]?.isClosed).toBe(true);
  });

  test('any frame counts as life', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome(10_000);
    for (let count = 0; count < 10; count++) {
      await clock.advance(16_000);
      transport.receive({ type: 'receipts', conversationId: 'c', receipts: [] });
    }
    expect(status()).toBe('connected');
    await clock.advance(17_000);
    expect(status()).toBe('reconnecting');
  });

  test('a page that slept asks before it gives up', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome(10_000);
    await clock.leap(600_000);
    expect(status()).toBe('connected');
    expect(transport.current().sent.at(-1)).toEqual({ type: 'ping' });
    transport.receive({ type: 'pong', heads: {} });
    await clock.advance(2000);
    expect(status()).toBe('connected');
    await clock.leap(600_000);
    await clock.advance(2000);
    expect(status()).toBe('reconnecting');
  });
});

test('a probe that is not answered is over after one and a half seconds, whenever it was made; the next socket is opened at once', async () => {
  const { connection, transport, clock, status } = setUp();
  connection.connect();
  transport.welcome();
  await clock.advance(375);
  connection.insist();
  await clock.advance(1499);
  expect(status()).toBe('connected');
  await clock.advance(1);
  expect(status()).toBe('reconnecting');
  expect(transport.connections).toHaveLength(2);
});

describe('time that jumps', () => {
  const dayMs = 86_400_000;

  test.each([dayMs, -dayMs])('a wall clock set by %d ms costs a ping and nothing else', async (ms) => {
    const { connection, transport, clock, states } = setUp();
    connection.connect();
    transport.welcome(10_000);
    await clock.advance(1500);
    clock.step(ms);
    await clock.advance(1000);
    expect(transport.current().sent.filter((frame) => frame.type === 'ping')).toHaveLength(1);
    transport.receive({ type: 'pong', heads: {} });
    for (let count = 0; count < 10; count++) {
      await clock.advance(9000);
      transport.receive({ type: 'pong', heads: {} });
    }
    expect(states.map(({ status }) => status)).toEqual(['connecting', 'connected']);
    await clock.advance(18_000);
    expect(states.at(-1)?.status).toBe('reconnecting');
  });

  test.each([dayMs, -dayMs])('set by %d ms while it waits, it comes back when it would have', async (ms) => {
    const { connection, transport, clock } = setUp();
    connection.connect();
    transport.current().handlers.onClose({ code: 1006, reason: '' });
    clock.step(ms);
    await clock.advance(374);
    expect(transport.connections).toHaveLength(1);
    await clock.advance(1);
    expect(transport.connections).toHaveLength(2);
  });

  test('an attempt that was slept over is begun anew on waking, and its late timer harms no other', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    await clock.leap(8 * 3_600_000);
    expect(transport.connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    transport.welcome();
    await clock.advance(10_000);
    expect(status()).toBe('connected');
    expect(transport.connections).toHaveLength(2);
  });

  test('a device whose clocks stood still but for the one on the wall is probed within a second', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome();
    clock.step(8 * 3_600_000);
    await clock.advance(1000);
    expect(transport.current().sent.at(-1)).toEqual({ type: 'ping' });
    await clock.advance(2000);
    expect(status()).toBe('reconnecting');
  });

  test('a hidden page whose timers come once a minute still notices', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome();
    await clock.leap(60_000);
    expect(status()).toBe('connected');
    await clock.leap(60_000);
    expect(status()).toBe('reconnecting');
  });
});

describe('what the page tells', () => {
  const page = { window: new EventTarget(), document: new EventTarget() };
  const visible = Object.assign(page.document, { visibilityState: 'visible' });
  let added: string[] = [];

  beforeEach(() => {
    added = [];
    for (const target of [page.window, page.document]) {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      target.addEventListener = (type: string, ...rest: [EventListener]) => {
        added.push(type);
        addEventListener.call(target, type, ...rest);
      };
      target.removeEventListener = (type: string, ...rest: [EventListener]) => {
        added.splice(added.indexOf(type), 1);
        removeEventListener.call(target, type, ...rest);
      };
    }
    vi.stubGlobal('window', page.window);
    vi.stubGlobal('document', visible);
  });
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    ['online', page.window],
    ['pageshow', page.window],
    ['focus', page.window],
    ['resume', page.document],
    ['visibilitychange', page.document],
  ])('%s probes a connection that is up', async (type, target) => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome();
    target.dispatchEvent(new Event(type));
    expect(transport.current().sent.at(-1)).toEqual({ type: 'ping' });
    await clock.advance(2000);
    expect(status()).toBe('reconnecting');
    connection.destroy();
  });

  test('a page that is left holds no socket, and has another as soon as it comes back', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome();
    await clock.advance(1000);
    page.window.dispatchEvent(new Event('pagehide'));
    expect(transport.connections.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(status()).toBe('reconnecting');
    page.window.dispatchEvent(new Event('pageshow'));
    expect(transport.connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    transport.welcome();
    expect(status()).toBe('connected');
    connection.destroy();
  });

  test('several at once are one question', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    transport.welcome();
    await clock.leap(600_000);
    for (const type of ['resume', 'visibilitychange']) page.document.dispatchEvent(new Event(type));
    for (const type of ['pageshow', 'focus', 'online']) page.window.dispatchEvent(new Event(type));
    expect(transport.current().sent.filter((frame) => frame.type === 'ping')).toHaveLength(1);
    await clock.advance(2000);
    expect(status()).toBe('reconnecting');
    connection.destroy();
  });

  test('a wake in the middle of a young attempt leaves it alone', async () => {
    const { connection, transport, clock, status } = setUp();
    connection.connect();
    for (let failures = 0; failures < 3; failures += 1) {
      transport.current().handlers.onClose({ code: 1006, reason: '' });
      await clock.advance(3000);
    }
    const attempts = transport.connections.length;
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections).toHaveLength(attempts);
    expect(transport.current().isClosed).toBe(false);
    transport.welcome();
    expect(status()).toBe('connected');
    connection.destroy();
  });

  test('a wake in the middle of an attempt that was slept over begins it anew, at once', async () => {
    const { connection, transport, clock } = setUp();
    connection.connect();
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections).toHaveLength(1);
    clock.step(600_000);
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    await clock.advance(9999);
    expect(transport.current().isClosed).toBe(false);
    connection.destroy();
  });

  test('a network that comes back is not kept waiting by an attempt that was made without it', async () => {
    const { connection, transport, clock } = setUp();
    connection.connect();
    await clock.advance(3000);
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections).toHaveLength(1);
    await clock.advance(1);
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    connection.destroy();
  });

  test('online dials at once instead of waiting', async () => {
    const { connection, transport } = setUp();
    connection.connect();
    transport.current().handlers.onClose({ code: 1006, reason: '' });
    expect(transport.connections).toHaveLength(1);
    page.window.dispatchEvent(new Event('online'));
    expect(transport.connections).toHaveLength(2);
    connection.destroy();
  });

  test('a hidden page is left alone', () => {
    const { connection, transport } = setUp();
    connection.connect();
    transport.welcome();
    visible.visibilityState = 'hidden';
    page.document.dispatchEvent(new Event('visibilitychange'));
    expect(transport.current().sent).toHaveLength(1);
    visible.visibilityState = 'visible';
    connection.destroy();
  });

  test('destroy leaves no listener, timer or connection behind', () => {
    const { connection, transport, clock, states } = setUp();
    expect(added).toEqual([]);
    connection.connect();
    const listened = ['focus', 'offline', 'online', 'pagehide', 'pageshow', 'resume', 'visibilitychange'];
    expect(added.toSorted()).toEqual(listened);
    transport.welcome();
    connection.destroy();
    expect(added).toEqual([]);
    expect(clock.pending()).toBe(0);
    expect(transport.current().isClosed).toBe(true);
    expect(states.at(-1)).toEqual({ status: 'closed', reason: 'destroyed', retryAt: null });
  });
});

describe('tokens', () => {
  test('an expired one is asked for afresh, at once', async () => {
    const asked: boolean[] = [];
    const { connection, transport } = setUp({
      token: async (fresh) => {
        asked.push(fresh);
        return 'token';
      },
    });
    connection.connect();
    await settled();
    transport.welcome();
    transport.current().handlers.onClose({ code: closeCodes.tokenExpired, reason: '' });
    await settled();
    expect(asked).toEqual([false, true]);
    expect(transport.connections).toHaveLength(2);
  });

  test('one that is refused ends it; one that cannot be had is tried again', async () => {
    const refused = setUp({
      token: async () => {
        throw new TokenRefused('No.', closeCodes.forbidden);
      },
    });
    refused.connection.connect();
    await settled();
    expect(refused.states.at(-1)).toMatchObject({ status: 'closed', reason: 'forbidden' });

    const unreachable = setUp({
      token: async () => {
        throw new TypeError('fetch failed');
      },
    });
    unreachable.connection.connect();
    await settled();
    expect(unreachable.states.at(-1)).toMatchObject({ status: 'reconnecting', reason: 'unreachable' });
  });

  test('a relay that is busy is asked again when it said, by token and by reach', async () => {
    const times: number[] = [];
    const busy = async () => {
      times.push(clock.monotonic());
      throw new RelayBusy('Later.', 8000);
    };
    const { connection, clock, states } = setUp({ token: busy, reach: busy });
    const begunAt = clock.monotonic();
    connection.connect();
    await clock.advance(20_000);
    expect(times.map((at) => at - begunAt)).toEqual([0, 8375, 8375 + 8750]);
    expect(states[1]).toMatchObject({ status: 'reconnecting', retryAt: begunAt + 8375 });
  });

  test('without tokens, an expired sign-in is terminal', () => {
    const { connection, transport, states } = setUp();
    connection.connect();
    transport.current().handlers.onClose({ code: closeCodes.tokenExpired, reason: '' });
    expect(states.at(-1)).toMatchObject({ status: 'closed', reason: 'forbidden' });
  });
});

test('a person who insists does not wait for the backoff', () => {
  const { connection, transport } = setUp();
  connection.connect();
  transport.current().handlers.onClose({ code: 1006, reason: '' });
  connection.insist();
  expect(transport.connections).toHaveLength(2);
});
