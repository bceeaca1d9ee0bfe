import { html } from 'hono/html';
import type { Page } from './layout.js';

/** How to reach the people of the shop. */
export function contactPage(): Page {
  return {
    title: 'Contact',
    description: 'Six people in Lisbon answer your questions, Monday to Friday from 9:00 to 18:00.',
    content: html`<div class="wide page-head">
<h1>There are people here.</h1>
<p class="lead">Six of them answer your questions, Monday to Friday from 9:00 to 18:00, Lisbon time.</p>
</div>
<ul class="wide contact-ways">
<li><h2>Right here</h2><p>The round button at the bottom right is the quickest. A bot answers at any hour; ask it for a human while we are in, and one of us takes over.</p></li>
<li><h2>By email</h2><p><a href="mailto:hello@fernweh.example">hello@fernweh.example</a></p><p>We answer within one working day. For repairs, write to <a href="mailto:repairs@fernweh.example">repairs@fernweh.example</a>.</p></li>
<li><h2>By phone</h2><p><a href="tel:+351215550142">+351 21 555 01 42</a></p><p>Monday to Friday, 10:00 to 16:00.</p></li>
<li><h2>In the shop</h2><address>Rua das Gaivotas 14<br>1200-202 Lisboa<br>Portugal</address><p><a href="/help/shop-in-lisbon">Opening hours and directions</a></p></li>
</ul>`,
  };
}
