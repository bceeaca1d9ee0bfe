import { html } from 'hono/html';
import type { Markup } from '../pictures/drawing.js';

/** The note for whoever tries the demo: the handoff in four steps, from both sides. */
export function howThisDemoWorks(): Markup {
  return html`<section id="how-this-demo-works" class="wide band demo-note" aria-labelledby="demo-title" tabindex="-1">
<div>
<p class="eyebrow">About this demo</p>
<h2 id="demo-title">How this demo works</h2>
<p>You are the visitor; in a second window you are also the human who answers. The bar at the top of every page says who has the conversation.</p>
<p>Each component, theme and state by itself is in <a href="/storybook/">Storybook</a>.</p>
</div>
<ol>
<li><strong>Open the chat</strong> at the bottom right and ask about returns. The bot answers from the shop’s help pages.</li>
<li><strong>Type “talk to a human”.</strong> The conversation is handed over, and you wait.</li>
<li><strong>Open <a href="/console" target="_blank" rel="noopener">the console</a></strong> in another window and sign in as the demo agent; the terminal that runs this demo shows the sign-in. Claim the conversation and answer.</li>
<li><strong>Resolve it there.</strong> The bot takes over again, and knows that a human spoke.</li>
</ol>
</section>`;
}
