import { html } from 'hono/html';
import type { Markup } from '../pictures/drawing.js';

/** The way back up: links to the pages above this one, then its own name. */
export function breadcrumbs(above: readonly (readonly [href: string, name: string])[], here: string): Markup {
  return html`<nav class="breadcrumbs" aria-label="Breadcrumbs"><ol>
${above.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}
<li aria-current="page">${here}</li>
</ol></nav>`;
}
