import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child-process.js';
import type { LoadAnswers } from './load/child-load.js';
import type { ServerAnswers } from './servers/serve.js';

/** What is measured: the floor, the floor that stores, the peer, and Baton on each store. */
export type SubjectName = 'bare ws' | 'bare ws, SQLite' | 'Socket.IO' | 'Baton, SQLite' | 'Baton, PostgreSQL';

/** A server in a process of its own, and its load in another. */
export interface Subject {
  name: SubjectName;
  url: string;
  server: Child<ServerAnswers>;
  load: Child<LoadAnswers>;
  stop(): Promise<void>;
}

const scripts = {
  'bare ws': ['child-bare', 'bare'],
  'bare ws, SQLite': ['child-bare-stored', 'bare'],
  'Socket.IO': ['child-socket-io', 'socket-io'],
  'Baton, SQLite': ['child-baton', 'baton'],
  'Baton, PostgreSQL': ['child-baton', 'baton'],
} as const;

/** Starts both; `databaseUrl` is for Baton on PostgreSQL. */
export async function startSubject(name: SubjectName, databaseUrl = ''): Promise<Subject> {
  const [script, kind] = scripts[name];
  const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
  const isOnPostgres = name === 'Baton, PostgreSQL';
  const server = startChild<ServerAnswers>(`servers/${script}.js`, [folder, isOnPostgres ? databaseUrl : '']);
  const url = `http://127.0.0.1:${await server.ask('port')}`;
  const load = startChild<LoadAnswers>('load/child-load.js', [kind, url]);
  return {
    name,
    url,
    server,
    load,
    async stop() {
      await Promise.all([server.kill(), load.kill()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
