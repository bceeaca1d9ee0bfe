import { html } from 'hono/html';
import { CATEGORIES, PRODUCTS } from '../catalogue/catalogue.js';
import type { Markup } from '../pictures/drawing.js';
import type { Page } from './layout.js';
import { productGrid } from './product-card.js';

/** Fills the last row of four, so that no card stands alone. */
function hint(cards: number): Markup {
  return html`<li class="hint ${cards % 4 === 3 ? '' : 'hint-wide'}"><h2>Not sure which?</h2>
<p>Start from an ordinary day, not from the longest trip of your life.</p>
<p><a class="quiet-link" href="/help/choosing-a-backpack">How to choose</a></p></li>`;
}

/** All products, or those of one category; an unknown category shows all. */
export function productListPage(wanted: string | undefined): Page {
  const category = CATEGORIES.find(({ id }) => id === wanted);
  const products = category ? PRODUCTS.filter((product) => product.category === category.id) : PRODUCTS;
  const filters = [
    { href: '/shop', name: 'Everything', isCurrent: !category },
    ...CATEGORIES.map(({ id, name }) => ({
      href: `/shop?category=${id}`,
      name,
      isCurrent: id === category?.id,
    })),
  ];
  return {
    title: category?.name ?? 'Shop',
    description: `${category?.name ?? 'Everything'} by Fernweh: made to be carried every day, and mended for years.`,
    section: 'shop',
    content: html`<div class="wide page-head">
<h1>${category?.name ?? 'Everything we make'}</h1>
<p class="lead">${category ? '' : 'Ten things, and we think that is enough. '}All prices include VAT.</p>
<nav class="filters" aria-label="Categories"><ul>
${filters.map(({ href, name, isCurrent }) => html`<li><a href="${href}" aria-current="${isCurrent ? 'page' : 'false'}">${name}</a></li>`)}
</ul></nav>
</div>
<div class="wide">${productGrid(products, 2, hint(products.length))}</div>`,
  };
}
