import { html } from 'hono/html';
import type { Page } from './layout.js';
import { scene } from './scene.js';

/** Who makes the bags. */
export function aboutPage(): Page {
  return {
    title: 'About',
    description: 'Nineteen people in Lisbon who make bags for everyday travel, and mend them.',
    section: 'about',
    content: html`<div class="wide page-head">
<p class="eyebrow">Since 2016, in Lisbon</p>
<h1>We make few things, and look after them.</h1>
<p class="lead"><em lang="de">Fernweh</em> is German for the longing for faraway places. Portuguese has <em lang="pt">saudade</em>, which looks back; we wanted the word that looks ahead.</p>
</div>
<div class="wide">${scene('workshop', 'Our repair bench: a sewing machine, shelves of thread, and a daypack waiting its turn', 'about-picture')}</div>
<div class="wide about-text">
<section class="prose"><h2>How it began</h2>
<p>Marta Queirós had a bag whose zip gave up at the airport of Ponta Delgada. Jonas Adler had a sewing machine. The first Longe was made of a sail and a tent, in the kitchen of a flat with a view of one chimney and a little of the Tejo.</p>
<p>Today we are nineteen, and the company belongs to those who work in it. The chimney is still there.</p></section>
<section class="prose"><h2>What we hold to</h2>
<p>Ten products, and a new one only when an old one goes. Recycled fabric, no PFAS, nothing from an animal. Parts for ten years after a bag leaves the range. And a workshop whose four people are allowed to say that a thing is not worth mending, and hardly ever do.</p></section>
<section class="prose"><h2>Come by</h2>
<p>Rua das Gaivotas 14, eight minutes uphill from Cais do Sodré. Dogs are welcome, and so is the bag you bought in 2016. <a href="/help/shop-in-lisbon">Opening hours and directions</a>.</p></section>
</div>`,
  };
}
