import { expect, it } from 'vitest';
import { plainWords } from './plain-words.js';

it('drops the marks and keeps the words', () => {
  expect(plainWords('Within **30 days**, print `the label`: [Returns](/help/returns)')).toBe(
    'Within 30 days, print the label: Returns',
  );
});

it('leaves text alone that only looks like Markdown', () => {
  for (const text of ['3 * 4 = 12', 'snake_case [not a link]', 'Mon - Fri', 'a > b', '# 48213'])
    expect(plainWords(text)).toBe(text);
});
