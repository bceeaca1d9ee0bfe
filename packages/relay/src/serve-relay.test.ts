/** What only a process can show: what outlives its death, how it ends, and that it says why it does not start. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { closeCodes, textOf } from '@batonchat/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError } from './config-error.js';
import { createRelay } from './create-relay.js';
import { serveRelay } from './serve-relay.js';
import { openStore } from './store/open-store.js';
import { onEachStore, type Place, sqlitePlace } from './testing/places.js';
import { quietLog } from './testing/quiet-log.js';
import { openAgent, openVisitor, type RawVisitor, signIn } from './testing/raw-people.js';
import { scriptedBot } from './testing/scripted-bot.js';
import { buildScripts, type Child, freePort, type Scripts } from './testing/spawn-child.js';
import { testPassword, testSecret } from './testing/start-relay.js';

const patience = 30_000;

let scripts: Scripts;
let place: Place | undefined;
const children: Child[] = [];
beforeAll(async () => {
  scripts = await buildScripts('child-relay');
}, patience);
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.splice(0).map(({ exited }) => exited));
  await place?.remove();
  place = undefined;
}, patience);
afterAll(() => scripts.remove());

async function start(
  at: Place,
  port: number,
  under?: readonly string[],
): Promise<{ child: Child; url: string }> {
  const child = scripts.run(
    'child-relay',
    {
      PORT: String(port),
      BATON_DATA: at.folder,
      DATABASE_URL: at.databaseUrl,
      BATON_SECRET: at.databaseUrl ? testSecret : undefined,
    },
    under,
  );
  children.push(child);
  await child.says('open\n');
  return { child, url: `http://localhost:${port}` };
}

const textsIn = (visitor: RawVisitor) =>
  visitor.received.flatMap((frame) => {
    if (frame.type === 'events')
      return frame.events.flatMap((event) =>
        event.type === 'message-added' ? [textOf(event.body.message)] : [],
      );
    return frame.type === 'snapshot' && 'entries' in frame
      ? frame.entries.flatMap((entry) => (entry.kind === 'message' ? [textOf(entry.message)] : []))
      : [];
  });

onEachStore((makePlace) => {
  test(
    'what was accepted outlives a killed process, and SIGTERM ends one in good order',
    async () => {
      place = await makePlace();
      const port = await freePort();
      const first = await start(place, port);
      const cookie = await signIn(first.url, 'ada@demo.example', testPassword);
      const visitor = await openVisitor(first.url);
      const { conversationId, secret } = visitor;
      const asked = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
      const acknowledged: string[] = [];
      for (let n = 0; n < 20; n += 1) {
        const id = visitor.say(conversationId, `message ${n}`, `m-${n}`);
        await visitor.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === id));
        acknowledged.push(`message ${n}`);
      }
      // Under way when the process dies: it may have got in or not.
      visitor.say(conversationId, 'the last', 'm-last');
      first.child.kill('SIGKILL');
      await first.child.exited;

      const second = await start(place, port);
      const back = await openVisitor(second.url, { secret });
      expect(back.conversationId).toBe(conversationId);
      expect(textsIn(back).filter((text) => text !== 'the last')).toEqual(acknowledged);
      // Sent again, as by a client that was not answered.
      for (const [text, id] of [
        ['message 7', 'm-7'],
        ['the last', 'm-last'],
      ] as const) {
        back.say(conversationId, text, id);
        await back.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === id));
      }
      const agent = await openAgent(second.url, cookie);
      agent.command(conversationId, { type: 'claim', handoffId: asked });
      await back.next('events', ({ events }) => events.some(({ type }) => type === 'handoff-claimed'));
      const again = await openVisitor(second.url, { secret });
      expect(textsIn(again)).toEqual([...acknowledged, 'the last']);

      second.child.kill('SIGTERM');
      for (const person of [back, agent, again])
        expect(await person.closed).toMatchObject({ code: closeCodes.restart });
      expect(await second.child.exited).toEqual({ code: 0, signal: null });
      await (await listenOn(port))();
    },
    patience,
  );
});

describe('on a data folder', () => {
  beforeEach(async () => {
    place = await sqlitePlace();
  });

  test(
    'a second process is told at once who has it; when that one is killed its work goes on',
    async () => {
      if (!place) return;
      const { folder } = place;
      const port = await freePort();
      const { child, url } = await start(place, port);
      const visitor = await openVisitor(url);
      visitor.say(visitor.conversationId, 'wait');
      await visitor.next('signal', ({ signal }) => signal.type === 'message-delta');

      const startedAt = performance.now();
      const refused = await openStore({ folder }).catch((error: unknown) => error);
      expect(performance.now() - startedAt).toBeLessThan(1000);
      expect(refused).toBeInstanceOf(ConfigError);
      expect((refused as Error).message).toBe(
        `The data folder ${folder} is in use by process ${child.pid}. Stop it, or set BATON_DATA to another folder.`,
      );
      child.kill('SIGKILL');
      await child.exited;

      const again = await start(place, port);
      const back = await openVisitor(again.url, { secret: visitor.secret });
      while (!textsIn(back).includes('And more.')) await back.next('events');
      const last = await openVisitor(again.url, { secret: visitor.secret });
      expect(textsIn(last)).toEqual(['wait', 'You said: wait', 'And more.']);
    },
    patience,
  );

  test(
    'each commit is a sync before it is acknowledged',
    async (context) => {
      if (!place) return;
      const probe = scripts.run('child-relay', {}, ['strace', '-o', '/dev/null', '-e', 'trace=none']);
      children.push(probe);
      probe.kill('SIGKILL');
      if ((await probe.exited).signal === null) context.skip('no strace here (apt-get install -y strace)');
      const trace = join(place.folder, 'trace');
      const under = ['strace', '-f', '-e', 'trace=fdatasync,fsync', '-o', trace];
      const { url } = await start(place, await freePort(), under);
      const visitor = await openVisitor(url);
      const asked = visitor.command(visitor.conversationId, { type: 'request-handoff', reason: 'button' });
      await visitor.next('events', ({ events }) => events.some(({ id }) => id === asked));
      const syncs = async () =>
        (await readFile(trace, 'utf8')).split('\n').filter((line) => /sync\(/.test(line)).length;
      for (let n = 0; n < 5; n += 1) {
        const before = await syncs();
        const id = visitor.say(visitor.conversationId, `message ${n}`);
        await visitor.next('events', ({ events }) => events.some(({ causedBy }) => causedBy === id));
        expect(await syncs()).toBeGreaterThan(before);
      }
    },
    patience,
  );
});

describe('a relay that can’t start says why, in one line that names the remedy', () => {
  beforeEach(async () => {
    place = await sqlitePlace();
  });

  const failure = async (options: { port?: number; dataFolder?: string; databaseUrl?: string }) => {
    const { port = 0, dataFolder = place?.folder ?? '', databaseUrl } = options;
    const relay = createRelay({
      bot: scriptedBot(),
      log: quietLog(),
      dataFolder,
      ...(databaseUrl ? { databaseUrl, secret: testSecret } : {}),
    });
    const error = await serveRelay(relay, { port }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).not.toContain('\n');
    return (error as Error).message;
  };

  test(
    'and ends with 1',
    async () => {
      if (!place) return;
      const port = await freePort();
      const letGo = await listenOn(port);
      const child = scripts.run('child-relay', { PORT: String(port), BATON_DATA: place.folder });
      children.push(child);
      expect(await child.exited).toEqual({ code: 1, signal: null });
      expect(child.output()).toBe(
        `Port ${port} is taken by another program. Stop it, or set PORT to a free one.\n`,
      );
      await letGo();
    },
    patience,
  );

  test('for a folder that can’t be written', async () => {
    expect(await failure({ dataFolder: '/proc/baton' })).toMatch(
      /\/proc\/baton can't be written.*BATON_DATA/,
    );
  });

  test('for a PostgreSQL that is not there', async () => {
    const databaseUrl = `postgres://postgres:hunter2@127.0.0.1:${await freePort()}/baton`;
    const message = await failure({ databaseUrl });
    expect(message).toMatch(/DATABASE_URL.*ECONNREFUSED/);
    expect(message).not.toContain('hunter2');
  });

  test('and gives its port and its folder back', async () => {
    if (!place) return;
    const port = await freePort();
    await failure({ port, databaseUrl: `postgres://postgres@127.0.0.1:${await freePort()}/baton` });
    await (await listenOn(port))();
    await (await openStore({ folder: place.folder })).close();
  });
});

/** Holds a port; resolves with how to let it go. */
function listenOn(port: number): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, () => resolve(() => new Promise<void>((closed) => server.close(() => closed()))));
  });
}
