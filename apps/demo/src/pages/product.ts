import { html } from 'hono/html';
import { CATEGORIES, companionsOf, formatEuros } from '../catalogue/catalogue.js';
import { COLOURS, type ColourName } from '../catalogue/colours.js';
import type { Product, Size } from '../catalogue/product.js';
import type { Markup } from '../pictures/drawing.js';
import { pictureText, pictureUrl } from '../pictures/pictures.js';
import { breadcrumbs } from './breadcrumbs.js';
import type { Page } from './layout.js';
import { productGrid } from './product-card.js';

function colourChoice(product: Product, chosen: ColourName): Markup {
  return html`<fieldset class="choice"><legend>Colour</legend><div class="choice-row">
${product.colours.map(
  (colour) =>
    html`<label class="pill"><input type="radio" name="colour" value="${colour}" ${colour === chosen ? 'checked' : ''} data-picture="${pictureUrl(product, colour)}" data-picture-text="${pictureText(product, colour)}"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="7.4" stroke="currentColor" stroke-opacity=".35" fill="${COLOURS[colour].fabric}"/></svg><span>${colour}</span></label>`,
)}
</div></fieldset>`;
}

function sizeChoice(product: Product, chosen: Size): Markup {
  if (product.sizes.length === 1) return html`<input type="hidden" name="size" value="${chosen.name}">`;
  return html`<fieldset class="choice"><legend>Size</legend><div class="choice-row">
${product.sizes.map(
  (size) =>
    html`<label class="pill"><input type="radio" name="size" value="${size.name}" ${size === chosen ? 'checked' : ''} data-price="${formatEuros(size.euros)}"><span>${size.name}</span></label>`,
)}
</div></fieldset>`;
}

function promises(product: Product): Markup {
  return html`<ul class="promises">
<li><a href="/help/delivery-times-and-costs">Delivered from Lisbon</a>, free from €60 in Portugal and €100 in the EU</li>
<li><a href="/help/returns">Thirty days</a> to change your mind</li>
<li><a href="/help/warranty">${product.kind === 'bottle' ? 'Two' : 'Five'}-year warranty</a>, and ${product.kind === 'bottle' ? 'spare parts' : 'repairs'} long after</li>
</ul>`;
}

/** One product, in one of its colours; a colour it does not come in shows its first. */
export function productPage(product: Product, wantedColour: string | undefined): Page {
  const colour = product.colours.find((each) => each === wantedColour) ?? product.colours[0];
  const [size] = product.sizes;
  const category = CATEGORIES.find(({ id }) => id === product.category)?.name ?? 'Shop';
  return {
    title: product.name,
    description: `${product.tagline}. ${product.description}`,
    section: 'shop',
    content: html`<div class="wide">
${breadcrumbs(
  [
    ['/shop', 'Shop'],
    [`/shop?category=${product.category}`, category],
  ],
  product.name,
)}
<div class="product">
<img id="product-picture" class="picture ground-${product.ground}" src="${pictureUrl(product, colour)}" alt="${pictureText(product, colour)}" width="400" height="480">
<div class="product-words">
<h1>${product.name}</h1>
<p class="lead">${product.tagline}</p>
<p class="price" id="product-price">${formatEuros(size.euros)}</p>
<form method="post" action="/basket" data-adds-to-basket>
<input type="hidden" name="slug" value="${product.slug}">
${colourChoice(product, colour)}
${sizeChoice(product, size)}
<button class="button" type="submit">Add to basket</button>
<p class="added" role="status"></p>
</form>
${promises(product)}
</div>
</div>
<div class="product-details">
<section aria-labelledby="what-it-is"><h2 id="what-it-is">What it is</h2><p>${product.description}</p>
<ul class="features">${product.features.map((feature) => html`<li>${feature}</li>`)}</ul></section>
<section aria-labelledby="measurements"><h2 id="measurements">Measurements</h2>
<dl class="specs">${product.specs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
</div>
</div>
<section class="wide band" aria-labelledby="companions"><h2 id="companions">Goes well with it</h2>${productGrid(companionsOf(product), 3)}</section>`,
  };
}
