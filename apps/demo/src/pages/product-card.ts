import { html } from 'hono/html';
import { formatEuros } from '../catalogue/catalogue.js';
import { COLOURS } from '../catalogue/colours.js';
import type { Product } from '../catalogue/product.js';
import type { Markup } from '../pictures/drawing.js';
import { pictureText, pictureUrl } from '../pictures/pictures.js';

/** How a product's price reads in a list: `from` when its sizes cost differently. */
function priceOf(product: Product): string {
  const prices = product.sizes.map((size) => size.euros);
  const least = Math.min(...prices);
  return `${least === Math.max(...prices) ? '' : 'from '}${formatEuros(least)}`;
}

function card(product: Product, level: 2 | 3): Markup {
  const [colour] = product.colours;
  const name = html`<a href="/products/${product.slug}">${product.name}</a>`;
  return html`<li class="card">
<img class="picture ground-${product.ground}" src="${pictureUrl(product, colour)}" alt="${pictureText(product, colour)}" width="400" height="480" loading="lazy">
<div class="card-line">${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}<p class="price">${priceOf(product)}</p></div>
<p class="card-tagline">${product.tagline}</p>
<ul class="dots" aria-label="Colours">${product.colours.map((each) => html`<li><svg viewBox="0 0 12 12" width="12" height="12" role="img" aria-label="${each}"><circle cx="6" cy="6" r="5.4" stroke="currentColor" stroke-opacity=".35" fill="${COLOURS[each].fabric}"/></svg></li>`)}</ul>
</li>`;
}

/** Products as a grid of cards, each of them one link, with headings of the given level; `after` is one more cell. */
export function productGrid(products: readonly Product[], level: 2 | 3, after?: Markup): Markup {
  return html`<ul class="products">${products.map((product) => card(product, level))}${after}</ul>`;
}
