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

const { prepare } = Database.prototype;
Database.prototype.prepare = function (statement: string) {
  look(statement);
  return prepare.call(this, statement);
};
const { query } = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
(pg.Client.prototype as { query: typeof query }).query = function (this: unknown, ...args) {
  look(args[0]);
  return query.apply(this, args);
};

const databaseUrl = process.env['DATABASE_URL'];
const store = await openStore({ folder: process.env['BATON_DATA'] ?? '', databaseUrl });
await store.close();
