/** The demo on one port: the shop with the widget on it, the relay, the console and the embed. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  ConfigError,
  createKnowledgeBot,
  createRelay,
  optionsFromEnvironment,
  readDotEnv,
  runUntilSignal,
  serveRelay,
} from '@batonchat/relay';
import { createShop } from './shop.js';

const folderOf = (url: string) => fileURLToPath(new URL('.', url));
const knowledgeFolder = fileURLToPath(new URL('../knowledge', import.meta.url));

const demoAgents = [
  { email: 'ada@demo.example', name: 'Ada' },
  { email: 'ben@demo.example', name: 'Ben' },
];

/** Any port of this machine may embed the demo's widget, so that a site under construction can try it. */
const isLocalhost = (origin: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);

function givenPassword(): string | undefined {
  const given = process.env['BATON_DEMO_PASSWORD']?.trim() || undefined;
  if (given && given.length < 8)
    throw new ConfigError('BATON_DEMO_PASSWORD is too short. Set it to 8 characters or more.');
  return given;
}

/** A password that is made up once and kept beside the data, so that it can be printed again. */
function madePassword(dataFolder: string): string {
  const file = join(dataFolder, 'demo-password');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    const made = randomBytes(9).toString('base64url');
    writeFileSync(file, `${made}\n`, { mode: 0o600 });
    return made;
  }
}

await runUntilSignal(async () => {
  readDotEnv(process.cwd());
  const { port, origins = [], ...options } = optionsFromEnvironment(process.env);
  const given = givenPassword();
  const dataFolder = resolve(options.dataFolder ?? '.baton');
  const relay = createRelay({
    ...options,
    dataFolder,
    origins: [...origins, isLocalhost],
    bot: createKnowledgeBot({
      folder: knowledgeFolder,
      name: 'Fern',
      suggestions: ['How long does delivery take?', 'Can I return a bag?', 'Which backpack is right for me?'],
    }),
    consoleFolder: folderOf(import.meta.resolve('@batonchat/console/dist/index.html')),
    embedFolder: folderOf(import.meta.resolve('@batonchat/embed/embed.js')),
  });
  const shop = createShop({ knowledgeFolder });
  const served = await serveRelay(relay, {
    port,
    async fetch(request, node) {
      const answer = await relay.fetch(request, node);
      return answer.status === 404 && !isRelayPath(request) ? shop.fetch(request) : answer;
    },
  });
  const password = given ?? madePassword(dataFolder);
  for (const agent of demoAgents) await relay.ensureAgent({ ...agent, password });

  const address = options.publicUrl ?? `http://localhost:${port}`;
  console.log(`
  Baton is up.

    The shop, with the widget   ${address}/
    The agents' console         ${address}/console
    Sign in as                  ${demoAgents.map(({ email }) => email).join(' or ')}, password ${password}
    Every component by itself   ${address}/storybook/
    Loader and health           ${address}/embed.js, ${address}/health

  Data lies in ${dataFolder}. Ctrl-C ends it.
`);
  return served;
});

function isRelayPath(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return /^\/(api|embed|baton-chat|console|files|health|socket)(\/|\.|$)/.test(pathname);
}
