import { expect, test } from 'vitest';
import { countPieces, lineOf, MOST_OF_ONE, readBasket, totalEuros, withLine, writeBasket } from './basket.js';

const bottle = { slug: 'fonte-bottle', colour: 'charcoal', size: '750 ml' };
const sling = { slug: 'volta-sling', colour: 'moss', size: '6 L' };
const oneMore = (quantityNow: number) => quantityNow + 1;

test('the same choice again is one line with one more; another size is a line of its own', () => {
  let lines = withLine([], bottle, oneMore);
  lines = withLine(lines, sling, oneMore);
  lines = withLine(lines, bottle, oneMore);
  lines = withLine(lines, { ...bottle, size: '500 ml' }, oneMore);
  expect(lines.map(({ product, size, quantity }) => [product.slug, size.name, quantity])).toEqual([
    ['fonte-bottle', '750 ml', 2],
    ['volta-sling', '6 L', 1],
    ['fonte-bottle', '500 ml', 1],
  ]);
  expect(countPieces(lines)).toBe(4);
  expect(totalEuros(lines)).toBe(2 * 34 + 55 + 28);
});

test('what is written is read again', () => {
  const lines = withLine(
    withLine([], bottle, () => 3),
    sling,
    oneMore,
  );
  expect(readBasket(writeBasket(lines))).toEqual(lines);
});

test('a line leaves when its quantity falls below one, and never passes the most', () => {
  const lines = withLine([], bottle, () => 40);
  expect(countPieces(lines)).toBe(MOST_OF_ONE);
  expect(withLine(lines, bottle, () => 0)).toEqual([]);
  expect(withLine(lines, bottle, () => Number.NaN)).toEqual([]);
});

test('a product that is gone is left out; a colour or size that is gone becomes the first', () => {
  expect(readBasket('steamer-trunk:moss:80 L:1|volta-sling:moss:6 L:0|nonsense|')).toEqual([]);
  expect(lineOf({ slug: 'fonte-bottle', colour: 'pink', size: '3 l' }, 1)).toMatchObject({
    colour: 'sand',
    size: { name: '500 ml' },
  });
  expect(readBasket(undefined)).toEqual([]);
});
