/**
 * A relay as a process of its own that can be asked how it is: on SIGUSR2 it collects its garbage and prints a line
 * `watched <number> <JSON of Sight>`. Its rate limits are those of `BATON_TEST_RATES`, as JSON. Its bot is silent.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Bot } from '../bot.js';
import { createRelay } from '../create-relay.js';
import { optionsFromEnvironment } from '../environment.js';
import type { RateLimits } from '../gateway/rate-limits.js';
import { runUntilSignal } from '../run-until-signal.js';
import { serveRelay } from '../serve-relay.js';
import type { Sight } from './watched-relay.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
let looks = 0;

/** How long this thread has waited for a core so far, in milliseconds: the other programs' doing, not ours. */
function waitedMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

let stallMs = 0;
let last = { at: performance.now(), waited: waitedMs() };
setInterval(() => {
  const now = { at: performance.now(), waited: waitedMs() };
  stallMs = Math.max(stallMs, now.at - last.at - (now.waited - last.waited) - 1);
  last = now;
}, 1).unref();

/** The most memory since the last look; the kernel of Linux alone can be told to forget it. */
function peakBytes(): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // There is no peak to be read either.
  }
}

process.on('SIGUSR2', async () => {
  const sight = { stallMs, peak: peakBytes() };
  // What a finalizer or an ending socket lets go of is garbage of the next collection.
  for (let times = 0; times < 3; times += 1) {
    collectGarbage();
    await setImmediate();
  }
  const { heapUsed, rss } = process.memoryUsage();
  looks += 1;
  console.log(`watched ${looks} ${JSON.stringify({ ...sight, heapUsed, rss } satisfies Sight)}`);
  forgetPeak();
  stallMs = 0;
  last = { at: performance.now(), waited: waitedMs() };
});

/** Not the scripted one, which remembers what it was asked. */
const silentBot: Bot = { id: 'silent', name: 'Robo', async *reply() {} };

await runUntilSignal(async () => {
  const { port, ...options } = optionsFromEnvironment(process.env);
  const rateLimits = JSON.parse(process.env['BATON_TEST_RATES'] ?? '{}') as Partial<RateLimits>;
  const relay = createRelay({ ...options, bot: silentBot, rateLimits });
  const served = await serveRelay(relay, { port });
  console.log('open');
  return served;
});
