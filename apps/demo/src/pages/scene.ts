import { html } from 'hono/html';
import type { Markup } from '../pictures/drawing.js';

/** A wide illustration that turns to its night version on a dark page. */
export function scene(name: 'lisbon' | 'workshop', text: string, className: string): Markup {
  return html`<picture class="${className}">
<source srcset="/shop/pictures/${name}-night.svg" media="(prefers-color-scheme: dark)">
<img src="/shop/pictures/${name}-day.svg" alt="${text}" width="1200" height="720">
</picture>`;
}
