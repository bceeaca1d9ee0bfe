import type { Product } from './product.js';

const SEWN_IN = ['Sewn in', 'Ho Chi Minh City, Vietnam'] as const;

/** What goes into a bag, over it, or beside it. */
export const ACCESSORIES: readonly Product[] = [
  {
    slug: 'arruma-packing-cubes',
    name: 'Arruma Packing Cubes',
    kind: 'packing-cubes',
    category: 'packing',
    ground: 'mist',
    tagline: 'Three rooms for your clothes',
    description:
      'A set of three cubes that turns any bag into a chest of drawers. Shirts in one, the rest in another, and you never again unpack everything to find a sock.',
    features: [
      'The whole set fits the Longe, and fits the Cais twice',
      'M and L have a second zip that presses them together by a third',
      'The one thing of ours you may put in a washing machine',
    ],
    specs: [
      ['S', '18 × 12 × 8 cm'],
      ['M', '28 × 20 × 8 cm'],
      ['L', '36 × 26 × 9 cm'],
      ['Weight', '0.24 kg together'],
      SEWN_IN,
    ],
    colours: ['sand', 'charcoal'],
    sizes: [{ name: 'Set of three', euros: 39 }],
  },
  {
    slug: 'fio-tech-organiser',
    name: 'Fio Tech Organiser',
    kind: 'tech-organiser',
    category: 'packing',
    ground: 'lilac',
    tagline: 'Every cable has a loop of its own',
    description:
      'Opens flat, like a book. Cables on the left, cards and power bank on the right, and no more knot at the bottom of the bag.',
    features: [
      'Six elastic loops and two mesh pockets',
      'A padded place for a power bank up to 20,000 mAh',
      'A slip for SIM cards, so that they are found again',
    ],
    specs: [['Size', '24 × 14 × 6 cm'], ['Weight', '0.19 kg'], SEWN_IN],
    colours: ['charcoal', 'sand'],
    sizes: [{ name: 'One size', euros: 36 }],
  },
  {
    slug: 'banho-wash-bag',
    name: 'Banho Wash Bag',
    kind: 'wash-bag',
    category: 'packing',
    ground: 'sky',
    tagline: 'Stands up next to any sink',
    description:
      'A boxy wash bag that stands by itself at the basin or hangs from its own hook. Room for a full-size toothbrush, because the small ones are no good.',
    features: [
      'A clear pouch for liquids that comes out at security',
      'Four pockets, and bottles up to 17 cm stand upright',
      'A lining you wipe clean with a damp cloth',
    ],
    specs: [['Size', '26 × 16 × 10 cm'], ['Weight', '0.27 kg'], SEWN_IN],
    colours: ['sand', 'charcoal'],
    sizes: [{ name: 'One size', euros: 42 }],
  },
  {
    slug: 'fonte-bottle',
    name: 'Fonte Bottle',
    kind: 'bottle',
    category: 'on-the-road',
    ground: 'sage',
    tagline: 'Cold at noon, warm on the night train',
    description:
      'An insulated steel bottle with a cap you can carry on one finger. The small one fits the side pockets of every backpack we make, and under most of the fountains of Lisbon.',
    features: [
      'Cold for 24 hours, hot for 12',
      'The steel body may go into the dishwasher',
      'Spare lids and seals in stock, so it stays in use',
    ],
    specs: [
      ['500 ml', '7 × 22 cm, 0.29 kg'],
      ['750 ml', '7 × 28 cm, 0.36 kg'],
      ['Steel', '18/8, double-walled, free of BPA'],
      ['Made in', 'Yongkang, China'],
    ],
    colours: ['sand', 'charcoal'],
    sizes: [
      { name: '500 ml', euros: 28 },
      { name: '750 ml', euros: 34 },
    ],
  },
  {
    slug: 'chuva-rain-cover',
    name: 'Chuva Rain Cover',
    kind: 'rain-cover',
    category: 'on-the-road',
    ground: 'blush',
    tagline: 'Out of its pocket in ten seconds',
    description:
      'It weighs as much as a bar of chocolate and packs to the size of an apple. Pull it over, draw the cord, walk on.',
    features: [
      'Goes over the whole bag, not just its front',
      'Reflects light in the dark',
      'Its pouch is sewn to it, so it cannot be lost',
    ],
    specs: [
      ['S', 'for the Alba'],
      ['M', 'for the Tejo'],
      ['L', 'for the Longe, and bags up to 45 L'],
      ['Weight', '0.09 kg'],
      SEWN_IN,
    ],
    colours: ['sand', 'charcoal'],
    sizes: [
      { name: 'S', euros: 22 },
      { name: 'M', euros: 22 },
      { name: 'L', euros: 22 },
    ],
  },
];
