import { html } from 'hono/html';
import { findProduct } from '../catalogue/catalogue.js';
import { howThisDemoWorks } from './how-this-demo-works.js';
import type { Page } from './layout.js';
import { productGrid } from './product-card.js';
import { scene } from './scene.js';

const FEATURED = ['longe-travel-pack', 'tejo-roll-top', 'volta-sling', 'fonte-bottle'];

const REASONS = [
  {
    title: 'Made to be mended',
    text: 'Every part that can fail can be replaced. For five years we do it free; after that, for the price of a lunch.',
    href: '/help/warranty',
    link: 'The warranty',
  },
  {
    title: 'Thirty days at home',
    text: 'Pack it, carry it up and down the stairs. If it is not right for you, it goes back, no questions.',
    href: '/help/returns',
    link: 'Returns and refunds',
  },
  {
    title: 'Sewn where we can visit',
    text: 'Our bags come from a family firm in Guimarães, three hours up the line. We are there every week.',
    href: '/help/where-our-bags-are-made',
    link: 'Where they are made',
  },
];

/** The home page. */
export function homePage(): Page {
  const featured = FEATURED.flatMap((slug) => findProduct(slug) ?? []);
  return {
    description:
      'Backpacks, duffels and small things for everyday travel, drawn in Lisbon and built to be mended.',
    content: html`<section class="hero wide">
<div class="hero-words">
<p class="eyebrow"><em lang="de">Fernweh</em>: the longing for faraway places</p>
<h1>Bags for the ache of elsewhere.</h1>
<p class="lead">Bags and gear for everyday travel, drawn in Lisbon and built to be mended. For the trip you have booked, and the one you keep looking up.</p>
<p class="actions"><a class="button" href="/shop">Shop all bags</a><a class="quiet-link" href="/help/choosing-a-backpack">Which backpack is right for me?</a></p>
</div>
${scene('lisbon', 'A travel pack, a duffel and a bottle on a quay of the Tejo, with the hills of Lisbon behind them', 'hero-picture')}
</section>

<section class="wide band" aria-labelledby="featured">
<div class="band-head"><h2 id="featured">Ready when you are</h2><a class="quiet-link" href="/shop">See everything</a></div>
${productGrid(featured, 3)}
</section>

<section class="wide band story" aria-labelledby="mended">
${scene('workshop', 'A sewing machine on a bench, shelves of thread, and a daypack waiting to be mended', 'story-picture')}
<div class="story-words">
<h2 id="mended">A bag should outlive the trip.</h2>
<p>Behind our shop in Rua das Gaivotas, four people do nothing but mend bags. Zips, seams, straps, and now and then what the dog did.</p>
<p>A main zip is €18, a buckle is €6, and under warranty it is nothing at all.</p>
<p><a class="quiet-link" href="/help/repairs">How repairs work</a></p>
</div>
</section>

<section class="wide band" aria-labelledby="reasons">
<h2 id="reasons" class="visually-hidden">Why Fernweh</h2>
<ul class="reasons">
${REASONS.map(
  (reason) =>
    html`<li><h3>${reason.title}</h3><p>${reason.text}</p><p><a class="quiet-link" href="${reason.href}">${reason.link}</a></p></li>`,
)}
</ul>
</section>

<section class="band quote" aria-label="What people say">
<figure class="wide">
<blockquote><p>My Longe has been to eleven countries and twice to the workshop. It came back both times looking better than I did.</p></blockquote>
<figcaption>Inês Carvalho, Coimbra</figcaption>
</figure>
</section>
${howThisDemoWorks()}`,
  };
}
