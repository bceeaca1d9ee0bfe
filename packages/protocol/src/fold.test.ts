import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent, SharedEvent } from './event.js';
import { applyEvent, applyEvents, emptyConversation, entryOf } from './fold.js';
import { isOfDesk } from './log.js';
import { newRecord, planCommit } from './plan.js';
import { anyMove } from './testing/moves.js';
import { noon, saying, visitor } from './testing/people.js';
import { settings } from './testing/stages.js';
import { type StoredEvent, upcast } from './upcast.js';

const empty = emptyConversation('c-1', 'e-1');

const stored = (seq: number, type: string, body: unknown): SharedEvent => {
  const event: StoredEvent = { seq, id: `e${seq}`, v: 1, at: noon, causedBy: `e${seq}`, type, body };
  return upcast(event) as SharedEvent;
};
const said = (seq: number, text = `text ${seq}`) =>
  stored(seq, 'message-added', { message: { id: `m-${seq}`, author: visitor, parts: saying(text) } });

/** A shared log as real commands write it. */
const anyLog = fc.array(anyMove, { maxLength: 30, size: 'max' }).map((moves) => {
  let record = newRecord('c-1', 'main');
  const log: LogEvent[] = [];
  moves.forEach((move, index) => {
    const outcome = planCommit(record, move.issue(record, `x${index}`, noon + index), settings);
    if ('refusal' in outcome) return;
    record = outcome.record;
    log.push(...outcome.events);
  });
  return log.filter((event) => !isOfDesk(event));
});

describe('one event', () => {
  test('that comes next is shown and moves the position', () => {
    const { position, entries, state } = applyEvent(empty, said(1));
    expect(position).toEqual({ epoch: 'e-1', seq: 1, id: 'e1' });
    expect(entries).toEqual([
      {
        kind: 'message',
        seq: 1,
        id: 'm-1',
        at: noon,
        message: { id: 'm-1', author: visitor, parts: saying('text 1') },
      },
    ]);
    expect(state.lastMessage?.text).toBe('text 1');
  });

  test('that is held already changes nothing, not even the identity', () => {
    const held = applyEvents(empty, [said(1), said(2)]);
    expect(applyEvent(held, said(2, 'other text'))).toBe(held);
    expect(applyEvent(held, said(1))).toBe(held);
    expect(applyEvents(held, [said(1), said(2)])).toBe(held);
    expect(applyEvents(held, [])).toBe(held);
  });

  test('that leaves a hole before it changes nothing, so that the hole can be asked for', () => {
    expect(applyEvent(empty, said(2))).toBe(empty);
    expect(applyEvents(empty, [said(1), said(3)]).position.seq).toBe(1);
  });

  test('of an unknown type keeps its number and does nothing else', () => {
    const known = applyEvent(empty, said(1));
    for (const type of ['rating-given', 'toString', '__proto__', '']) {
      const next = applyEvent(known, stored(2, type, { stars: 5 }));
      expect(next).toEqual({ ...known, position: { epoch: 'e-1', seq: 2, id: 'e2' } });
      expect(next.entries).toBe(known.entries);
      expect(next.state).toBe(known.state);
    }
  });
});

test('what an agent takes over unasked is one line, and the start of a conversation none', () => {
  const requested = (by: string) =>
    entryOf(stored(1, 'handoff-requested', { handoffId: 'h', status: 'pending', by }));
  expect(requested('agent')).toBeNull();
  expect(requested('visitor')).toMatchObject({ kind: 'notice', id: 'e1' });
  expect(
    entryOf(stored(1, 'conversation-started', { visitorId: 'v-1', channel: 'web', locale: null })),
  ).toBeNull();
});

test('entries that did not change keep their identity', () => {
  const before = applyEvents(empty, [said(1), said(2)]);
  const next = applyEvent(before, said(3));
  expect(next.entries.slice(0, 2).every((entry, index) => entry === before.entries[index])).toBe(true);
});

describe('any log', () => {
  test('folds the same one by one, at once, and in any batches', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.nat({ max: 30 })), (log, cuts) => {
        const atOnce = applyEvents(empty, log);
        expect(log.reduce(applyEvent, empty)).toEqual(atOnce);
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), log.length];
        const batches = bounds.slice(1).map((bound, index) => log.slice(bounds[index], bound));
        expect(batches.reduce(applyEvents, empty)).toEqual(atOnce);
      }),
      { numRuns: 500 },
    );
  });

  test('folds the same however often and in whatever order its events come, once each has come in order', () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.nat()), (log, picks) => {
        const noisy = log.flatMap((event) => {
          const other = log[(picks.next().value ?? 0) % log.length];
          return other && other.seq !== event.seq + 1 ? [event, other] : [event];
        });
        expect(applyEvents(empty, noisy)).toEqual(applyEvents(empty, log));
      }),
      { numRuns: 500 },
    );
  });

  test('leaves the conversation that it was given as it was', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 30 }), (log, cut) => {
        const before = applyEvents(empty, log.slice(0, cut));
        const copy = structuredClone(before);
        applyEvents(before, log.slice(cut));
        expect(before).toEqual(copy);
      }),
      { numRuns: 200 },
    );
  });
});
