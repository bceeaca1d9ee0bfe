import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { assemble, type Running } from './assemble.js';
import { ConfigError } from './config-error.js';
import { isFilesHost } from './files/files-host.js';
import { defaultRateLimits } from './gateway/rate-limits.js';
import { refuseUpgrade } from './gateway/refuse-upgrade.js';
import { createRoutes } from './http/routes.js';
import { createFrontDoor, headersOf } from './identity/front-door.js';
import { consoleLogger } from './logger.js';
import type { NodeRequest, RelayOptions } from './relay-options.js';
import { makeDataFolder } from './store/data-folder.js';
import { type Durability, openStore } from './store/open-store.js';

/** A relay that can be mounted in any Node server. */
export interface Relay {
  /** Answers HTTP for any server that speaks fetch; 503 until started. `node` says who the peer is. */
  fetch(request: Request, node?: NodeRequest): Response | Promise<Response>;
  /** Takes a WebSocket upgrade of `/socket` from any Node server; false when the path is not the relay's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Opens the store and begins to work. Rejects with `ConfigError` when a setting is at fault. */
  start(): Promise<{ store: 'sqlite' | 'postgres'; durability: Durability }>;
  /** Makes an agent who can sign in, or brings an existing one up to date. */
  ensureAgent(agent: { email: string; name: string; password: string; role?: string }): Promise<void>;
  /** Sends everybody away to come back, finishes what was accepted, and closes the store. */
  close(): Promise<void>;
}

const defaultFileBytes = 10 * 1024 * 1024;

const { version } = createRequire(import.meta.url)('@batonchat/relay/package.json') as { version: string };

/** The relay, to be mounted in any Node server; `serveRelay` is the ready one. */
export function createRelay(options: RelayOptions): Relay {
  const {
    origins = [],
    publicUrl,
    trustedProxies = 0,
    databaseUrl,
    durability,
    log = consoleLogger,
  } = options;
  const folder = resolve(options.dataFolder ?? '.baton');
  const door = createFrontDoor({ publicUrl, trustedProxies, origins });
  let running: Running | null = null;
  let starting: Promise<{ store: 'sqlite' | 'postgres'; durability: Durability }> | null = null;

  const routes = createRoutes({
    version,
    ready: () => running,
    door,
    log,
    tokensPerAddress: options.rateLimits?.addressTokens ?? defaultRateLimits.addressTokens,
    files: {
      maxBytes: options.fileBytes ?? defaultFileBytes,
      filesOrigin: options.filesOrigin,
      uploadsPerMinute: options.rateLimits?.uploads ?? defaultRateLimits.uploads,
      uploadsPerAddress: options.rateLimits?.addressUploads ?? defaultRateLimits.addressUploads,
    },
    isMailing: options.mail !== undefined,
    consoleFolder: options.consoleFolder,
    embedFolder: options.embedFolder,
    launcher: options.launcher ?? {},
  });

  async function start() {
    if (databaseUrl && !options.secret)
      throw new ConfigError('A secret is required with a databaseUrl (BATON_SECRET with DATABASE_URL).');
    makeDataFolder(folder);
    const store = await openStore({ folder, databaseUrl, durability });
    try {
      running = await assemble(store, { ...options, folder, door, log });
    } catch (error) {
      await store.close();
      throw error;
    }
    const facts = { store: store.dialect, durability: store.durability };
    log.info('The relay is open.', facts);
    return facts;
  }

  return {
    fetch: (request, node = {}) => routes.fetch(request, node),

    upgrade(request, socket, head) {
      if (request.url?.split('?')[0] !== '/socket') return false;
      // Nobody else listens on a socket that is upgraded: a reset would end the process.
      socket.on('error', () => socket.destroy());
      if (isFilesHost(door, options.filesOrigin, headersOf(request))) refuseUpgrade(socket, 421);
      else if (running) running.gateway.upgrade(request, socket, head);
      else refuseUpgrade(socket, 503);
      return true;
    },

    start() {
      starting ??= start().catch((error: unknown) => {
        starting = null;
        throw error;
      });
      return starting;
    },

    async ensureAgent({ role = 'agent', ...agent }) {
      if (!running) throw new Error('Start the relay first.');
      await running.agents.ensure({ ...agent, role });
    },

    async close() {
      await starting?.catch(() => {});
      const stopping = running;
      running = null;
      await stopping?.close();
    },
  };
}
