import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFile, knowledgeFolder } from '../testing/knowledge-folder.js';
import { readArticles } from './read-articles.js';

test('articles come in order of their file names, with title, category and text', () => {
  const folder = knowledgeFolder({
    'warranty.md': articleFile('"Warranty: five years"', 'Repairs', 'Five years.'),
    'returns.md': articleFile("What's not to like?", 'Returns', '30 days.').replaceAll('\n', '\r\n'),
    'notes.txt': 'not an article',
  });
  expect(readArticles(folder)).toEqual([
    { slug: 'returns', title: "What's not to like?", category: 'Returns', markdown: '30 days.' },
    { slug: 'warranty', title: 'Warranty: five years', category: 'Repairs', markdown: 'Five years.' },
  ]);
});

test('a file without its front matter is named, with the remedy', () => {
  const folder = knowledgeFolder({ 'broken.md': '# Just a heading' });
  expect(() => readArticles(folder)).toThrow(
    `${join(folder, 'broken.md')} is no help article: begin it with`,
  );
});

test('a file without a category is named too', () => {
  const folder = knowledgeFolder({ 'half.md': '---\ntitle: Half\n---\n\nText.' });
  expect(() => readArticles(folder)).toThrow(/half\.md is no help article/);
});

test('a folder that is not there is named, with the remedy', () => {
  expect(() => readArticles('/no/such/folder')).toThrow('/no/such/folder cannot be read: create it');
});
