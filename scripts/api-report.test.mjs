import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkApi, exportedNames, reportOf } from './api-report.mjs';

/** @type {string[]} */
const made = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** @param {Record<string, string>} files of a built package, by path */
function packageOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'baton-api-'));
  made.push(folder);
  for (const [path, text] of Object.entries({ 'package.json': '{ "name": "things" }', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const built = {
  'dist/index.d.ts':
    "export { type Thing, makeThing as make } from './thing.js';\nexport * as sizes from './sizes.js';\nexport { other } from '@elsewhere/other';\n",
  'dist/thing.d.ts':
    "export { type Thing } from './deep/kinds.js';\n/** Makes one. */\nexport declare function makeThing(name: string): void;\nexport declare function makeThing(count: number): void;\n",
  'dist/deep/kinds.d.ts': 'export interface Thing {\n    /** Its name. */\n    name: string;\n}\n',
  'dist/sizes.d.ts': '/** In pixels. */\nexport declare const wide = 4;\n',
};
/** @param {string} folder */
const namesOf = (folder) => exportedNames(join(folder, 'dist/index.d.ts'));

test('every exported name is there with its declaration, through files that pass it on, without comments', () => {
  expect(namesOf(packageOf(built)).map(({ name, text }) => [name, text])).toEqual([
    ['Thing', 'interface Thing {\n    name: string;\n}'],
    ['make', 'function makeThing(name: string): void;\nfunction makeThing(count: number): void;'],
    ['other', "export { other } from '@elsewhere/other';"],
    ['sizes', 'const wide = 4;'],
  ]);
});

test('a changed signature fails with the lines that changed and the command; the committed report passes', () => {
  const documented = { ...built, 'dist/deep/kinds.d.ts': `/** One. */\n${built['dist/deep/kinds.d.ts']}` };
  const folder = packageOf(documented);
  writeFileSync(join(folder, 'api.md'), reportOf('things', namesOf(folder)));
  expect(checkApi([folder])).toEqual([{ folder, problem: null }]);
  writeFileSync(join(folder, 'dist/sizes.d.ts'), '/** In pixels. */\nexport declare const wide = 5;\n');
  const [{ problem } = { problem: '' }] = checkApi([folder]);
  expect(problem).toContain('  sizes\n  - const wide = 4;\n  + const wide = 5;');
  expect(problem).toContain('node scripts/api-report.mjs');
  expect(problem).not.toContain('makeThing');
});

test('a name without a comment is named', () => {
  const folder = packageOf(built);
  writeFileSync(join(folder, 'api.md'), reportOf('things', namesOf(folder)));
  expect(checkApi([folder])[0]?.problem).toMatch(/without a TSDoc comment\..*: Thing$/);
});

test('a long constant is cut short, and still differs when its end does', () => {
  const lines = Array.from({ length: 90 }, (_, index) => `    key${index}: string;`);
  const report = (/** @type {string} */ last) =>
    reportOf(
      'things',
      namesOf(
        packageOf({
          'dist/index.d.ts': `/** Long. */\nexport declare const long: {\n${lines.join('\n')}\n    ${last}: 1;\n};\n`,
        }),
      ),
    );
  expect(report('end').split('\n').length).toBeLessThan(40);
  expect(report('end')).not.toBe(report('other'));
});
