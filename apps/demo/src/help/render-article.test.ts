import { expect, test } from 'vitest';
import { headingsOf, renderArticle } from './render-article.js';

const TEXT =
  'Hello.\n\n# Top\n\n## What it *costs*, in €\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n### Small print\n';

test('every heading that is listed can be jumped to, and none is an h1', async () => {
  const rendered = String(await renderArticle(TEXT));
  const headings = headingsOf(TEXT);
  expect(headings.map(({ id }) => id)).toEqual(['top', 'what-it-costs-in']);
  for (const { id } of headings) expect(rendered).toContain(`<h2 id="${id}">`);
  expect(rendered).toContain('<em>costs</em>');
  expect(rendered).not.toContain('<h1');
});

test('a wide table scrolls by itself and can be reached by keyboard', async () => {
  expect(String(await renderArticle(TEXT))).toMatch(
    /<div class="table"[^>]*tabindex="0"><table>[\s\S]*<\/table><\/div>/,
  );
});
