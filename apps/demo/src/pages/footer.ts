import { html } from 'hono/html';
import { CATEGORIES } from '../catalogue/catalogue.js';
import type { Markup } from '../pictures/drawing.js';

type Link = readonly [href: string, name: string];

const HELP: readonly Link[] = [
  ['/help/delivery-times-and-costs', 'Delivery'],
  ['/help/returns', 'Returns and refunds'],
  ['/help/warranty', 'Five-year warranty'],
  ['/help', 'All help'],
];

const FERNWEH: readonly Link[] = [
  ['/about', 'About us'],
  ['/contact', 'Contact'],
  ['/help/materials-and-sustainability', 'Materials'],
  ['/help/repairs', 'Repairs'],
];

function column(title: string, links: readonly Link[]): Markup {
  return html`<section>
<h2>${title}</h2>
<ul>${links.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}</ul>
</section>`;
}

/** The foot of every page. */
export function footer(): Markup {
  return html`<footer class="site-footer">
<div class="wide">
<div class="footer-columns">
<p class="footer-lead"><strong>Fernweh</strong>Bags and gear for everyday travel. Drawn in Lisbon, sewn to be mended.</p>
${column(
  'Shop',
  CATEGORIES.map(({ id, name }): Link => [`/shop?category=${id}`, name]),
)}
${column('Help', HELP)}
${column('Fernweh', FERNWEH)}
</div>
<p class="footer-note">Fernweh is not a real shop. It was built to show what Baton does on a website; nothing here can be ordered.</p>
</div>
</footer>`;
}
