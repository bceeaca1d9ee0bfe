/** Opens a store and dies before the nth statement that makes a table or an index, as by a power cut. */
import Database from 'libsql';
import pg from 'pg';
import { openStore } from '../store/open-store.js';

const dieAt = Number(process.env['DIE_AT']);
let seen = 0;

function look(statement: unknown): void {
  const text = typeof statement === 'string' ? statement : (statement as { text?: string }).text;
  if (!/^\s*create (table|index)/i.test(text ?? '')) return;
  seen += 1;
  if (seen === dieAt) process.kill(process.pid, 'SIGKILL');
}

const sqlite = Database.prototype as unknown as { prepare(statement: string): unknown };
const { prepare } = sqlite;
sqlite.prepare = function (statement) {
  look(statement);
  return prepare.call(this, statement);
};
const postgres = pg.Client.prototype as unknown as { query(...args: unknown[]): unknown };
const { query } = postgres;
postgres.query = function (...args) {
  look(args[0]);
  return query.apply(this, args);
};

const databaseUrl = process.env['DATABASE_URL'];
const store = await openStore({ folder: process.env['BATON_DATA'] ?? '', databaseUrl });
await store.close();
