/**
 * Baton as it is delivered: `serveRelay`, with the visitors' tokens, the agents' sign-in, the checks and the log.
 * Only the limits that count what one participant may send are raised. Its bot says nothing.
 * Arguments: data folder, PostgreSQL address or ''.
 */
import { fileURLToPath } from 'node:url';
import { type Bot, createRelay, serveRelay } from '@batonchat/relay';
import { agents, password } from '../people.js';
import { serve } from './serve.js';

const [dataFolder = '', databaseUrl = ''] = process.argv.slice(2);
const built = (path: string) => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url));
const silent: Bot = { id: 'silent', name: 'Silent', async *reply() {} };
const quiet = { info: () => {}, warn: console.warn, error: console.error };
const more = 1_000_000_000;

const page = `<!doctype html><html lang="en"><title>A page</title><script src="/embed.js" async></script>`;

async function start(): Promise<number> {
  const relay = createRelay({
    bot: silent,
    dataFolder,
    ...(databaseUrl ? { databaseUrl, secret: 'a-secret-of-the-bench-of-more-than-32-characters' } : {}),
    rateLimits: {
      visitorCommands: more,
      agentCommands: more,
      frames: more,
      addressSockets: more,
      addressTokens: more,
    },
    consoleFolder: built('apps/console/dist'),
    embedFolder: built('packages/embed/dist'),
    log: quiet,
  });
  const served = await serveRelay(relay, {
    port: 0,
    fetch: (request, node) =>
      new URL(request.url).pathname === '/'
        ? new Response(page, { headers: { 'content-type': 'text/html' } })
        : relay.fetch(request, node),
  });
  for (const agent of agents) await relay.ensureAgent({ ...agent, password });
  process.on('SIGTERM', () => void served.close().then(() => process.exit()));
  return served.port;
}

serve(start());
