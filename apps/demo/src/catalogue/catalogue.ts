import { ACCESSORIES } from './accessories.js';
import { BAGS } from './bags.js';
import type { CategoryId, Product } from './product.js';

/** Everything the shop sells, in the order it is shown. */
export const PRODUCTS: readonly Product[] = [...BAGS, ...ACCESSORIES];

/** The categories with the names visitors read, in the order of the filter. */
export const CATEGORIES: readonly { readonly id: CategoryId; readonly name: string }[] = [
  { id: 'backpacks', name: 'Backpacks' },
  { id: 'duffels-and-slings', name: 'Duffels and slings' },
  { id: 'packing', name: 'Packing' },
  { id: 'on-the-road', name: 'On the road' },
];

/** The product with this slug, or `undefined`. */
export function findProduct(slug: string): Product | undefined {
  return PRODUCTS.find((product) => product.slug === slug);
}

/** Four others that go with it: one of each other category, and then the next in the shop. */
export function companionsOf(product: Product): Product[] {
  const at = PRODUCTS.indexOf(product);
  const others = [...PRODUCTS.slice(at + 1), ...PRODUCTS.slice(0, at)];
  const firstOfEach = CATEGORIES.filter(({ id }) => id !== product.category).flatMap(
    ({ id }) => others.find(({ category }) => category === id) ?? [],
  );
  return [...new Set([...firstOfEach, ...others])].slice(0, 4);
}

/** Whole euros as the shop writes them: `€185`. */
export function formatEuros(euros: number): string {
  return `€${euros.toLocaleString('en-IE')}`;
}
