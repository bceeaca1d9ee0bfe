import { expect, test } from 'vitest';
import { keepOnly } from './trim-libraries.mjs';

const library = `
var table = { a: 1 }, unused = 2;
function read(key) { return table[key]; }
class Lexer { lex(key) { return read(key); } }
class Printer extends Lexer { print() { return unused; } }
Lexer.version = table;
function all() { return new Printer(); }
all.Lexer = Lexer;
export { Lexer, all as default };
`;

test('what an export needs stays, directly or by way of others, and so does what is written onto it', async () => {
  const code = keepOnly(library, 'Lexer', 'Trimmed');
  for (const gone of ['unused', 'Printer', 'all']) expect(code).not.toContain(gone);
  const { Trimmed } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(new Trimmed().lex('a')).toBe(1);
  expect(Trimmed.version).toEqual({ a: 1 });
});

test('a default export is kept with all that it needs', async () => {
  const code = keepOnly(library, 'default', 'all');
  const { all } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  expect(all().print()).toBe(2);
});

test('what cannot be told apart is refused by name', () => {
  expect(() => keepOnly(library, 'Parser', 'Parser')).toThrow('The module exports no "Parser" by name.');
  expect(() => keepOnly('if (1) {}\nvar a; export { a };', 'a', 'a')).toThrow('A IfStatement stands');
});
