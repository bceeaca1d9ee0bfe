import { expect, test } from 'vitest';
import { cleanName, dispositionOf, nameOfHeader } from './file-name.js';

test.each([
  ['scarf.png', 'scarf.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\windows\\win.ini', 'win.ini'],
  ['a\0b\r\nSet-Cookie: c.txt', 'abSet-Cookie: c.txt'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['half \ud800 pair.txt', 'half \ufffd pair.txt'],
  ['', 'file'],
  ['..', 'file'],
  ['folder/', 'file'],
  ['Größe 你好.pdf', 'Größe 你好.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

test('a name that is too long keeps its ending', () => {
  const name = cleanName(`${'a'.repeat(300)}.pdf`);
  expect(name).toHaveLength(255);
  expect(name).toMatch(/a\.pdf$/);
});

test('a header may hold any name, and a bad one is taken as it is', () => {
  expect(nameOfHeader(encodeURIComponent('你好.txt'))).toBe('你好.txt');
  expect(nameOfHeader('100%.txt')).toBe('100%.txt');
  expect(nameOfHeader('..%2f..%2fbaton.db')).toBe('baton.db');
  expect(nameOfHeader(undefined)).toBe('file');
});

test.each([
  ['a.txt', `attachment; filename="a.txt"; filename*=UTF-8''a.txt`],
  ['"; x="\\.txt', `attachment; filename="_; x=__.txt"; filename*=UTF-8''%22%3B%20x%3D%22%5C.txt`],
  ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
  ['é.txt', `attachment; filename="_.txt"; filename*=UTF-8''%C3%A9.txt`],
])('%j is saved under its name', (name, header) => {
  expect(dispositionOf(name)).toBe(header);
  expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
});
