import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from '../config-error.js';
import { readArticles } from './read-articles.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
const errorOf = (read: () => unknown): Error => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('Expected a ConfigError.');
};

describe('readArticles', () => {
  it('reads front matter and body of every Markdown file, those in sub-folders too, and nothing else', () => {
    mkdirSync(join(folder, 'payment'));
    write('b.md', '---\ntitle: "Returns: how"\nurl: /help/b\nkeywords: [send back]\n---\n\nThirty days.\n');
    write('payment/a.md', '---\r\ntitle: Cards\r\nurl: https://shop.example/a\r\n---\r\nVisa.');
    write('notes.txt', 'not an article');
    expect(readArticles(folder)).toEqual([
      {
        title: 'Returns: how',
        url: '/help/b',
        keywords: ['send back'],
        body: expect.stringContaining('Thirty'),
      },
      { title: 'Cards', url: 'https://shop.example/a', body: 'Visa.' },
    ]);
  });

  it('says which folder it cannot read, and why', () => {
    const { message } = errorOf(() => readArticles(join(folder, 'nowhere')));
    expect(message).toContain(join(folder, 'nowhere'));
    expect(message).toContain('ENOENT');
  });

  it('says that a folder holds no article', () => {
    expect(errorOf(() => readArticles(folder)).message).toContain('holds no .md file');
  });

  it.each([
    ['no front matter', '# Returns\n\nThirty days.', 'no front matter'],
    ['front matter that never ends', '---\ntitle: Returns\nurl: /r\n', 'no front matter'],
    ['no title', '---\nurl: /help/r\n---\nBody', '"title" is missing'],
    ['an empty title', '---\ntitle: ""\nurl: /help/r\n---\nBody', '"title" is empty'],
    ['no url', '---\ntitle: Returns\n---\nBody', '"url" is missing'],
    [
      'a url with a blank',
      '---\ntitle: Returns\nurl: /help/my returns\n---\nBody',
      '"url" is empty, or holds',
    ],
    [
      'keywords that are no list',
      '---\ntitle: R\nurl: /r\nkeywords: back\n---\nBody',
      '"keywords" is no list',
    ],
    ['broken YAML', '---\ntitle: Returns: how\nurl: /r\n---\nBody', 'is no YAML'],
  ])('names the file and what is wrong with it: %s', (_, source, reason) => {
    write('broken.md', source);
    const { message } = errorOf(() => readArticles(folder));
    expect(message).toContain(join(folder, 'broken.md'));
    expect(message).toContain(reason);
  });
});
