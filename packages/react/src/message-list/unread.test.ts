import type { Row } from '@batonchat/core';
import { describe, expect, it } from 'vitest';
import { ada, agentOf, bot, messageRow, noticeRow, visitor } from '../testing/rows.js';
import { markNow, newBelow, type SeenMark } from './unread.js';

const asked = messageRow(1, visitor, 'Hello?');
const said = messageRow(2, bot, 'Hi.');
const joined = noticeRow(3, 'handoff-claimed', { agent: agentOf(ada) });
const one = messageRow(4, ada, 'One.');
const two = messageRow(5, ada, 'Two.');

describe('what is new below a row', () => {
  it('begins at the row after it and counts messages', () => {
    expect(newBelow([asked, said, joined, one, two], 'visitor', said.key)).toEqual({ first: 2, count: 2 });
  });

  it('is nothing where no message came, or the row is not there', () => {
    const nothing = { first: -1, count: 0 };
    expect(newBelow([asked, said], 'visitor', said.key)).toEqual(nothing);
    expect(newBelow([asked, said, joined], 'visitor', said.key)).toEqual(nothing);
    expect(newBelow([one, two], 'visitor', said.key)).toEqual(nothing);
    expect(newBelow([asked, said], 'visitor', null)).toEqual(nothing);
  });

  it('is nothing to whoever has answered, on either side', () => {
    const answer = messageRow(6, visitor, 'Thanks!');
    expect(newBelow([asked, said, one, answer], 'visitor', said.key).count).toBe(0);
    expect(newBelow([asked, said, one, answer], 'agent', one.key)).toEqual({ first: 3, count: 1 });
  });
});

describe('a mark', () => {
  const reader = { viewer: 'visitor' as const, isWatching: true, readSeq: Number.POSITIVE_INFINITY };
  /** What the steps lead to, as somebody watches or not. */
  const after = (steps: readonly [rows: readonly Row[], isWatching: boolean][], readSeq = reader.readSeq) =>
    steps.reduce((mark: SeenMark | null, [rows, isWatching]) => {
      let now = mark;
      // As React does: until it is settled.
      for (let next = markNow(now, rows, { ...reader, isWatching, readSeq }); next !== now; ) {
        now = next;
        next = markNow(now, rows, { ...reader, isWatching, readSeq });
      }
      return now;
    }, null);

  it('is none before there is a log', () => {
    expect(after([[[], true]])).toBeNull();
  });

  it('stands where the reader had come to before the log was shown', () => {
    expect(after([[[asked, said, one], true]], 2)).toEqual({ until: said.key, left: null });
    expect(after([[[asked, said], true]], 2)).toEqual({ until: null, left: null });
    expect(after([[[asked, said], true]], 0)).toEqual({ until: null, left: null });
  });

  it('stays none while the reader watches', () => {
    expect(
      after([
        [[asked, said], true],
        [[asked, said, one], true],
      ]),
    ).toEqual({ until: null, left: null });
  });

  it('stands where they left, once something came, and stays when they are back', () => {
    const away = after([
      [[asked, said], true],
      [[asked, said], false],
      [[asked, said, one], false],
    ]);
    expect(away).toEqual({ until: null, left: said.key });
    const back = after([
      [[asked, said], true],
      [[asked, said], false],
      [[asked, said, one], true],
      [[asked, said, one, two], true],
    ]);
    expect(back).toEqual({ until: said.key, left: null });
  });

  it('goes nowhere for a look away in which nothing came', () => {
    const steps: [Row[], boolean][] = [
      [[asked, said, one], true],
      [[asked, said, one], false],
      [[asked, said, one], true],
    ];
    expect(after(steps, 2)).toEqual({ until: said.key, left: null });
    expect(after(steps)).toEqual({ until: null, left: null });
  });

  it('is gone once they have answered', () => {
    const answer = messageRow(6, visitor, 'Thanks!', { seq: null, commandId: 'c', delivery: 'sending' });
    const steps: [Row[], boolean][] = [
      [[asked, said, one], true],
      [[asked, said, one, answer], true],
    ];
    expect(after(steps, 2)).toEqual({ until: null, left: null });
  });
});
