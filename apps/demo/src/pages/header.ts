import { html } from 'hono/html';
import type { Markup } from '../pictures/drawing.js';

/** The parts of the shop that the main navigation leads to. */
export type Section = 'about' | 'basket' | 'help' | 'shop';

const LINKS: readonly { readonly section: Section; readonly href: string; readonly name: string }[] = [
  { section: 'shop', href: '/shop', name: 'Shop' },
  { section: 'help', href: '/help', name: 'Help' },
  { section: 'about', href: '/about', name: 'About' },
];

function current(isCurrent: boolean): string {
  return isCurrent ? 'true' : 'false';
}

/** The bar that says who answers the chat now. `indicator.js` keeps it; the server's words are those of a fresh visit. */
function handoffBar(): Markup {
  return html`<aside class="handoff-bar" aria-label="About this demo">
<div class="wide">
<a href="/#how-this-demo-works">About this demo</a>
<p id="handoff-indicator" data-status="unknown"><span class="relay" aria-hidden="true"><span class="relay-baton"></span></span><span data-says>You are talking to the bot</span></p>
</div>
</aside>`;
}

/** The top of every page. */
export function header(section: Section | undefined, piecesInBasket: number): Markup {
  return html`${handoffBar()}
<header class="site-header">
<div class="wide">
<a class="wordmark" href="/" aria-label="Fernweh, home">Fernweh</a>
<nav aria-label="Main">
<ul>
${LINKS.map((link) => html`<li><a href="${link.href}" aria-current="${current(link.section === section)}">${link.name}</a></li>`)}
</ul>
</nav>
<a class="basket-link" href="/basket" aria-current="${current(section === 'basket')}">
<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M5 8h14l1 11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19.5ZM8.5 11V7a3.5 3.5 0 0 1 7 0v4"/></svg>
<span class="basket-word">Basket</span><span class="basket-count" data-basket-count>${piecesInBasket}</span>
</a>
</div>
</header>`;
}
