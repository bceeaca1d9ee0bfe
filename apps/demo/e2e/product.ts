import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The built product as a newcomer runs it: `npm start`, on a free port, with a data folder of its own. */
export interface Product {
  url: string;
  password: string;
  /** What it has printed so far. */
  output(): string;
  /** Ends every process of it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Sends the signal that Ctrl-C sends, and resolves with the exit code. */
  interrupt(): Promise<number | null>;
  remove(): Promise<void>;
}

export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'baton-e2e-'));
  const password = 'a-password-for-tests';
  const url = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const exited = () =>
    new Promise<number | null>((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) resolve(child?.exitCode ?? null);
      else child.once('exit', (code) => resolve(code));
    });

  const product: Product = {
    url,
    password,
    output: () => output,
    async start() {
      child = spawn('npm', ['start'], {
        cwd: root,
        detached: true,
        env: {
          ...process.env,
          PORT: String(port),
          BATON_DATA: data,
          BATON_DEMO_PASSWORD: password,
          ...environment,
        },
      });
      const hear = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      let hasEnded = false;
      void exited().then(() => {
        hasEnded = true;
      });
      // The addresses are printed when the agents can sign in: later than `/health`.
      while (!/Baton is up/.test(output.slice(output.lastIndexOf('> ')))) {
        if (hasEnded) throw new Error(`npm start ended:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async kill() {
      const ended = exited();
      if (child?.pid) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
    async interrupt() {
      const ended = exited();
      if (child?.pid) process.kill(-child.pid, 'SIGINT');
      return ended;
    },
    async remove() {
      if (child && child.exitCode === null && child.signalCode === null) await product.kill();
      await rm(data, { recursive: true, force: true });
    },
  };
  await product.start();
  return product;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
