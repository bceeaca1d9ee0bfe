import { html } from 'hono/html';
import { COLOURS, type ColourName } from '../catalogue/colours.js';
import type { Product, ProductKind } from '../catalogue/product.js';
import { bottle } from './bottle.js';
import { daypack } from './daypack.js';
import type { Drawing, Markup } from './drawing.js';
import { duffel } from './duffel.js';
import { lisbonByDay, lisbonByNight } from './lisbon.js';
import { packingCubes } from './packing-cubes.js';
import { rainCover } from './rain-cover.js';
import { rollTop } from './roll-top.js';
import { sling } from './sling.js';
import { techOrganiser } from './tech-organiser.js';
import { travelPack } from './travel-pack.js';
import { washBag } from './wash-bag.js';
import { workshopByDay, workshopByNight } from './workshop.js';

const DRAWINGS: Readonly<Record<ProductKind, Drawing>> = {
  bottle,
  daypack,
  duffel,
  'packing-cubes': packingCubes,
  'rain-cover': rainCover,
  'roll-top': rollTop,
  sling,
  'tech-organiser': techOrganiser,
  'travel-pack': travelPack,
  'wash-bag': washBag,
};

const SCENES: ReadonlyMap<string, () => Markup> = new Map([
  ['lisbon-day', lisbonByDay],
  ['lisbon-night', lisbonByNight],
  ['workshop-day', workshopByDay],
  ['workshop-night', workshopByNight],
]);

function isKind(kind: string): kind is ProductKind {
  return Object.hasOwn(DRAWINGS, kind);
}

function isColour(name: string): name is ColourName {
  return Object.hasOwn(COLOURS, name);
}

/** The SVG document behind `/shop/pictures/<name>.svg`, or `undefined` when there is no such picture. */
export function drawPicture(name: string): Markup | undefined {
  const scene = SCENES.get(name);
  if (scene) return scene();
  const cut = name.lastIndexOf('-');
  const kind = name.slice(0, cut);
  const colour = name.slice(cut + 1);
  if (!isKind(kind) || !isColour(colour)) return undefined;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="480" viewBox="0 0 400 480">${DRAWINGS[kind](COLOURS[colour])}</svg>`;
}

/** Where a product's picture in one of its colours is served; 400 by 480 units, transparent. */
export function pictureUrl(product: Product, colour: ColourName): string {
  return `/shop/pictures/${product.kind}-${colour}.svg`;
}

/** What a product's picture shows, in words. */
export function pictureText(product: Product, colour: ColourName): string {
  return `${product.name} in ${colour}`;
}
