import { beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '../any-command.js';
import { reduce, unfollowed } from '../conversation/reduce.js';
import { loadRecogniser } from '../recogniser.js';
import type { FollowedConversation, OutboxItem } from '../state.js';
import { createScene } from '../testing/frames.js';
import { rowsOf } from './rows.js';

beforeAll(loadRecogniser);

type Source = FollowedConversation<AnyCommand>;

const item = (commandId: string, command: AnyCommand, changes = {}): OutboxItem<AnyCommand> => ({
  commandId,
  conversationId: 'c',
  command,
  createdAt: 7,
  status: 'sending',
  refusal: null,
  ...changes,
});
const say = (text: string): AnyCommand => ({ type: 'send-message', parts: [{ type: 'text', text }] });
const holding = (scene: ReturnType<typeof createScene>, changes: Partial<Source> = {}): Source => ({
  ...reduce<AnyCommand, Source>(unfollowed, { type: 'snapshot', frame: scene.snapshot(), me: 'v' }),
  ...changes,
});
const kinds = (source: Source) => rowsOf(source, 'visitor').map(({ kind, delivery }) => [kind, delivery]);

describe('identity', () => {
  test('the same input gives the same array', () => {
    const source = holding(createScene());
    expect(rowsOf({ ...source }, 'visitor')).toBe(rowsOf(source, 'visitor'));
  });

  test('a change that no row shows gives the same array', () => {
    const scene = createScene();
    scene.botSays('one', 'one');
    const source = holding(scene);
    const receipt = { participantId: 'v', kind: 'visitor' as const, deliveredSeq: 1, readSeq: 1 };
    expect(rowsOf({ ...source, receipts: [receipt] }, 'visitor')).toBe(rowsOf(source, 'visitor'));
  });

  test('what is unchanged keeps its row when something else changes', () => {
    const scene = createScene();
    scene.visitorSays('one', 'one');
    scene.botSays('two', 'two');
    const source = holding(scene);
    const before = rowsOf(source, 'visitor');
    const [first, second] = [item('a', say('three')), item('b', say('four'))];
    const receipt = { participantId: 'ada', kind: 'agent' as const, deliveredSeq: 2, readSeq: 0 };
    const after = rowsOf({ ...source, receipts: [receipt], outbox: [first] }, 'visitor');
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]).toMatchObject({ delivery: 'delivered' });
    expect(after[1]).toBe(before[1]);
    const later = rowsOf({ ...source, receipts: [receipt], outbox: [first, second] }, 'visitor');
    expect(later.slice(0, 3)).toEqual(after);
    for (const [index, row] of after.entries()) expect(later[index]).toBe(row);
  });

  test('a log that grows at either end keeps the rows that it had', () => {
    const scene = createScene();
    for (const text of ['one', 'two', 'three', 'four']) scene.visitorSays(text, text);
    const source = holding(scene);
    const { conversation } = source;
    if (!conversation) throw new Error('The scene has no conversation.');
    const part = (from: number, to: number) =>
      rowsOf(
        { ...source, conversation: { ...conversation, entries: conversation.entries.slice(from, to) } },
        'visitor',
      );
    const middle = part(1, 2);
    const newer = part(1, 3);
    const older = part(0, 3);
    const newest = part(0, 4);
    expect(newer[0]).toBe(middle[0]);
    for (const [index, row] of newer.entries()) expect(older[index + 1]).toBe(row);
    for (const [index, row] of older.entries()) expect(newest[index]).toBe(row);
  });

  test("both sides can look at the same objects without taking each other's rows", () => {
    const scene = createScene();
    scene.visitorSays('one', 'one');
    const source = holding(scene);
    const [mine, theirs] = [rowsOf(source, 'visitor'), rowsOf(source, 'agent')];
    expect(mine[0]).toMatchObject({ delivery: 'sent' });
    expect(theirs[0]).toMatchObject({ delivery: null });
    expect(rowsOf(source, 'visitor')).toBe(mine);
    expect(rowsOf(source, 'agent')).toBe(theirs);
  });
});

describe('delivery', () => {
  test("rises with the other side's marks, not with one's own", () => {
    const scene = createScene();
    scene.visitorSays('one', 'one');
    const seen = (kind: 'visitor' | 'agent', deliveredSeq: number, readSeq: number) =>
      rowsOf(
        holding(scene, { receipts: [{ participantId: kind, kind, deliveredSeq, readSeq }] }),
        'visitor',
      )[0]?.delivery;
    expect(seen('visitor', 9, 9)).toBe('sent');
    expect(seen('agent', 1, 0)).toBe('sent');
    expect(seen('agent', 2, 1)).toBe('delivered');
    expect(seen('agent', 2, 2)).toBe('seen');
  });
});

describe('a request that is on its way', () => {
  test('words that ask are shown with the notice that they will lead to', () => {
    const source = holding(createScene(), { outbox: [item('a', say('talk to a human'))] });
    const rows = rowsOf(source, 'visitor');
    expect(rows.map((row) => row.key)).toEqual(['message:a', 'notice:a.1']);
    expect(rows[1]).toMatchObject({
      notice: { type: 'handoff-requested', body: { handoffId: 'a', status: 'pending', by: 'visitor' } },
      seq: null,
      at: 7,
      commandId: 'a',
    });
  });

  test('only the first of several', () => {
    const outbox = [
      item('a', say('talk to a human')),
      item('b', { type: 'request-handoff', reason: 'button' }),
      item('c', say('I want a human')),
    ];
    expect(rowsOf(holding(createScene(), { outbox }), 'visitor').map((row) => row.kind)).toEqual([
      'message',
      'notice',
      'message',
    ]);
  });

  test('none while a human is asked for or here', () => {
    const scene = createScene();
    scene.requestHandoff();
    const outbox = [item('a', say('talk to a human'))];
    expect(kinds(holding(scene, { outbox }))).toEqual([
      ['notice', null],
      ['message', 'sending'],
    ]);
  });

  test('one that failed says so where it stands alone, and not beside a message that failed', () => {
    const refusal = { code: 'invalid', message: 'No.' } as const;
    const failed = { status: 'failed', refusal };
    const button = item('a', { type: 'request-handoff', reason: 'button' }, failed);
    const words = item('b', say('talk to a human'), failed);
    expect(kinds(holding(createScene(), { outbox: [button] }))).toEqual([['notice', 'failed']]);
    expect(kinds(holding(createScene(), { outbox: [words] }))).toEqual([['message', 'failed']]);
  });

  test('the acceptance of an offer is about the offered handoff', () => {
    const scene = createScene();
    scene.commit({
      id: 'offer',
      actor: { kind: 'bot', id: 'bot', name: null, avatarUrl: null },
      command: {
        type: 'answer',
        ownership: 0,
        parts: null,
        handoff: {
          type: 'offer',
          reason: 'bot-tool',
          summary: null,
          confidence: null,
          searchedKnowledge: true,
        },
      },
    });
    const rows = rowsOf(holding(scene, { outbox: [item('a', { type: 'accept-offer' })] }), 'visitor');
    expect(rows[1]).toMatchObject({ key: 'notice:a', notice: { body: { handoffId: 'offer' } } });
  });
});

test('only the lines of the latest handoff are marked as such', () => {
  const scene = createScene();
  scene.requestHandoff();
  scene.claim();
  scene.resolve();
  scene.requestHandoff();
  const rows = rowsOf(holding(scene), 'visitor');
  expect(rows.map((row) => row.kind === 'notice' && row.isLatestHandoff)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('before the first snapshot, what is said is shown', () => {
  const source: Source = { ...unfollowed, outbox: [item('a', say('hello'), { conversationId: null })] };
  expect(rowsOf(source, 'visitor')).toMatchObject([
    { key: 'message:a', author: { kind: 'visitor', name: null }, delivery: 'sending' },
  ]);
});

test('behind a connection that is closed for good nothing is said to be on its way, and what is in the log stays', () => {
  const scene = createScene();
  scene.visitorSays('before');
  const outbox = [item('a', say('hello')), item('b', { type: 'request-handoff', reason: 'button' })];
  const source = holding(scene, { outbox });
  const closed = { status: 'closed' as const, reason: 'reload-needed' as const, retryAt: null };
  const shown = (rows: ReturnType<typeof rowsOf>) =>
    rows.map(({ delivery, closedBy }) => [delivery, closedBy]);
  expect(shown(rowsOf({ ...source, connection: closed }, 'visitor'))).toEqual([
    ['sent', null],
    ['failed', 'reload-needed'],
    ['failed', 'reload-needed'],
  ]);
  const reconnecting = { ...closed, status: 'reconnecting' as const, reason: 'unreachable' as const };
  expect(shown(rowsOf({ ...source, connection: reconnecting }, 'visitor')).slice(1)).toEqual([
    ['sending', null],
    ['sending', null],
  ]);
});

test("what an agent has unsent carries the owner's name", () => {
  const scene = createScene();
  scene.requestHandoff();
  scene.claim();
  const rows = rowsOf(holding(scene, { outbox: [item('a', say('hello'))] }), 'agent');
  expect(rows.at(-1)).toMatchObject({ author: { kind: 'agent', name: 'Ada' }, delivery: 'sending' });
});

test('and is still the own of an agent who has lost the conversation to another', () => {
  const scene = createScene();
  scene.requestHandoff();
  scene.claim();
  const me = { kind: 'agent' as const, id: 'ben', name: 'Ben', avatarUrl: null };
  const rows = rowsOf({ ...holding(scene, { outbox: [item('a', say('hello'))] }), me }, 'agent');
  expect(rows.at(-1)).toMatchObject({ author: { name: 'Ben' } });
});
