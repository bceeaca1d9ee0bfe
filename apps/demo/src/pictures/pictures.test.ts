import { expect, test } from 'vitest';
import { PRODUCTS } from '../catalogue/catalogue.js';
import { drawPicture, pictureUrl } from './pictures.js';

test('every product has a picture in each of its colours', async () => {
  for (const product of PRODUCTS) {
    for (const colour of product.colours) {
      const name = pictureUrl(product, colour).replace(/^\/shop\/pictures\/(.+)\.svg$/, '$1');
      const svg = String(await drawPicture(name));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="400" height="480"/);
      expect(svg).not.toMatch(/undefined|NaN|\[object/);
    }
  }
});

test('no id stands twice in a picture, since the second would take the first one’s shape', async () => {
  for (const name of ['lisbon-day', 'lisbon-night', 'workshop-day', 'workshop-night', 'packing-cubes-sand']) {
    const ids = [...String(await drawPicture(name)).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('there is no picture of what is not sold, nor of what every object has', () => {
  for (const name of ['', 'sling', 'sling-pink', 'trunk-moss', 'constructor-moss', 'sling-constructor']) {
    expect(drawPicture(name)).toBeUndefined();
  }
});
