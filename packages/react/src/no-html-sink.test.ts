import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('no source writes HTML, so that the widget runs under trusted-types none', () => {
  const root = new URL('.', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|stories)\.tsx?$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(30);
  for (const file of sources)
    expect(readFileSync(new URL(file, root), 'utf8'), file).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\bstyle=/,
    );
});
