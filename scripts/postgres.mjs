import { execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Postgres
 * @property {string} url
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} crash
 * @property {() => Promise<void>} restart
 */

/**
 * Starts a private, empty PostgreSQL in a temporary folder, on a free port of the loopback, with fsync on as in real use.
 * `stop` ends it and deletes the folder; `crash` ends it as a power cut would, and `restart` starts it where it was.
 *
 * @returns {Promise<Postgres | { reason: string }>} the reason when there is none here
 */
export async function startPostgres() {
  const programs = findPrograms();
  if (!programs) return { reason: 'no PostgreSQL on this machine (apt-get install -y postgresql)' };
  const folder = mkdtempSync(join(tmpdir(), 'baton-postgres-'));
  try {
    const owner = ownerOf(folder);
    const options = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' }, ...owner };
    const data = join(folder, 'data');
    const initdbArgs = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    execFileSync(join(programs, 'initdb'), initdbArgs, { ...options, stdio: 'pipe' });
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    // In a group of its own: a Ctrl-C in the terminal is ours to handle, by `stop`.
    const start = () =>
      spawn(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
        ...options,
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      });
    let server = start();
    /** @param {NodeJS.Signals} signal */
    const end = async (signal) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill(signal);
      await ended;
    };
    await untilReady(server);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        await end('SIGINT');
        rmSync(folder, { recursive: true, force: true });
      },
      crash: () => end('SIGQUIT'),
      async restart() {
        server = start();
        await untilReady(server);
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { reason: `PostgreSQL did not start: ${error instanceof Error ? error.message : error}` };
  }
}

function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => `${debian}/${version}/bin`),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root, so root hands it to the account that its package made. @param {string} folder */
function ownerOf(folder) {
  if (process.getuid?.() !== 0) return {};
  const idOf = (/** @type {string} */ flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<void>} */
function untilReady(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`it ended with code ${code}, saying: ${said.trim()}`)));
  });
}
