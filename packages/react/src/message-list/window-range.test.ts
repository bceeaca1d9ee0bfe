import { describe, expect, it } from 'vitest';
import { bot, manyRows, messageRow, noticeRow } from '../testing/rows.js';
import { createRowHeights } from './row-heights.js';
import { rangeAtEnd, rangeInView, rangeNow } from './window-range.js';

const viewPx = 500;
const rows = manyRows(1, 1000);
const heights = createRowHeights();
for (const row of rows) heights.set(row, 100);
const options = { rows, heights, viewPx };

/** Rows of 100 pixels each, the first of them so far below the edge of the view. */
const seen = (count: number, top: number, more: { aheadPx?: number; least?: number } = {}) => ({
  boxes: Array.from({ length: count }, (_, index) => ({
    top: top + 100 * index,
    bottom: top + 100 * (index + 1),
  })),
  scrollTop: 20_000,
  aheadPx: 0,
  least: 0,
  ...more,
});
const rangeFrom = (from: number, to: number) => ({ from, to, key: rows[from]?.key });

describe('a height', () => {
  it('is as measured, else a guess that grows with what is said', () => {
    const { of, set } = createRowHeights();
    const [short, long] = [messageRow(1, bot, 'Yes.'), messageRow(2, bot, 'Yes. '.repeat(80))];
    expect(of(long)).toBeGreaterThan(2 * of(short));
    expect(
      of(noticeRow(3, 'handoff-claimed', { agent: { id: 'a', name: 'Ada', avatarUrl: null } })),
    ).toBeGreaterThan(0);
    set(long, 70);
    expect(of(long)).toBe(70);
  });

  it('of many is the sum, and says which row stands where', () => {
    expect(heights.sum(rows, 10, 20)).toBe(1000);
    expect([0, 99, 100, 450, 1e9].map((offset) => heights.indexAt(rows, offset))).toEqual([0, 0, 1, 4, 999]);
    expect([0, 100, 450, 1e9].map((height) => heights.startOf(rows, 20, height))).toEqual([20, 19, 15, 0]);
  });
});

describe('the rows in the document', () => {
  it('are those that fill a view at the end, at first', () =>
    expect(rangeNow(null, true, options)).toEqual(rangeFrom(995, 1000)));

  it('stay the very same while nothing is missing and nothing too far', () => {
    const held = rangeFrom(200, 207);
    expect(rangeInView(held, seen(7, -100), options)).toBe(held);
    expect(rangeNow(held, false, options)).toBe(held);
  });

  it('are found again when older ones come before them', () => {
    const [older, held] = [manyRows(1, 1000), { from: 3, to: 9, key: rows[53]?.key }];
    expect(rangeNow(held, false, { ...options, rows: older })).toEqual(rangeFrom(53, 59));
  });

  it('at the end are joined by what comes there, and are chosen anew when that is much', () => {
    expect(rangeNow(rangeFrom(990, 998), true, options)).toEqual(rangeFrom(990, 1000));
    expect(rangeNow(rangeFrom(200, 205), true, options)).toEqual(rangeAtEnd(options));
    expect(rangeNow(rangeFrom(200, 205), false, options)).toEqual(rangeFrom(200, 205));
  });

  it('are there where the log has become shorter', () =>
    expect(rangeNow({ from: 30, to: 40, key: 'gone' }, true, { ...options, rows: rows.slice(0, 5) }).to).toBe(
      5,
    ));

  it('grow where the view would see their absence, further where the reader scrolls, and faster when it was not enough', () => {
    expect(rangeInView(rangeFrom(200, 206), seen(6, 50), options)).toEqual(rangeFrom(199, 206));
    expect(rangeInView(rangeFrom(200, 204), seen(4, 0), options)).toEqual(rangeFrom(200, 205));
    expect(rangeInView(rangeFrom(200, 205), seen(5, 0, { aheadPx: 240 }), options)).toEqual(
      rangeFrom(197, 208),
    );
    expect(rangeInView(rangeFrom(200, 204), seen(4, 0, { least: 7 }), options)).toEqual(rangeFrom(200, 211));
  });

  it('are let go far from the view', () =>
    expect(rangeInView(rangeFrom(200, 217), seen(17, -750), options)).toEqual(rangeFrom(202, 217)));

  it('are others after a leap', () => {
    expect(rangeInView(rangeFrom(900, 906), seen(6, 9000), options)).toEqual(rangeFrom(200, 206));
    expect(rangeInView(rangeFrom(10, 16), seen(6, -9000), options)).toEqual(rangeFrom(200, 206));
  });

  it('are none where the log is empty', () => {
    const empty = { ...options, rows: [] };
    const none = rangeNow(null, true, empty);
    expect(none).toMatchObject({ from: 0, to: 0 });
    expect(rangeInView(none, seen(0, 0), empty)).toBe(none);
  });
});
