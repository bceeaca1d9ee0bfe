import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropUnnamed, keepOnly, trim, trimmed } from './trim-libraries.mjs';

/** @param {string} code @returns {Promise<any>} */
const moduleOf = (code) => import(`data:text/javascript,${encodeURIComponent(code)}`);

/** @param {string} library @returns {Promise<any>} */
async function trimmedModule(library) {
  const entry = trimmed.find((each) => each.library === library);
  if (!entry) throw new Error(`${library} is not trimmed.`);
  return moduleOf(await trim(entry));
}

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
  const { Trimmed } = await moduleOf(code);
  expect(new Trimmed().lex('a')).toBe(1);
  expect(Trimmed.version).toEqual({ a: 1 });
});

test('a default export is kept with all that it needs', async () => {
  const code = keepOnly(library, 'default', 'all');
  const { all } = await moduleOf(code);
  expect(all().print()).toBe(2);
});

test('what cannot be told apart is refused by name', () => {
  expect(() => keepOnly(library, 'Parser', 'Parser')).toThrow('The module exports no "Parser" by name.');
  expect(() => keepOnly('if (1) {}\nvar a; export { a };', 'a', 'a')).toThrow('A IfStatement stands');
});

test('members that nothing names go, and with them those that only they named', async () => {
  const code = `
const table = { read: 1, unread: 2 };
class Reader { a() { return this.b() + table.read; } b() { return 1; } c() { return this.d(); } d() {} }
export { Reader };`;
  const trimmedCode = dropUnnamed(code, ['a']);
  for (const gone of ['unread', 'c()', 'd()']) expect(trimmedCode).not.toContain(gone);
  const { Reader } = await moduleOf(trimmedCode);
  expect(new Reader().a()).toBe(2);
});

const pieces = [
  ...[
    '# Title',
    'Setext\n===',
    'a **bold** and *slanted* `code` word',
    '~~gone~~ <b>html</b> &amp; more',
    '---',
  ],
  ...[
    '- one\n- two\n  - deeper',
    '1. first\n2) second',
    '- [x] done\n- [ ] open',
    '> quoted\n> > twice\nlazy',
  ],
  ...[
    '```js\nconst a = 1;\n```',
    '    indented',
    '| a | b |\n|:--|--:|\n| 1 | \\| |',
    '[link](/a "t") ![p](b.png)',
  ],
  ...[
    '[ref]: https://example.com "title"',
    '[ref] and [ref][] and [x][ref]',
    '<https://a.example> www.b.example',
  ],
  ...['a@b.example', 'two  \nlines\\\nbroken', '\\*escaped\\*', '**[a*](b**)'],
];

const options = { gfm: true, breaks: true, pedantic: false };

/** What only marked's HTML renderer reads. */
const unread = ['pre', 'codeBlockStyle', 'escaped', 'block', 'inLink', 'inRawBlock'];

/**
 * @param {string} key
 * @param {any} value
 * @returns {any} without that, and with texts that stand side by side as one
 */
function asShown(key, value) {
  if (unread.includes(key)) return undefined;
  if (value?.type === 'html') return { type: 'html', raw: value.raw };
  if (!Array.isArray(value)) return value;
  /** @type {any[]} */
  const merged = [];
  for (const each of value) {
    const last = merged.at(-1);
    const isText = each?.type === 'text' && !each.tokens && last?.type === 'text' && !last.tokens;
    if (isText) merged.push({ ...merged.pop(), raw: last.raw + each.raw, text: last.text + each.text });
    else merged.push(each);
  }
  return merged;
}

/** Both lexers. */
async function lexers() {
  const { Lexer } = await trimmedModule('marked');
  const marked = await import(
    createRequire(new URL('../packages/react/package.json', import.meta.url)).resolve('marked')
  );
  const reading = (/** @type {any} */ Any) => (/** @type {string} */ text) => {
    const tokens = new Any(options).lex(text);
    return { tokens: JSON.parse(JSON.stringify(tokens, asShown)), links: tokens.links };
  };
  return { trimmed: reading(Lexer), whole: reading(marked.Lexer) };
}

test('marked, trimmed, reads every mixture as marked does', async () => {
  const { trimmed, whole } = await lexers();
  for (const [index, first] of pieces.entries())
    for (const [offset, glue] of ['\n\n', '\n', ' '].entries())
      for (const second of [
        pieces[(index + 1 + offset * 5) % pieces.length],
        first.slice(0, -2),
        `- ${first}`,
      ]) {
        const text = `${first}${glue}${second}`;
        expect(trimmed(text), text).toEqual(whole(text));
      }
});

test('marked, trimmed, reads what nobody would write as marked does', async () => {
  const { trimmed, whole } = await lexers();
  const bits = [
    ...['a', 'b c', ' ', '  ', '    ', '\t', '\n', '\n\n', '\n \n', '\r\n', '\\'],
    ...['---', '-', '===', '=', '|', '| a | b |', '|-|:-:|', '-|-', ':-', ':'],
    // Never at the begin of a line, where it would be a block to marked.
    ...['a<', '>', 'a<div>', 'a</div>', 'a<b x="', 'a<code>', 'a</pre>', 'a<!--', '-->', 'a<?', '&'],
    ...['> ', '- ', '* ', '1. ', '2) ', '# ', '#', '```', '~~~', '- [ ] '],
    ...['*', '**', '_', '~~', '`', '[', ']', '(', ')', '[r]', '[r]: x\n', '[a](b)', 'www.a.example'],
  ];
  const texts = fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((some) => some.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      expect(trimmed(text)).toEqual(whole(text));
    }),
    { numRuns: 3000 },
  );
});

test('marked, trimmed, knows no block of HTML: its lines are text, with the formatting that is in them', async () => {
  const { trimmed } = await lexers();
  const typesOf = (/** @type {string} */ text) =>
    trimmed(text).tokens.map((/** @type {any} */ { type }) => type);
  expect(typesOf('<div>\n**bold**\n</div>')).toEqual(['paragraph']);
  expect(typesOf('words\n<div>\n\n- <p>one\n- two\n\n<!-- note -->')).toEqual([
    'paragraph',
    'space',
    'list',
    'space',
    'paragraph',
  ]);
  const [{ tokens, raw }] = trimmed('<script>\n**bold**</script>').tokens;
  expect(raw).toBe('<script>\n**bold**</script>');
  expect(tokens.map((/** @type {any} */ { type }) => type)).toEqual(['html', 'br', 'strong', 'html']);
});

test('reconnecting-websocket, trimmed, opens, sends, hears and closes', async () => {
  const { ReconnectingWebSocket } = await trimmedModule('reconnecting-websocket');
  /** @type {any[]} */
  const made = [];
  class FakeSocket extends EventTarget {
    static CLOSING = 2;
    readyState = 0;
    /** @type {string[]} */
    sent = [];
    constructor() {
      super();
      made.push(this);
    }
    /** @param {string} data */
    send(data) {
      this.sent.push(data);
    }
    /** @param {number} code */
    close(code) {
      this.readyState = 3;
      this.dispatchEvent(Object.assign(new Event('close'), { code, reason: 'bye' }));
    }
  }
  const socket = new ReconnectingWebSocket('ws://relay.example/socket', [], {
    ...{ startClosed: true, maxRetries: 0, maxEnqueuedMessages: 0, connectionTimeout: 60_000 },
    WebSocket: FakeSocket,
  });
  /** @type {unknown[]} */
  const heard = [];
  socket.onopen = () => heard.push('open');
  socket.onmessage = (/** @type {{ data: string }} */ { data }) => heard.push(data);
  socket.onclose = (/** @type {{ code: number, reason: string }} */ { code, reason }) =>
    heard.push(code, reason);
  socket.reconnect();
  await expect.poll(() => made.length).toBe(1);
  socket.send('too early');
  made[0].readyState = 1;
  made[0].dispatchEvent(new Event('open'));
  expect(socket.readyState).toBe(socket.OPEN);
  socket.send('hello');
  made[0].dispatchEvent(Object.assign(new Event('message'), { data: 'welcome' }));
  socket.close(4000);
  expect(made[0].sent).toEqual(['hello']);
  expect(heard).toEqual(['open', 'welcome', 4000, 'bye']);
  expect(made).toHaveLength(1);
});
