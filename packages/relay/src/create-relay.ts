import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { defaultHandoffSettings, type HandoffSettings } from '@batonchat/protocol';
import type { Bot } from './bot.js';
import { createBotTurns } from './bot-turn.js';
import { consoleDesk } from './console-desk.js';
import type { Desk } from './desk.js';
import { createGateway, type Gateway } from './gateway/gateway.js';
import { createReceipts } from './gateway/receipts.js';
import { createSessions } from './gateway/sessions.js';
import { createRoutes } from './http/routes.js';
import { createHub } from './hub.js';
import { type Agents, createAgents } from './identity/agents.js';
import { type AllowedOrigin, checkOrigin, clientAddress } from './identity/origins.js';
import { keysFrom } from './identity/secrets.js';
import { signVisitorToken, verifyVisitorToken } from './identity/visitor-tokens.js';
import { consoleLogger, type Logger } from './logger.js';
import type { OutboxRow } from './outbox/rows.js';
import { createOutboxWorker } from './outbox/worker.js';
import { readEntriesBefore } from './store/conversations.js';
import { type Durability, openStore, type Store } from './store/open-store.js';

export interface RelayOptions {
  bot: Bot;
  /** Folder of the SQLite store, the keys and the files; made when it is not there. Default `.baton`. */
  dataFolder?: string;
  /** PostgreSQL instead of SQLite; then `secret` is required. */
  databaseUrl?: string;
  /** At least 32 characters. Default: made at first start and kept in the data folder. */
  secret?: string;
  /** The address under which browsers reach the relay, where it can't be told from the request. */
  publicUrl?: string;
  /** How many proxies in front of the relay are trusted to say who asks (X-Forwarded-*). Default 0. */
  trustedProxies?: number;
  /** Who may embed the widget besides the relay's own origin. */
  origins?: readonly AllowedOrigin[];
  /** Where handoffs are alerted besides the console. */
  desks?: readonly Desk[];
  handoff?: Partial<HandoffSettings>;
  /** The built console and embed; without them those addresses answer 404. */
  consoleFolder?: string;
  embedFolder?: string;
  log?: Logger;
}

export interface Relay {
  /** Answers HTTP for any server that speaks fetch; 503 until started. */
  fetch(request: Request): Response | Promise<Response>;
  /** Takes a WebSocket upgrade of `/socket` from any Node server; false when the path is not the relay's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Opens the store and begins to work. Rejects with `ConfigError` when a setting is at fault. */
  start(): Promise<{ store: 'sqlite' | 'postgres'; durability: Durability }>;
  /** Makes an agent who can sign in, or brings an existing one up to date. */
  ensureAgent(agent: { email: string; name: string; password: string; role?: string }): Promise<void>;
  /** Sends everybody away to come back, finishes what was accepted, and closes the store. */
  close(): Promise<void>;
}

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** The relay, to be mounted in any Node server; `serveRelay` is the ready one. */
export function createRelay(options: RelayOptions): Relay {
  const { origins = [], publicUrl, trustedProxies = 0, log = consoleLogger } = options;
  const folder = resolve(options.dataFolder ?? '.baton');
  let running: Running | null = null;

  const ownOrigin = (headers: { get(name: string): string | null }, isTls: boolean): string => {
    if (publicUrl) return new URL(publicUrl).origin;
    const proto =
      trustedProxies > 0 ? headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim() : undefined;
    const host = (trustedProxies > 0 && headers.get('x-forwarded-host')) || headers.get('host');
    return `${proto ?? (isTls ? 'https' : 'http')}://${host}`;
  };
  const ownOriginOf = (request: Request) => ownOrigin(request.headers, request.url.startsWith('https:'));

  const routes = createRoutes({
    version,
    ready: () => running,
    ownOrigin: ownOriginOf,
    origins,
    consoleFolder: options.consoleFolder,
    embedFolder: options.embedFolder,
  });

  return {
    fetch: (request) => routes.fetch(request),

    upgrade(request, socket, head) {
      if (request.url?.split('?')[0] !== '/socket') return false;
      if (running) running.gateway.upgrade(request, socket, head);
      else socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return true;
    },

    async start() {
      const store = await openStore({ folder, databaseUrl: options.databaseUrl });
      running = await run(store, options, folder, log, {
        ownOriginOf,
        admit(request) {
          const headers = headersOf(request);
          const isTls = 'encrypted' in request.socket;
          const checked = checkOrigin(headers.get('origin'), ownOrigin(headers, isTls), origins);
          const forwardedFor = headers.get('x-forwarded-for');
          return checked.isAllowed
            ? {
                isSame: checked.isSame,
                ip: clientAddress(forwardedFor, request.socket.remoteAddress, trustedProxies),
              }
            : null;
        },
      });
      return { store: store.dialect, durability: store.durability };
    },

    async ensureAgent({ role = 'agent', ...agent }) {
      if (!running) throw new Error('Start the relay first.');
      await running.agents.ensure({ ...agent, role });
    },

    async close() {
      const stopping = running;
      running = null;
      await stopping?.close();
    },
  };
}

interface Running {
  store: Store;
  agents: Agents;
  gateway: Gateway;
  signToken(visitorId: string, siteId: string): Promise<{ token: string; expiresAt: number }>;
  close(): Promise<void>;
}

interface Door {
  ownOriginOf(request: Request): string;
  admit(request: IncomingMessage): { isSame: boolean; ip: string | null } | null;
}

async function run(
  store: Store,
  options: RelayOptions,
  folder: string,
  log: Logger,
  door: Door,
): Promise<Running> {
  const keys = keysFrom(options.secret, folder);
  const hub = createHub({ store, settings: { ...defaultHandoffSettings, ...options.handoff }, log });
  const sessions = createSessions();
  const receipts = createReceipts(store, log);
  const agents = createAgents({
    store,
    secret: keys.agentSessions,
    publicUrl: options.publicUrl,
    ownOrigin: door.ownOriginOf,
  });
  const desks = [consoleDesk(sessions), ...(options.desks ?? [])];

  // A store that one process holds has no other worker: whatever is leased was leased by the dead.
  if (store.dialect === 'sqlite')
    await store.db.updateTable('outbox').set({ leasedBy: null, leasedUntil: null }).execute();
  const botTurns = createBotTurns({ bot: options.bot, hub, store, log, sendSignal: sessions.signal });
  const worker = createOutboxWorker({
    store,
    nodeId: randomUUID(),
    log,
    runners: {
      'bot-turn': botTurns,
      'desk-open': { run: (row) => openAtDesks(row, desks) },
    },
  });
  hub.onCommit((committed) => {
    sessions.publish(committed, store.epoch);
    if (committed.outbox.length > 0 || committed.isRepeat) worker.wake();
  });
  const gateway = createGateway(
    { store, hub, sessions, receipts },
    {
      admit: door.admit,
      visitorOf: (token) => verifyVisitorToken(keys.visitorTokens, token, store.now()),
      agentOf: (request) => agents.ofCookie(headersOf(request)),
    },
    log,
  );

  async function openAtDesks(row: OutboxRow, all: readonly Desk[]): Promise<void> {
    const { handoffId } = JSON.parse(row.body) as { handoffId: string };
    const record = await hub.record(row.conversationId);
    const { handoff } = record?.state ?? {};
    if (!record || handoff?.id !== handoffId || handoff.status !== 'pending') return;
    const { entries } = await readEntriesBefore(store.db, row.conversationId, record.heads.shared.seq + 1);
    const transcript = entries.flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
    const { reason, summary } = record.desk;
    for (const desk of all)
      await desk.open(
        { conversationId: record.id, siteId: record.siteId, handoffId, reason, summary },
        transcript,
      );
  }

  return {
    store,
    agents,
    gateway,
    signToken: (visitorId, siteId) =>
      signVisitorToken(keys.visitorTokens, { visitorId, siteId }, store.now()),
    async close() {
      await gateway.close();
      await worker.close();
      botTurns.close();
      await hub.close();
      await receipts.flush();
      await store.close();
    },
  };
}

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
};
