import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from './limits.js';
import { cut, previewOf, summarise, textOf } from './preview.js';
import { saying } from './testing/people.js';

test('the text of a message is that of all its parts', () => {
  expect(textOf({ parts: [...saying('one'), ...saying('two')] })).toBe('one\n\ntwo');
});

test('a preview is one line of at most 160 characters', () => {
  expect(previewOf('  Where\n is\t it?  ')).toBe('Where is it?');
  expect(previewOf('x'.repeat(160))).toBe('x'.repeat(160));
  expect(previewOf('x'.repeat(161))).toBe(`${'x'.repeat(159)}…`);
});

test('no cut is too long or halves a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const whole = text.toWellFormed();
      const short = cut(whole, length);
      expect(short.length).toBeLessThanOrEqual(length);
      expect(short.isWellFormed()).toBe(true);
      if (whole.length <= length) expect(short).toBe(whole);
    }),
  );
  expect(cut('ab🙏cd', 4)).toBe('ab…');
});

test('a summary begins with the first ask, ends with the last three, and repeats none', () => {
  expect(summarise([], null)).toBe('The visitor has not said anything yet.');
  expect(summarise([], 'Help\nme')).toBe('Help me');
  expect(summarise(['Help'], 'Help')).toBe('Help');
  expect(summarise(['a', 'b', 'c', 'd'], 'e')).toBe('a › c › d › e');
});

test('a summary fits its event, however long the asks are', () => {
  const long = 'x'.repeat(limits.messageCharacters);
  const asks = [long, `${long}1`, `${long}2`, `${long}3`].map(previewOf);
  expect(summarise(asks, `last ${long}`).length).toBeLessThanOrEqual(limits.summaryCharacters);
});
