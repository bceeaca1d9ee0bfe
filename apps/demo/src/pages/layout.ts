import { html } from 'hono/html';
import type { Markup } from '../pictures/drawing.js';
import { footer } from './footer.js';
import { header, type Section } from './header.js';

const SHEETS = ['base.css', 'frame.css', 'home.css', 'products.css', 'buying.css', 'reading.css'];

/** One page of the shop, without what all pages share. */
export interface Page {
  /** What the tab reads before the shop's name; the home page has none. */
  readonly title?: string;
  /** One sentence for search results. */
  readonly description: string;
  /** The entry of the main navigation that is marked as current. */
  readonly section?: Section;
  /** What stands in `main`; its first heading is the page's only `h1`. */
  readonly content: Markup;
}

/** What the layout knows about its surroundings. */
export interface Surroundings {
  /** Address of the chat's loader. */
  readonly embedSrc: string;
  /** How many pieces lie in this visitor's basket. */
  readonly piecesInBasket: number;
  /** The address of a file in `public/`, with its version. */
  readonly fileUrl: (name: string) => string;
}

/** The whole document of a page: head, header with the handoff indicator, main, footer, and the chat's script tag last. */
export function layout(page: Page, { embedSrc, piecesInBasket, fileUrl }: Surroundings): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title ? `${page.title} · Fernweh` : 'Fernweh: bags and gear for everyday travel'}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbfbf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121715" media="(prefers-color-scheme: dark)">
<link rel="icon" href="${fileUrl('icon.svg')}" type="image/svg+xml">
${SHEETS.map((sheet) => html`<link rel="stylesheet" href="${fileUrl(sheet)}">`)}
<script defer src="${fileUrl('shop.js')}"></script>
<script defer src="${fileUrl('indicator.js')}"></script>
</head>
<body>
<a class="skip-link" href="#main">Skip to content</a>
${header(page.section, piecesInBasket)}
<main id="main" tabindex="-1">
${page.content}
</main>
${footer()}
<script async src="${embedSrc}"></script>
</body>
</html>`;
}
