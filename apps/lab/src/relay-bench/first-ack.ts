import { execFileSync, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figure.js';
import { openVisitor } from './load/baton-person.js';
import { listen } from './servers/listen.js';
import { median } from './statistics.js';

const demo = fileURLToPath(new URL('../../../demo/dist/demo.js', import.meta.url));
const restMs = 3_000;

/**
 * The demo as `npm start` runs it once it is built (relay, console, embed, shop, the knowledge bot), on a store that it
 * has written before: how long from the start of the process to the first message that is stored and acknowledged, and
 * how much memory is resident after three quiet seconds. No garbage is collected for it.
 */
export async function measureStart(rounds: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  const starts: Start[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) starts.push(await startOnce(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const [onNewStore, ...onOldStore] = starts;
  const seconds = onOldStore.map((each) => each.seconds);
  const megabytes = onOldStore.map((each) => each.megabytes);
  const lower = { isHigherBetter: false };
  return [
    {
      ...{ name: 'Baton, SQLite: start to first ack, existing store', measured: median(seconds), unit: 's' },
      ...{ must: 1, goal: null, ...lower },
      from: `rounds ${spread(seconds, 2)} s; on a new store ${onNewStore?.seconds.toFixed(2)} s`,
    },
    {
      ...{ name: 'Baton, SQLite: resident at rest', measured: median(megabytes), unit: 'MB' },
      ...{ must: 140, goal: 110, ...lower },
      from: `rounds ${spread(megabytes, 0)} MB, of the demo: relay, console, embed, shop and bot`,
    },
  ];
}

const spread = (values: number[], digits: number) =>
  `${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)}`;

interface Start {
  seconds: number;
  megabytes: number;
}

async function startOnce(folder: string): Promise<Start> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = fork(demo, [], {
    env: {
      ...process.env,
      PORT: String(port),
      BATON_DATA: folder,
      BATON_DEMO_PASSWORD: 'a-password-of-the-bench',
    },
    silent: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await untilHealthy(url, () => child.exitCode !== null);
    await sayOne(url);
    const seconds = (performance.now() - startedAt) / 1000;
    await new Promise((resolve) => setTimeout(resolve, restMs));
    return { seconds, megabytes: residentMegabytes(child.pid) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** A visitor comes, says one word, and goes when it is acknowledged. */
async function sayOne(url: string): Promise<void> {
  let heard = () => {};
  const acked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const visitor = await openVisitor(url, { acked: () => heard(), delivered: () => {} });
  visitor.listen();
  visitor.say({
    type: 'command',
    conversationId: visitor.conversationId,
    commandId: `visitor-${randomUUID()}`,
    command: { type: 'send-message', parts: [{ type: 'text', text: 'Hello' }] },
  });
  await acked;
  visitor.close();
}

async function untilHealthy(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    if (hasEnded()) throw new Error('The demo ended before it was healthy.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const residentMegabytes = (pid = 0) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
