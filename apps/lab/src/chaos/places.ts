import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { relayProcess } from './relay-process.js';
import { agentEmail, agentPassword } from './relay-settings.js';
import { pause } from './wait.js';

/** The two stores. */
export type PlaceKind = 'sqlite' | 'postgres';

/** A row of the relay's log, as it is stored. */
export interface StoredEvent {
  conversationId: string;
  log: 'shared' | 'desk';
  seq: number;
  id: string;
  type: string;
  v: number;
  /** Epoch milliseconds, by the relay's clock. */
  at: number;
  causedBy: string;
  body: unknown;
}

/** An empty store with agents in it, for one trial. */
export interface Place {
  kind: PlaceKind;
  /** What a relay needs to find it. */
  environment: Record<string, string>;
  /** The folder of the SQLite store; with PostgreSQL that of the keys. */
  folder: string;
  /** The cookie of each agent, signed in. */
  cookies: readonly string[];
  /** The whole log as it is stored now, by conversation, log and seq. */
  events(): Promise<StoredEvent[]>;
  /** Rows of any table, for what a scenario wants to see besides. */
  rows(statement: string): Promise<Record<string, unknown>[]>;
  /** Keeps a copy of the store as it stands. While the store is copied or replaced, no relay may run on it. */
  backUp(): Promise<void>;
  /** Puts the copy into the store's place. */
  restore(): Promise<void>;
  /** Puts an empty store there, a history of its own in which the same agents are signed in. */
  wipe(): Promise<void>;
  remove(): Promise<void>;
}

/** Makes places that are copies of one that was prepared once: signing agents up and in takes a while. */
export interface Places {
  kinds: readonly PlaceKind[];
  make(kind: PlaceKind): Promise<Place>;
  close(): Promise<void>;
}

const secret = 'a-secret-of-the-lab-of-more-than-32-characters';

/** Places of both kinds; only SQLite without the address of a PostgreSQL whose user may create databases. */
export async function openPlaces(options: {
  agents: number;
  databaseUrl: string | undefined;
}): Promise<Places> {
  const root = await mkdtemp(join(tmpdir(), 'baton-chaos-'));
  const kinds: PlaceKind[] = options.databaseUrl ? ['sqlite', 'postgres'] : ['sqlite'];
  const templates = new Map<PlaceKind, Promise<readonly string[]>>();
  const databases: string[] = [];
  let made = 0;

  const onServer = (statement: string) => query(options.databaseUrl ?? '', statement);
  const addressOf = (database: string) => {
    const url = new URL(options.databaseUrl ?? '');
    url.pathname = `/${database}`;
    return url.href;
  };
  const unique = (name: string) => `baton_${process.pid}_${name}`;
  const environmentOf = (kind: PlaceKind, name: string): Record<string, string> => ({
    BATON_DATA: join(root, `${kind}-${name}`),
    BATON_SECRET: secret,
    ...(kind === 'postgres' ? { DATABASE_URL: addressOf(unique(name)) } : {}),
  });

  async function makeDatabase(name: string, template?: string): Promise<void> {
    databases.push(unique(name));
    await onServer(`create database ${unique(name)}${template ? ` template ${unique(template)}` : ''}`);
  }

  async function prepare(kind: PlaceKind): Promise<readonly string[]> {
    if (kind === 'postgres') await makeDatabase('template');
    const environment = environmentOf(kind, 'template');
    const relay = await relayProcess({ environment }, { makeAgents: options.agents });
    await relay.start();
    const cookies: string[] = [];
    for (let number = 0; number < options.agents; number += 1)
      cookies.push(await signIn(relay.url, agentEmail(number)));
    await relay.stop();
    return cookies;
  }

  /** Puts a copy of one store into the place of another. */
  async function copyStore(kind: PlaceKind, from: string, to: string): Promise<void> {
    const folderOf = (name: string) => environmentOf(kind, name)['BATON_DATA'] ?? '';
    await rm(folderOf(to), { recursive: true, force: true });
    await cp(folderOf(from), folderOf(to), { recursive: true });
    if (kind !== 'postgres') return;
    await onServer(`drop database if exists ${unique(to)} with (force)`);
    await makeDatabase(to, from);
  }

  return {
    kinds,
    async make(kind) {
      const template = templates.get(kind) ?? prepare(kind);
      templates.set(kind, template);
      const cookies = await template;
      made += 1;
      const name = String(made);
      const environment = environmentOf(kind, name);
      const folder = environment['BATON_DATA'] ?? '';
      await copyStore(kind, 'template', name);
      const rows: Place['rows'] = (statement) =>
        kind === 'postgres'
          ? query(environment['DATABASE_URL'] ?? '', statement)
          : readSqlite(join(folder, 'baton.db'), statement);
      return {
        kind,
        environment,
        folder,
        cookies,
        rows,
        events: async () =>
          (await rows('select * from event order by "conversationId", log, seq')).map((row) => ({
            ...(row as unknown as StoredEvent),
            seq: Number(row['seq']),
            v: Number(row['v']),
            at: Number(row['at']),
            body: JSON.parse(String(row['body'])),
          })),
        backUp: () => copyStore(kind, name, `${name}_backup`),
        restore: () => copyStore(kind, `${name}_backup`, name),
        async wipe() {
          await copyStore(kind, 'template', name);
          const forget = `delete from fact where key = 'epoch'`;
          if (kind === 'postgres') await query(environment['DATABASE_URL'] ?? '', forget);
          else writeSqlite(join(folder, 'baton.db'), forget);
        },
        async remove() {
          await rm(folder, { recursive: true, force: true });
          if (kind === 'postgres') await onServer(`drop database if exists ${unique(name)} with (force)`);
        },
      };
    },
    async close() {
      for (const database of databases)
        await onServer(`drop database if exists ${database} with (force)`).catch(() => {});
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: agentPassword }),
  });
  // The relay lets one address sign in so often only.
  if (response.status === 429) return pause(5_000).then(() => signIn(url, email));
  if (!response.ok) throw new Error(`${email} can't sign in: ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function query(connectionString: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function readSqlite(file: string, statement: string): Promise<Record<string, unknown>[]> {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(statement).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function writeSqlite(file: string, statement: string): void {
  const database = new Database(file);
  try {
    database.exec(statement);
  } finally {
    database.close();
  }
}
