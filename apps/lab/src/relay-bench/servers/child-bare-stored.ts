/**
 * What storing costs by itself: the floor with one table in SQLite, every message committed with fsync before anybody
 * hears of it, those of one round of the event loop together; no checks, no conversations, nothing else. Argument: data folder.
 */
import { join } from 'node:path';
import Database from 'libsql';
import { startBareServer } from './bare-server.js';
import { serve } from './serve.js';

const [folder = ''] = process.argv.slice(2);
const database = new Database(join(folder, 'floor.db'));
database.exec(`
  pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 10000;
  create table message (room text, seq integer, json text, primary key (room, seq)) without rowid;`);
const begin = database.prepare('begin immediate');
const insert = database.prepare('insert into message values (?, ?, ?)');
const commit = database.prepare('commit');

let seq = 0;
let waiting: { room: string; json: string; kept: () => void }[] = [];

function commitAll(): void {
  const group = waiting;
  waiting = [];
  begin.run();
  for (const { room, json } of group) insert.run([room, ++seq, json]);
  commit.run();
  for (const { kept } of group) kept();
}

serve(
  startBareServer((room, json, kept) => {
    if (waiting.push({ room, json, kept }) === 1) setImmediate(commitAll);
  }),
);
