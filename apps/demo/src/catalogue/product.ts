import type { ColourName } from './colours.js';

/** Where a product stands in the shop. */
export type CategoryId = 'backpacks' | 'duffels-and-slings' | 'packing' | 'on-the-road';

/** The drawing that shows a product. */
export type ProductKind =
  | 'bottle'
  | 'daypack'
  | 'duffel'
  | 'packing-cubes'
  | 'rain-cover'
  | 'roll-top'
  | 'sling'
  | 'tech-organiser'
  | 'travel-pack'
  | 'wash-bag';

/** The soft colour a product's picture stands on; the style sheet has one of each for light and for dark. */
type Ground = 'blush' | 'lilac' | 'mist' | 'sage' | 'sand' | 'sky';

/** One size a product is sold in, with its price in whole euros, Portuguese VAT included. */
export interface Size {
  readonly name: string;
  readonly euros: number;
}

/** One product of the shop, as its page shows it. */
export interface Product {
  /** Its address: `/products/<slug>`. */
  readonly slug: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly category: CategoryId;
  readonly ground: Ground;
  /** One line for lists, without a full stop. */
  readonly tagline: string;
  /** Two or three sentences for its page. */
  readonly description: string;
  /** What it does for the person who carries it. */
  readonly features: readonly string[];
  /** Name and value of each measurement, in the order shown. */
  readonly specs: readonly (readonly [name: string, value: string])[];
  /** At least one; the first is shown first. */
  readonly colours: readonly [ColourName, ...ColourName[]];
  /** At least one; the first is the one whose price lists show. */
  readonly sizes: readonly [Size, ...Size[]];
}
