import { spawn } from 'node:child_process';

/** @typedef {{ code: number, output: string, ms: number }} Outcome what a command said, and how it ended */

// What a tool prints is kept and shown by us: it is coloured as our own output is, whatever the tool sees.
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined };

// Vite names the mode in the process that builds: what is started later would test the production build of React.
const { NODE_ENV } = process.env;

/** @type {Set<number>} */
const running = new Set();

/**
 * Runs a command to its end and keeps what it prints, both streams in the order they came.
 * The command and all it starts form one group, which is ended when the time is over.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limitMs?: number, signal?: AbortSignal }} options
 *   `env` is added to ours; `signal` ends it, as one ends a server
 * @returns {Promise<Outcome>} never rejects: a command that cannot start, or takes too long, ends with a code and says so
 */
export function run(command, args, { cwd, env = {}, limitMs = 5 * 60_000, signal } = {}) {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NODE_ENV, ...colours, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    const end = (/** @type {number} */ code) => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
      if (child.pid) running.delete(child.pid);
      resolve({ code, output, ms: performance.now() - startedAt });
    };
    const limit = setTimeout(() => {
      output += `\n${command} ${args.join(' ')} took longer than ${limitMs / 60_000} minutes and was ended.\n`;
      if (child.pid) endGroup(child.pid);
    }, limitMs);
    const stop = () => child.pid && endGroup(child.pid);
    signal?.addEventListener('abort', stop);
    if (child.pid) running.add(child.pid);
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      output += `${command} could not be started: ${error.message}\n`;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a tool that node_modules holds, by this same Node.
 *
 * @param {string} script its file, from the root
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Ends every command that still runs, with all that it started. */
export function endAll() {
  for (const pid of running) endGroup(pid);
}

/** @param {number} pid */
function endGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
