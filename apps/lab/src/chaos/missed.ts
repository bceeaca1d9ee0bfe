import { join } from 'node:path';
import Database from 'libsql';
import type { Place } from './places.js';

/**
 * Writes messages behind the last event of each conversation of a SQLite store that no relay has open, as if they
 * had been said: the visitor's first message again and again, each with an id of its own. Returns the head of each.
 */
export function writeMissed(
  place: Pick<Place, 'folder'>,
  conversationIds: readonly string[],
  count: number,
): Map<string, number> {
  const database = new Database(join(place.folder, 'baton.db'));
  const heads = new Map<string, number>();
  database.exec('BEGIN');
  const insert = database.prepare(
    'insert into event ("conversationId", log, seq, id, "siteId", type, v, at, "causedBy", body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const conversationId of conversationIds) {
    const said = database
      .prepare(
        `select * from event where "conversationId" = ? and type = 'message-added' order by seq limit 1`,
      )
      .get(conversationId) as Record<string, string>;
    const { head } = database
      .prepare(`select max(seq) as head from event where "conversationId" = ? and log = 'shared'`)
      .get(conversationId) as { head: number };
    for (let number = 1; number <= count; number += 1) {
      const id = `missed-${number}`;
      const body = said['body']?.replaceAll(said['causedBy'] ?? '', id);
      const { siteId, type, v, at } = said;
      insert.run(conversationId, 'shared', head + number, id, siteId, type, v, at, id, body);
    }
    heads.set(conversationId, head + count);
  }
  database.exec('COMMIT');
  database.close();
  return heads;
}
