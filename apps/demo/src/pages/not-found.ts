import { html } from 'hono/html';
import type { Page } from './layout.js';

/** What stands where there is no page. */
export function notFoundPage(): Page {
  return {
    title: 'Page not found',
    description: 'There is no page at this address.',
    content: html`<div class="wide not-found">
<div>
<p class="eyebrow">404</p>
<h1>Far away, but not here.</h1>
<p class="lead">There is no page at this address. It may have moved, or it never was.</p>
<p class="actions"><a class="button" href="/">Back to the start</a><a class="quiet-link" href="/help">Look in the help pages</a></p>
</div>
<img class="picture ground-sky" src="/shop/pictures/rain-cover-sand.svg" alt="" width="400" height="480">
</div>`,
  };
}
