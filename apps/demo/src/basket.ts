import { findProduct } from './catalogue/catalogue.js';
import type { ColourName } from './catalogue/colours.js';
import type { Product, Size } from './catalogue/product.js';

/** So many of one product, in one colour and size. `quantity` is 1 to {@link MOST_OF_ONE}. */
export interface BasketLine {
  readonly product: Product;
  readonly colour: ColourName;
  readonly size: Size;
  readonly quantity: number;
}

/** The most pieces of one line. */
export const MOST_OF_ONE = 9;

/** Names a line by words, as a cookie or a form carries it. Anything may stand in these. */
export interface LineChoice {
  readonly slug: string;
  readonly colour: string;
  readonly size: string;
}

/** The line that a choice means; an unknown colour or size becomes the product's first, an unknown product nothing. */
export function lineOf(choice: LineChoice, quantity: number): BasketLine | undefined {
  const product = findProduct(choice.slug);
  if (!product || !(quantity >= 1)) return undefined;
  return {
    product,
    colour: product.colours.find((colour) => colour === choice.colour) ?? product.colours[0],
    size: product.sizes.find((size) => size.name === choice.size) ?? product.sizes[0],
    quantity: Math.min(Math.floor(quantity), MOST_OF_ONE),
  };
}

/** Reads what {@link writeBasket} wrote; what it does not understand it leaves out. */
export function readBasket(text: string | undefined): BasketLine[] {
  return (text ?? '').split('|').flatMap((entry) => {
    const [slug = '', colour = '', size = '', quantity = ''] = entry.split(':');
    return lineOf({ slug, colour, size }, Number(quantity)) ?? [];
  });
}

/** The basket as one short text, for a cookie. */
export function writeBasket(lines: readonly BasketLine[]): string {
  return lines
    .map(({ product, colour, size, quantity }) => [product.slug, colour, size.name, quantity].join(':'))
    .join('|');
}

/** The basket with one line's quantity changed: in its place, at the end when it is new, gone when it falls below 1. */
export function withLine(
  lines: readonly BasketLine[],
  choice: LineChoice,
  change: (quantityNow: number) => number,
): BasketLine[] {
  const wanted = lineOf(choice, 1);
  if (!wanted) return [...lines];
  const isWanted = (line: BasketLine) =>
    line.product === wanted.product && line.colour === wanted.colour && line.size === wanted.size;
  const now = lines.find(isWanted)?.quantity ?? 0;
  const next = lineOf(choice, change(now));
  if (now === 0) return next ? [...lines, next] : [...lines];
  return lines.flatMap((line) => (isWanted(line) ? (next ?? []) : line));
}

/** How many pieces lie in the basket. */
export function countPieces(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** What the basket costs, in whole euros. */
export function totalEuros(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.size.euros, 0);
}
