import { createRelay, type Relay } from '../create-relay.js';
import type { RelayOptions } from '../relay-options.js';
import { serveRelay } from '../serve-relay.js';
import type { Place } from './places.js';
import { type QuietLog, quietLog } from './quiet-log.js';
import { openAgent, openVisitor, type RawPerson, type RawVisitor, signIn } from './raw-people.js';
import { type ScriptedBot, scriptedBot } from './scripted-bot.js';

/** A relay that serves on a port of its own. */
export interface TestRelay {
  url: string;
  port: number;
  relay: Relay;
  bot: ScriptedBot;
  log: QuietLog;
  visitor(options?: Parameters<typeof openVisitor>[1]): Promise<RawVisitor>;
  /** An agent of this name, made when there is none, signed in and on a socket. */
  agent(name: string): Promise<RawPerson & { cookie: string }>;
  close(): Promise<void>;
}

/** Every agent's password in the tests. */
export const testPassword = 'a-password-for-tests';
/** What is given as BATON_SECRET in the tests. */
export const testSecret = 'a-secret-for-tests-of-more-than-32-characters';

/** Starts one at a place, on a free port, with a bot that echoes unless another is given. */
export async function startRelay(
  place: Pick<Place, 'folder' | 'databaseUrl'>,
  { port = 0, ...options }: Partial<RelayOptions> & { port?: number; bot?: ScriptedBot } = {},
): Promise<TestRelay> {
  const log = quietLog();
  const bot = options.bot ?? scriptedBot();
  const relay = createRelay({
    dataFolder: place.folder,
    ...(place.databaseUrl ? { databaseUrl: place.databaseUrl, secret: testSecret } : {}),
    log,
    ...options,
    bot,
  });
  const served = await serveRelay(relay, { port });
  const url = `http://localhost:${served.port}`;
  const cookies = new Map<string, Promise<string>>();

  async function cookieOf(name: string): Promise<string> {
    const email = `${name.toLowerCase()}@demo.example`;
    await relay.ensureAgent({ email, name, password: testPassword });
    return signIn(url, email, testPassword);
  }

  return {
    url,
    port: served.port,
    relay,
    bot,
    log,
    visitor: (options) => openVisitor(url, options),
    async agent(name) {
      const cookie = cookies.get(name) ?? cookieOf(name);
      cookies.set(name, cookie);
      return { ...(await openAgent(url, await cookie)), cookie: await cookie };
    },
    close: () => served.close(),
  };
}
