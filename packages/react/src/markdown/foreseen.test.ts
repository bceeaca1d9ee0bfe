import { describe, expect, it, test } from 'vitest';
import { foreseen } from './foreseen.js';
import { type Blocks, blocksOf, extendBlocks } from './lex.js';

test.each([
  ['so **bo', 'so **bo**'],
  ['so **bold*', 'so **bold**'],
  ['so **bold**', 'so **bold**'],
  ['so **', 'so '],
  ['**a *b', '**a *b***'],
  ['run `npm **x', 'run `npm **x`'],
  ['see [our retur', 'see our retur'],
  ['see [our returns](/help/ret', 'see our returns'],
  ['see [our returns](/help/returns)', 'see [our returns](/help/returns)'],
  ['- **first', '- **first**'],
  ['**one line\nand **another', '**one line\nand **another**'],
])('%j is shown as %j', (text, shown) => expect(foreseen(text)).toBe(shown));

test.each(['2 * 3 = 6', '5*3=15', 'snake_case', '* item', '```js\na **b', ''])(
  '%j is shown as it is',
  (text) => expect(foreseen(text)).toBe(text),
);

describe('an answer that is being written', () => {
  const answer =
    'You have **30 days**, and *two* weeks more with `CARE`; see [our returns](/help/returns).\n\n- **First:** pack it\n- Then [ask](/help) us\n\n```js\nconst a = b ** c;\n```\n\nThat is *not* **all**';
  const wordsOf = (token: unknown): string => {
    const { text, tokens, items, type } = token as Record<string, never> & { tokens?: []; items?: [] };
    const inner: unknown[] | undefined = items ?? tokens;
    if (type === 'code' || type === 'codespan') return '';
    return inner ? inner.map(wordsOf).join('') : String(text ?? '');
  };

  it('shows none of its marks at any length', () => {
    let grown: Blocks | null = null;
    for (let length = 1; length <= answer.length; length += 1) {
      grown = extendBlocks(grown, answer.slice(0, length));
      const shown = (grown.blocks ?? []).map(({ token }) => wordsOf(token)).join('\n');
      expect(shown).not.toMatch(/[*[\]`]/);
    }
    expect(grown?.blocks).toEqual(blocksOf(answer).blocks);
  });

  it('ends as it was written, whatever it seemed to begin', () => {
    const text = 'see [1] and **that';
    expect(extendBlocks(null, text).blocks?.[0]?.token.raw).toBe('see [1] and **that**');
    expect(blocksOf(text).blocks?.[0]?.token.raw).toBe(text);
  });

  it('costs no more than a blink, whatever is in it', () => {
    for (const piece of ['*', '**a ', '[', '[a](', '`'])
      for (const end of ['', 'x']) {
        const startedAt = performance.now();
        foreseen(piece.repeat(4000) + end);
        expect(performance.now() - startedAt, piece).toBeLessThan(1500);
      }
  });
});
