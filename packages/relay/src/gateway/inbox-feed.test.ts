import { randomUUID } from 'node:crypto';
import { type ConversationRecord, type DownFrame, newRecord } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import { createInboxFeed } from './inbox-feed.js';
import type { Session } from './sessions.js';

type InboxFrame = Extract<DownFrame, { type: 'inbox' }>;

/** Somebody who watches, with what they were told. */
function watcher(siteId = 'main'): Session & { told: InboxFrame[] } {
  const told: InboxFrame[] = [];
  return {
    participant: { kind: 'agent', id: randomUUID(), name: 'Ada', avatarUrl: null },
    siteId,
    isAgent: true,
    sendText: (json) => told.push(JSON.parse(json) as InboxFrame),
    told,
  };
}

function openFeed() {
  const waiting: (() => void)[] = [];
  const feed = createInboxFeed((run) => waiting.push(run));
  return {
    feed,
    waiting,
    /** The time for gathering is over. */
    pass() {
      for (const run of waiting.splice(0)) run();
    },
  };
}

const at = (record: ConversationRecord, seq: number): ConversationRecord => ({
  ...record,
  heads: { ...record.heads, shared: { seq, id: `event-${seq}` } },
});
const versions = ({ told }: { told: InboxFrame[] }) =>
  told.map(({ rows }) => rows.map(({ version }) => version));

describe('those who watch an inbox', () => {
  const one = newRecord('one', 'main');
  const two = newRecord('two', 'main');

  test('hear of what has changed as one frame with the newest row of each conversation', () => {
    const { feed, pass } = openFeed();
    const ada = watcher();
    feed.watch(ada);
    for (let seq = 1; seq <= 50; seq += 1) feed.changed(at(one, seq));
    feed.changed(at(two, 7));
    expect(ada.told).toEqual([]);
    pass();
    expect(versions(ada)).toEqual([[50, 7]]);
    feed.changed(at(one, 51));
    pass();
    expect(versions(ada)).toEqual([[50, 7], [51]]);
    expect(ada.told.every(({ isFresh }) => !isFresh)).toBe(true);
  });

  test('are asked to wait once for all that changes meanwhile, and not while nothing does', () => {
    const { feed, waiting, pass } = openFeed();
    feed.watch(watcher());
    feed.changed(at(one, 1));
    feed.changed(at(one, 2));
    expect(waiting).toHaveLength(1);
    pass();
    expect(waiting).toHaveLength(0);
  });

  test('hear nothing of another site, and nothing any more once they have gone', () => {
    const { feed, pass } = openFeed();
    const [ada, ben, eve] = [watcher(), watcher(), watcher('other')];
    for (const each of [ada, ben, eve]) feed.watch(each);
    feed.changed(at(one, 1));
    pass();
    feed.changed(at(one, 2));
    feed.unwatch(ben);
    pass();
    expect(versions(ada)).toEqual([[1], [2]]);
    expect(versions(ben)).toEqual([[1]]);
    expect(eve.told).toEqual([]);
  });
});
