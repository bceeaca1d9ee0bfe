import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

/** A process of its own that runs one of the scripts of this folder, from the sources as they are now. */
export interface Child {
  pid: number | undefined;
  /** Sends a signal to it, and to whatever it runs under. */
  kill(signal: NodeJS.Signals): void;
  /** All it has written so far, to both streams. */
  output(): string;
  /** Resolves when it has written this; rejects when it ends before. */
  says(text: string): Promise<void>;
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Scripts built to run under plain Node; `remove` deletes them. */
export interface Scripts {
  run(name: string, environment: Record<string, string | undefined>, under?: readonly string[]): Child;
  remove(): Promise<void>;
}

/** Builds scripts of `testing/` by their names without extension. */
export async function buildScripts(...names: string[]): Promise<Scripts> {
  // Beside the dependencies, so that they resolve, and one below a package.json, as what is published is.
  const folder = join(packageFolder, 'node_modules', `.baton-test-${process.pid}`);
  await build({
    configFile: false,
    root: packageFolder,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(folder, 'dist'),
      minify: false,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(
          names.map((name) => [name, join(packageFolder, 'src/testing', `${name}.ts`)]),
        ),
        // What the harness of the tests needs is not there in a child.
        external: ['vitest'],
      },
    },
  });
  await copyFile(join(packageFolder, 'package.json'), join(folder, 'package.json'));
  return {
    run(name, environment, under = []) {
      const [command = '', ...rest] = [...under, process.execPath, join(folder, 'dist', `${name}.js`)];
      const { BATON_TEST_DATABASE_URL: _, NODE_ENV: __, ...inherited } = process.env;
      return childOf(spawn(command, rest, { env: { ...inherited, ...environment }, detached: true }));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function childOf(child: ChildProcess): Child {
  let output = '';
  let hasEnded = false;
  const waiting = new Set<() => void>();
  const look = () => {
    for (const each of waiting) each();
  };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      look();
    });
  const exited = new Promise<Awaited<Child['exited']>>((resolve) => {
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      hasEnded = true;
      look();
      resolve({ code, signal });
    };
    child.once('close', ended);
    // The program is not there: no other event follows.
    child.once('error', () => ended(null, null));
  });
  return {
    pid: child.pid,
    kill(signal) {
      if (child.pid !== undefined && !hasEnded) process.kill(-child.pid, signal);
    },
    output: () => output,
    exited,
    says: (text) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (output.includes(text)) resolve();
          else if (hasEnded) reject(new Error(`It ended before it said "${text}":\n${output}`));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
  };
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
