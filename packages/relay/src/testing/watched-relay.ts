import type { RateLimits } from '../gateway/rate-limits.js';
import type { Place } from './places.js';
import { type Child, freePort, type Scripts } from './spawn-child.js';
import { testSecret } from './start-relay.js';

/** How a relay's process is, and was since the last look. */
export interface Sight {
  /** The longest time for which its event loop did nothing else, in milliseconds; not while it waited for a core. */
  stallMs: number;
  /** After a garbage collection, in bytes. */
  heapUsed: number;
  rss: number;
  /** The most resident memory since the last look; null where the system can't tell. */
  peak: number | null;
}

/** A relay in a process of its own. It ends with code 1 at an exception or rejection that nobody caught. */
export interface WatchedRelay {
  url: string;
  port: number;
  child: Child;
  look(): Promise<Sight>;
  /** Rejects unless it drains and ends with code 0. */
  close(): Promise<void>;
}

/** Nothing is refused for being much: what a test is about is seen, whatever its speed. */
export const unhurried: RateLimits = {
  visitorCommands: 1_000_000,
  agentCommands: 1_000_000,
  frames: 1_000_000,
  addressSockets: 1_000_000,
  addressTokens: 1_000_000,
  uploads: 1_000_000,
  addressUploads: 1_000_000,
};

/** Starts one from `child-watched`, on a port of its own. It trusts one proxy, so that a test may have addresses. */
export async function watchRelay(
  scripts: Scripts,
  place: Pick<Place, 'folder' | 'databaseUrl'>,
  rates: Partial<RateLimits> = {},
): Promise<WatchedRelay> {
  const port = await freePort();
  const child = scripts.run('child-watched', {
    PORT: String(port),
    BATON_DATA: place.folder,
    BATON_TRUST_PROXY: '1',
    BATON_TEST_RATES: JSON.stringify(rates),
    DATABASE_URL: place.databaseUrl,
    BATON_SECRET: place.databaseUrl ? testSecret : undefined,
  });
  await child.says('open\n');
  let looks = 0;
  return {
    url: `http://localhost:${port}`,
    port,
    child,
    async look() {
      looks += 1;
      const start = `watched ${looks} `;
      child.kill('SIGUSR2');
      await child.says(start);
      const [, line = ''] = child.output().split(start);
      return JSON.parse(line.slice(0, line.indexOf('\n'))) as Sight;
    },
    async close() {
      child.kill('SIGTERM');
      const { code, signal } = await child.exited;
      if (code !== 0) throw new Error(`The relay ended with ${code ?? signal}:\n${child.output()}`);
    },
  };
}
