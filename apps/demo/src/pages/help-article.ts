import { html } from 'hono/html';
import type { Article } from '../help/read-articles.js';
import { headingsOf, renderArticle } from '../help/render-article.js';
import { breadcrumbs } from './breadcrumbs.js';
import type { Page } from './layout.js';

/** One help article, with its headings and its neighbours of the same category beside it. */
export function helpArticlePage(article: Article, articles: readonly Article[]): Page {
  const headings = headingsOf(article.markdown);
  const related = articles.filter((other) => other.category === article.category && other !== article);
  return {
    title: article.title,
    description: `${article.title}: help from Fernweh.`,
    section: 'help',
    content: html`<div class="wide">
${breadcrumbs([['/help', 'Help']], article.title)}
<div class="help">
<article class="prose">
<p class="eyebrow">${article.category}</p>
<h1>${article.title}</h1>
${renderArticle(article.markdown)}
</article>
<div class="help-side">
${
  headings.length > 1
    ? html`<nav aria-label="On this page"><h2>On this page</h2><ul>${headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`
    : ''
}
${
  related.length > 0
    ? html`<nav aria-label="More on this"><h2>More on this</h2><ul>${related.map(({ slug, title }) => html`<li><a href="/help/${slug}">${title}</a></li>`)}</ul></nav>`
    : ''
}
</div>
</div>
</div>`,
  };
}
