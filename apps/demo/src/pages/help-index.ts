import { html } from 'hono/html';
import type { Article } from '../help/read-articles.js';
import type { Page } from './layout.js';

const ORDER = [
  'Delivery',
  'Returns and repairs',
  'Orders',
  'Payment',
  'Choosing your bag',
  'Using your bag',
  'Your account',
  'About Fernweh',
];

function rank(category: string): number {
  const at = ORDER.indexOf(category);
  return at === -1 ? ORDER.length : at;
}

/** The articles by category: the most asked first, categories we do not know last, titles in alphabetical order. */
function byCategory(articles: readonly Article[]): [category: string, articles: Article[]][] {
  const groups = new Map<string, Article[]>();
  for (const article of articles.toSorted((a, b) => a.title.localeCompare(b.title, 'en'))) {
    groups.set(article.category, [...(groups.get(article.category) ?? []), article]);
  }
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en'));
}

/** All help articles. */
export function helpIndexPage(articles: readonly Article[]): Page {
  return {
    title: 'Help',
    description: 'Delivery, returns, repairs, and how to choose and look after a bag.',
    section: 'help',
    content: html`<div class="wide page-head">
<h1>How can we help?</h1>
<p class="lead">The answers are below. The bot at the bottom right has read all of them, and calls a human when they are not enough.</p>
</div>
<div class="wide help-groups">
${byCategory(articles).map(
  ([category, group]) => html`<section><h2>${category}</h2><ul>
${group.map(({ slug, title }) => html`<li><a href="/help/${slug}">${title}</a></li>`)}
</ul></section>`,
)}
</div>`,
  };
}
