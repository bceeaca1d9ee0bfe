import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatsOf } from './formats.js';
import { localeTags } from './load-locale.js';

afterEach(() => vi.unstubAllGlobals());

const spokenHere = (...languages: string[]) => vi.stubGlobal('navigator', { languages });

/** What a count says of itself: its plural category. */
const categoryOf = (tag: 'ar' | 'en' | 'pl' | 'ru', amount: number) =>
  formatsOf(tag).count(amount, {
    ...{ zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' },
  });

describe('a count', () => {
  it.each([
    ['en', [0, 1, 2, 21, 1.5], 'other one other other other'],
    ['ru', [0, 1, 2, 3, 5, 11, 21, 100, 1.5], 'many one few few many many one many other'],
    ['pl', [0, 1, 2, 3, 5, 11, 21, 100, 1.5], 'many one few few many many many many other'],
    ['ar', [0, 1, 2, 3, 5, 11, 21, 100, 1.5], 'zero one two few few many many other other'],
  ] as const)('takes the form that %s has for it', (tag, amounts, categories) =>
    expect(amounts.map((amount) => categoryOf(tag, amount)).join(' ')).toBe(categories),
  );

  it('stands in the place of #, as the language writes numbers', () => {
    expect(formatsOf('de').count(12_345, { one: '#', other: '# Zeichen' })).toBe('12.345 Zeichen');
    expect(formatsOf('fr').count(1, { one: '# message', other: '# messages' })).toBe('1 message');
  });
});

describe('measures', () => {
  const at = new Date(2026, 10, 16, 15, 5).getTime();
  const now = new Date(2026, 10, 20, 9).getTime();
  const daysAgo = (days: number) => new Date(2026, 10, 20 - days, 23).getTime();

  it('are of the language', () => {
    expect(formatsOf('de').measures.time(at)).toBe('15:05');
    expect(formatsOf('fi').measures.time(at)).toBe('15.05');
    expect(formatsOf('de').measures.day(at, now)).toBe('Montag');
    expect(formatsOf('fr').measures.day(daysAgo(1), now)).toBe('Hier');
    expect(formatsOf('tr').measures.day(daysAgo(30), now)).toMatch(/^21 Ekim/);
    expect(formatsOf('ja').measures.day(daysAgo(400), now)).toContain('2025年');
  });

  it('are of the region that the browser names in that language, and of no other language', () => {
    spokenHere('fr', 'en-GB', 'en-US');
    expect(formatsOf('en').measures.time(at)).toBe('15:05');
    spokenHere('de-DE');
    expect(formatsOf('en').measures.time(at)).toMatch(/^3:05\sPM$/);
  });

  it.each(localeTags)('have a name for each day in %s', (tag) => {
    const { day, waited } = formatsOf(tag).measures;
    const names = [0, 1, 2, 3, 4, 5, 6, 7, 400].map((days) => day(daysAgo(days), now));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.charAt(0)).toBe(name.charAt(0).toLocaleUpperCase(tag));
    expect(waited(65_999)).toMatch(/^\S:\S\S$/);
  });
});
