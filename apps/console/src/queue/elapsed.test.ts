import { expect, it } from 'vitest';
import { elapsedText, urgencyOf } from './elapsed.js';

const minute = 60_000;

it('shows a wait as a stopwatch does, coarser as it grows', () => {
  expect(elapsedText(7_999)).toBe('0:07');
  expect(elapsedText(12 * minute + 40_000)).toBe('12:40');
  expect(elapsedText(59 * minute + 59_999)).toBe('59:59');
  expect(elapsedText(65 * minute)).toBe('1 h 05 min');
  expect(elapsedText(3 * 24 * 60 * minute)).toBe('3 d');
});

it('never shows a negative wait, whatever the clocks say', () => {
  expect(elapsedText(-5000)).toBe('0:00');
});

it('turns late at exactly two minutes and overdue at exactly three', () => {
  expect(urgencyOf(2 * minute - 1)).toBe('fine');
  expect(urgencyOf(2 * minute)).toBe('late');
  expect(urgencyOf(3 * minute - 1)).toBe('late');
  expect(urgencyOf(3 * minute)).toBe('overdue');
});
