/**
 * A relay as a process of its own, for what only a process can show. It is set up by its environment, echoes what
 * visitors say, and is slow to say the rest after "Wait". A message "crash" is no answer but the end of it.
 */
import { createRelay } from '../create-relay.js';
import { optionsFromEnvironment } from '../environment.js';
import { runUntilSignal } from '../run-until-signal.js';
import { serveRelay } from '../serve-relay.js';
import { scriptedBot } from './scripted-bot.js';
import { testPassword } from './start-relay.js';

await runUntilSignal(async () => {
  const { port, ...options } = optionsFromEnvironment(process.env);
  const bot = scriptedBot(async function* (turn) {
    if (turn.type !== 'message') return;
    yield { type: 'message', text: `You said: ${turn.text}` };
    if (turn.text !== 'wait') return;
    yield { type: 'delta', text: 'And ' };
    await new Promise((resolve) => setTimeout(resolve, 500));
    yield { type: 'message', text: 'And more.' };
  });
  const rateLimits = { visitorCommands: 10_000, agentCommands: 10_000, frames: 100_000 };
  const relay = createRelay({ ...options, bot, rateLimits });
  const served = await serveRelay(relay, { port });
  await relay.ensureAgent({ email: 'ada@demo.example', name: 'Ada', password: testPassword });
  console.log('open');
  return served;
});
