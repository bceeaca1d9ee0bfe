import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process does at its files and sockets, as strace sees it. */
export interface SyscallTrace {
  /** Stops looking. One line a call, in their order, with the names of the files and the first bytes of what is written. */
  stop(): Promise<string[]>;
}

/**
 * Looks at these calls of a running process from now on. Null where strace is not installed, or where this user may
 * not look into another process.
 */
export async function traceSyscalls(pid: number, calls: readonly string[]): Promise<SyscallTrace | null> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-trace-'));
  const file = join(folder, 'trace');
  const what = ['-f', '-y', '-s', '80', '-e', `trace=${calls.join()}`];
  const strace = spawn('strace', [...what, '-o', file, '-p', `${pid}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<false>((resolve) => {
    strace.once('error', () => resolve(false));
    strace.once('exit', () => resolve(false));
  });
  const attached = new Promise<true>((resolve) => {
    let said = '';
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(' attached')) resolve(true);
    });
  });
  if (!(await Promise.race([attached, ended]))) {
    await rm(folder, { recursive: true });
    return null;
  }
  return {
    async stop() {
      strace.kill('SIGINT');
      await ended;
      const lines = (await readFile(file, 'utf8')).split('\n');
      await rm(folder, { recursive: true });
      return lines;
    },
  };
}
