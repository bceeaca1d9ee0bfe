import type { Product } from './product.js';

const FABRIC = ['Fabric', '600-denier polyester, all of it recycled'] as const;
const SEWN_IN = ['Sewn in', 'Guimarães, Portugal'] as const;

/** The bags one carries: backpacks, the duffel and the sling. */
export const BAGS: readonly Product[] = [
  {
    slug: 'alba-daypack',
    name: 'Alba Daypack',
    kind: 'daypack',
    category: 'backpacks',
    ground: 'sage',
    tagline: 'The one you take without thinking',
    description:
      'A light 20-litre pack for the days that start at a desk and end somewhere else. It stands up on its own, opens wide, and never looks too sporty for dinner.',
    features: [
      'Padded pocket for a 14-inch laptop, hung 3 cm off the floor',
      'Two side pockets, each for a 500 ml bottle',
      'A quiet back pocket for passport and phone',
    ],
    specs: [
      ['Volume', '20 L'],
      ['Size', '44 × 28 × 15 cm'],
      ['Weight', '0.78 kg'],
      ['Laptop', 'up to 14 inches'],
      ['Rain', 'a shower, about 20 minutes'],
      FABRIC,
      SEWN_IN,
    ],
    colours: ['moss', 'charcoal', 'terracotta'],
    sizes: [{ name: '20 L', euros: 95 }],
  },
  {
    slug: 'tejo-roll-top',
    name: 'Tejo Roll-Top',
    kind: 'roll-top',
    category: 'backpacks',
    ground: 'sky',
    tagline: 'Grows by four litres, shrugs off rain',
    description:
      'Roll it tight for the commute, let it out for the market. The Tejo closes with one hook in the middle or two buckles at the sides, and its rolled mouth keeps an Atlantic shower out.',
    features: [
      'Rolls from 24 up to 28 litres',
      'Padded pocket for a 16-inch laptop that opens flat at security',
      'Welded seams: the most waterproof bag we make',
    ],
    specs: [
      ['Volume', '24–28 L'],
      ['Size', '48 × 30 × 16 cm'],
      ['Weight', '0.92 kg'],
      ['Laptop', 'up to 16 inches'],
      ['Rain', 'steady rain, several hours'],
      FABRIC,
      SEWN_IN,
    ],
    colours: ['terracotta', 'charcoal', 'moss'],
    sizes: [{ name: '24–28 L', euros: 119 }],
  },
  {
    slug: 'longe-travel-pack',
    name: 'Longe Travel Pack',
    kind: 'travel-pack',
    category: 'backpacks',
    ground: 'sand',
    tagline: 'Five days away, all in the cabin',
    description:
      '“Longe” means far. Thirty-eight litres that open flat like a suitcase and carry like a backpack, so that the trip fits above your seat and nothing of yours goes round on a carousel.',
    features: [
      'Opens all the way round and lies flat to pack',
      'Two compression straps bring a half-full pack back to size',
      'A hip belt for the long way to the gate, off in a second',
    ],
    specs: [
      ['Volume', '38 L'],
      ['Size', '54 × 34 × 20 cm'],
      ['Weight', '1.45 kg'],
      ['Laptop', 'up to 17 inches'],
      ['Rain', 'steady rain, about an hour'],
      FABRIC,
      SEWN_IN,
    ],
    colours: ['charcoal', 'moss', 'terracotta'],
    sizes: [{ name: '38 L', euros: 185 }],
  },
  {
    slug: 'cais-duffel',
    name: 'Cais Duffel',
    kind: 'duffel',
    category: 'duffels-and-slings',
    ground: 'blush',
    tagline: 'Forty-five litres, no opinions',
    description:
      'Named for the quays it was drawn on. The Cais swallows a weekend or a gym week, goes over a shoulder or on your back, and folds into its own end pocket between trips.',
    features: [
      'Three ways to carry it: in the hand, on one shoulder, on the back',
      'A compartment of its own for shoes or wet things',
      'Folds down to 30 × 28 × 8 cm',
    ],
    specs: [
      ['Volume', '45 L'],
      ['Size', '30 × 55 × 28 cm'],
      ['Weight', '0.95 kg'],
      ['Rain', 'a shower, and a wet floor'],
      FABRIC,
      SEWN_IN,
    ],
    colours: ['terracotta', 'moss', 'charcoal'],
    sizes: [{ name: '45 L', euros: 98 }],
  },
  {
    slug: 'volta-sling',
    name: 'Volta Sling',
    kind: 'sling',
    category: 'duffels-and-slings',
    ground: 'lilac',
    tagline: 'For a turn around the block, or the world',
    description:
      'Six litres that sit close to the body: a small camera, a bottle, a light jacket, and the things you keep checking you still have.',
    features: [
      'A soft pocket for an 11-inch tablet',
      'Room for a 500 ml bottle, standing up',
      'Fits inside the Longe when you board',
    ],
    specs: [
      ['Volume', '6 L'],
      ['Size', '20 × 32 × 10 cm'],
      ['Weight', '0.34 kg'],
      ['Tablet', 'up to 11 inches'],
      ['Rain', 'a shower'],
      FABRIC,
      SEWN_IN,
    ],
    colours: ['charcoal', 'terracotta', 'moss'],
    sizes: [{ name: '6 L', euros: 55 }],
  },
];
