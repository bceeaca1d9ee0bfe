import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Place } from './places.js';
import type { RelaySettings } from './relay-settings.js';
import { until } from './wait.js';

/** A relay in its own process that may be killed and started again on the same place and port. */
export interface RelayProcess {
  port: number;
  url: string;
  /** Null while it does not run. */
  pid(): number | null;
  /** Resolves when it is open and its agents are there. */
  start(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Sets its wall clock so far ahead of ours (milliseconds), while it runs. */
  setClock(aheadMs: number): void;
  /** All it has written so far, over all its lives. */
  output(): string;
  /** It had opened, and ended although nobody ended it. */
  hasCrashed(): boolean;
  /** Resident memory in bytes; 0 while it does not run. */
  residentBytes(): Promise<number>;
}

const startWithinMs = 60_000;
const script = fileURLToPath(new URL('./relay-child.js', import.meta.url));

/** A relay on a place, not yet started, on a port that is its own from now on. */
export async function relayProcess(
  place: Pick<Place, 'environment'>,
  settings: RelaySettings = {},
): Promise<RelayProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  let exited: Promise<number | null> = Promise.resolve(null);
  let isEnding = false;
  let isOpen = false;
  let crashed = false;
  let output = '';

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    isEnding = true;
    child?.kill(signal);
    return exited;
  }

  return {
    port,
    url,
    pid: () => child?.pid ?? null,
    async start() {
      isEnding = false;
      isOpen = false;
      const { PATH, HOME, TMPDIR } = process.env;
      const saidBefore = output.length;
      const started = spawn(process.execPath, ['--enable-source-maps', script], {
        env: {
          PATH,
          ...(HOME ? { HOME } : {}),
          ...(TMPDIR ? { TMPDIR } : {}),
          ...place.environment,
          PORT: String(port),
          CHAOS: JSON.stringify(settings),
        },
      });
      child = started;
      exited = new Promise((resolve) => {
        started.once('exit', (code) => {
          child = null;
          if (!isEnding && isOpen) crashed = true;
          resolve(code);
        });
      });
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
        });
      await until('The relay opens', startWithinMs, () => {
        if (child !== started) throw new Error(`The relay ended at once:\n${output.slice(-2000)}`);
        return output.slice(saidBefore).includes('\nopen\n');
      });
      isOpen = true;
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    setClock: (aheadMs) => void child?.stdin?.write(`${aheadMs}\n`),
    output: () => output,
    hasCrashed: () => crashed,
    residentBytes: async () => (child?.pid ? residentBytesOf(child.pid) : 0),
  };
}

async function residentBytesOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
