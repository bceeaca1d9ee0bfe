import { describe, expect, it } from 'vitest';
import { everydayWords } from './everyday-words.js';
import { excerptLimit, excerptOf } from './excerpt.js';
import { sectionsOf } from './sections.js';
import { createReadTerms } from './terms.js';

const readTerms = createReadTerms(everydayWords);
const sectionsIn = (body: string) => sectionsOf({ title: 'Delivery', url: '/d', body });
const excerptIn = (body: string, question: string, index = 0) => {
  const section = sectionsIn(body)[index];
  if (!section) throw new Error('No such section.');
  return excerptOf(section, readTerms(question), readTerms);
};
const filler = (count: number) =>
  Array.from({ length: count }, (_, n) => `Sentence ${n} says little.`).join(' ');

describe('excerptOf', () => {
  it('gives a short section whole, without its heading, with its links and lists', () => {
    const body = '## Cost\n\nSee [prices](/p):\n\n- EU: **€5**\n- Elsewhere: €9\n';
    expect(excerptIn(body, 'cost')).toBe('See [prices](/p):\n\n- EU: **€5**\n- Elsewhere: €9');
  });

  it("goes on after an article's opening, as far as both fit", () => {
    expect(excerptIn('Short.\n\n## First\n\nMore.\n\n## Second\n\nMost.', 'delivery')).toBe(
      'Short.\n\nMore.',
    );
    expect(excerptIn(`Short.\n\n## First\n\n${filler(40)}`, 'delivery')).toBe('Short.');
  });

  it('turns a table into a list, since a chat is narrow', () => {
    const table =
      '## Times\n\n| To | Days | Price |\n| --- | --- | --- |\n| Spain | 2 | €5 |\n| USA | 8 | €19 |\n';
    expect(excerptIn(table, 'spain')).toBe('- **Spain**: days 2, price €5\n- **USA**: days 8, price €19');
  });

  it('cuts a long section to whole sentences around what is asked', () => {
    const body = `${filler(40)} Parcels to Peru take 9.5 days. ${filler(40)}`;
    const excerpt = excerptIn(body, 'how long to Peru');
    expect(excerpt).toContain('Parcels to Peru take 9.5 days.');
    expect(excerpt.length).toBeLessThanOrEqual(excerptLimit);
    expect(excerpt).toMatch(/^(Sentence|Parcels).*\.$/);
  });

  it('cuts a long list to whole items', () => {
    const items = Array.from({ length: 60 }, (_, n) => `- Country ${n}\n  costs €${n}`);
    const excerpt = excerptIn(items.join('\n'), 'country 42');
    expect(excerpt).toContain('- Country 42\n  costs €42');
    expect(excerpt.length).toBeLessThanOrEqual(excerptLimit);
    expect(excerpt).toMatch(/^- Country/);
  });

  it('keeps a single sentence whole, however long', () => {
    const sentence = `One ${'very '.repeat(200)}long sentence.`;
    expect(excerptIn(sentence, 'long')).toBe(sentence);
  });
});

describe('sectionsOf', () => {
  it('divides at headings, not at what only looks like one, and drops empty parts', () => {
    const body = 'Opening.\n\n## **One**\n\n```\n## code\n```\n\n## Empty\n\n### Two\n\nText.\n\n---\n';
    expect(sectionsIn(body).map(({ heading, blocks }) => [heading, ...blocks])).toEqual([
      ['', 'Opening.'],
      ['One', '```\n## code\n```'],
      ['Two', 'Text.'],
    ]);
  });
});
