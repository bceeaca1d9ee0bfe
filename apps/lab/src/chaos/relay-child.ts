/**
 * The built relay as a process of its own: the one that is killed, cut off and flooded. `CHAOS` holds a
 * `RelaySettings` as JSON; the rest of its environment is what any relay reads.
 */
import { fileURLToPath } from 'node:url';
import {
  type BotContext,
  type BotOutput,
  type BotTurn,
  createRelay,
  optionsFromEnvironment,
  runUntilSignal,
  serveRelay,
} from '@batonchat/relay';
import { widgetFolder } from './browser/widget-folder.js';
import { agentEmail, agentPassword, type RelaySettings } from './relay-settings.js';
import { wishIn } from './scripted-bot.js';

const settings = JSON.parse(process.env['CHAOS'] ?? '{}') as RelaySettings;
const many = 1_000_000;
/** The limits of one person or address are no part of what is tried here, except where a scenario sets them. */
const noLimits = {
  visitorCommands: many,
  agentCommands: many,
  frames: many,
  addressSockets: many,
  addressTokens: many,
};

const { now } = Date;
let aheadMs = settings.clockAheadMs ?? 0;
Date.now = () => now() + aheadMs;
process.stdin.on('data', (line) => {
  aheadMs = Number(line);
});
process.stdin.unref();

process.on('unhandledRejection', (error) => {
  console.error('UNHANDLED', error);
  process.exit(70);
});

async function* answer(turn: BotTurn, { signal }: BotContext): AsyncIterable<BotOutput> {
  if (settings.bot === 'silent' || settings.bot === undefined || turn.type !== 'message') return;
  const words = `You said: ${turn.text.slice(0, 200)}`;
  if (settings.bot === 'slow')
    for (const word of words.split(/(?<= )/)) {
      if (signal.aborted) return;
      yield { type: 'delta', text: word };
      await new Promise((resolve) => setTimeout(resolve, settings.botWordMs ?? 5));
    }
  yield { type: 'message', text: words };
  const wish = settings.bot === 'scripted' ? wishIn(words) : null;
  if (wish) yield { type: wish.type, reason: wish.reason };
}

await runUntilSignal(async () => {
  const { port, ...options } = optionsFromEnvironment(process.env);
  const relay = createRelay({
    ...options,
    bot: { id: 'chaos', name: 'Robo', reply: answer },
    rateLimits: { ...noLimits, ...settings.rateLimits },
    ...(settings.origins ? { origins: settings.origins } : {}),
    ...(settings.servesWidget ? { embedFolder: fileURLToPath(widgetFolder()) } : {}),
    ...(settings.handoff ? { handoff: settings.handoff } : {}),
    ...(settings.heartbeatMs ? { heartbeatMs: settings.heartbeatMs } : {}),
  });
  const served = await serveRelay(relay, { port });
  for (let number = 0; number < (settings.makeAgents ?? 0); number += 1)
    await relay.ensureAgent({
      email: agentEmail(number),
      name: `Agent ${number}`,
      password: agentPassword,
    });
  console.log('\nopen');
  return served;
});
