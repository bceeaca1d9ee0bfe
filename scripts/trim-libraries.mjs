import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, minify, parseAst } from 'vite';

/**
 * @typedef {object} TrimmedLibrary
 * @property {string} file the compiled module of ours that stands for it
 * @property {string} library
 * @property {string} entry the file of it that is read
 * @property {string} wanted the one export that is used
 * @property {string} as the name that we export it by
 * @property {readonly string[]} named the members of it that we name
 * @property {readonly (readonly [RegExp, string])[]} fixed what is the same wherever we use it, as code for code
 * @property {RegExp} [inner] the names of members that nothing outside of it uses, to be shortened
 */

/** What a text has in it that may hold a table or an underlined heading. */
const underline = '/\\n[ \\t|:=-]+(\\n|$)/.test(e)';

/**
 * Libraries whose published form makes every page load what the widget does not use.
 *
 * @type {TrimmedLibrary[]}
 */
export const trimmed = [
  // Its one file writes properties onto what it exports, so no bundler dares to leave the HTML renderer out.
  {
    file: 'packages/react/dist/markdown/marked-lexer.js',
    library: 'marked',
    entry: 'lib/marked.esm.js',
    wanted: 'Lexer',
    as: 'Lexer',
    named: ['lex'],
    // The options of `packages/react/src/markdown/lex.ts`.
    fixed: [
      [/this\.options\.pedantic\b/g, 'false'],
      [/this\.options\.(gfm|breaks)\b/g, 'true'],
      [/this\.options\.(silent|extensions)\b/g, 'null'],
      // No hooks, no tokenizer but its own, and so no options from here on.
      [/this\.options\.hooks\?\.emStrongMask\|\|.*?\.prototype\.del\?/, 'false?'],
      [/t=this\.options\.hooks\?\.emStrongMask.*?\?\?t,/, ''],
      [/this\.tokenizer\.paragraph===\w+\.prototype\.paragraph/, 'true'],
      [
        /this\.options=e\|\|\w+,this\.options\.tokenizer=.*?\|\|new (\w+),.*?\.options=this\.options,/,
        'this.tokenizer=new $1,',
      ],
      [/(class\{options;rules;lexer;constructor\(e\)\{)this\.options=e\|\|\w+/, '$1'],
      [/static get rules\(\)\{.*?\}\}static lex\(.*?\}/, ''],
      // The rules are those with tables and with breaks; what the plain ones have otherwise is for nobody.
      [
        /let t=(\{other:\w+,block:\w+\.)normal(,inline:\w+\.)normal\};.*?this\.tokenizer\.rules=t/,
        'this.tokenizer.rules=$1gfm$2breaks}',
      ],
      [/lheading:\w+,/, ''],
      [/paragraph:\w+,table:\w+,/, ''],
      [/_backpedal:\w+,/, ''],
      [/del:\w+,delLDelim:\w+,delRDelim:\w+,emStrongLDelim:\w+,emStrongRDelimAst:\w+,/, ''],
      [/,text:\w+,url:\w+\}/, '}'],
      // Character references are resolved by `packages/react/src/markdown/entities.ts`, in links too.
      [
        /let n=this\.lexer\.state\.inRawBlock;(return\{type:"text",raw:t\[0\],text:).*?,escaped:n\}/,
        '$1t[0]}',
      ],
      // What only its HTML renderer reads.
      [/codeBlockStyle:"indented",/, ''],
      [/,escaped:!1/g, ''],
      [/&&!k\.escaped/g, ''],
      [/,d=n\.state\.inRawBlock/, ''],
      [/n\.state\.inRawBlock=d;/, ''],
      [/,!this\.lexer\.state\.inRawBlock&&.*?inRawBlock=!1\)(?=,\{type:"html")/, ''],
      [/,inLink:this\.lexer\.state\.inLink,inRawBlock:.*?,block:!1,text:t\[0\]/, ''],
      [/inRawBlock:!1,/, ''],
      [/this\.state\.inRawBlock=!1,/, ''],
      // No message has HTML in it: what looks so is text as any other, with the formatting that is in it.
      [/\|html(?=[|)])/g, ''],
      [/\.replace\((\/html\/g|"html"),J\)/g, ''],
      [/hr:V,html:Ve,/, 'hr:V,'],
      [/if\(a=this\.tokenizer\.html\(e\)\)\{.*?continue\}/, ''],
      [/\|\|p\?\.type==="html"/, ''],
      [/,X=this\.rules\.other\.htmlBeginRegex\(T\)/, ''],
      [/\|\|X\.test\((R|\$)\)/g, ''],
      // A browser takes up to two milliseconds to make ready for the first of each of these, and most texts need none.
      [/(blockquote\(e\)\{let t=)/, '$1e.includes(">")&&'],
      [/(table\(e\)\{let t=)/, `$1${underline}&&`],
      [/(lheading\(e\)\{let t=)/, `$1${underline}&&`],
      [/(paragraph\(e\)\{let t=)/, '$1/^([^\\n]+)(?=\\n\\n|\\n?$)/.exec(e)||'],
      // Whoever shows the widget's styles looks behind.
      [/\(\(l=""\)=>\{try\{return!!new RegExp\(.*?\}\}\)\(\)/, 'true'],
    ],
  },
  // Published as ES5; its TypeScript lies beside it.
  {
    file: 'packages/core/dist/websocket/reconnecting-websocket.js',
    library: 'reconnecting-websocket',
    entry: 'reconnecting-websocket.ts',
    wanted: 'default',
    as: 'ReconnectingWebSocket',
    named: ['onopen', 'onmessage', 'onclose', 'reconnect', 'readyState', 'OPEN', 'send', 'close'],
    fixed: [
      [/^\s*this\._debug\([^;]*\);$/gm, ''],
      // Nobody listens but by the `on...` members, nothing is queued, all that comes is text, and it connects once.
      [/^\s*this\._listeners\.\w+\.forEach\([^;]*\);$/gm, ''],
      [/^ {4}public (add|remove)EventListener[\s\S]*?^ {4}}$/gm, ''],
      [/^\s*this\._messageQueue(\.forEach\([^;]*\)| = \[\]);$/gm, ''],
      [/^\s*const \{minUptime[^;]*;$/m, ''],
      [/^\s*(clearTimeout\(this\._uptimeTimeout\)|this\._uptimeTimeout = setTimeout\([^;]*\));$/gm, ''],
      [/^ {12}const \{maxEnqueuedMessages[\s\S]*?^ {12}}$/gm, ''],
      [/^ {8}const \{\s*reconnectionDelayGrowFactor[\s\S]*?^ {8}return delay;$/gm, 'return 0;'],
      [/^\s*this\._ws!?\.binaryType = [^;]*;$/gm, ''],
      // The address is a string, and there are no protocols.
      [/^ {8}if \(typeof urlProvider === 'function'\) \{[\s\S]*?throw Error\('Invalid URL'\);$/gm, ''],
      [
        /this\._protocols\s*\? new WebSocket\(url, this\._protocols\)\s*: new WebSocket\(url\)/g,
        'new WebSocket(url)',
      ],
      [/^\s*this\._protocols = protocols;$/gm, ''],
      // The close that follows an error is what is heard.
      [/^ {8}if \(this\.onerror\) \{[\s\S]*?^ {8}}$/gm, ''],
    ],
    inner: /\b_[a-z]\w*\b/gi,
  },
];

/**
 * Puts into our compiled modules what they use of these libraries, and no more. A module that has it already stays as it
 * is; without this step all works much the same and weighs more. Tests and stories run on these too.
 *
 * @throws {Error} when a library does not look as it did
 */
export async function trimLibraries() {
  for (const each of trimmed) {
    const header = headerOf(each);
    if (readFileSync(each.file, 'utf8').startsWith(header)) continue;
    writeFileSync(each.file, `${header}${await trim(each)}`);
    rmSync(`${each.file}.map`, { force: true });
  }
}

/** @param {TrimmedLibrary} trimmed @returns {Promise<string>} a module that exports what is wanted, and nothing else */
export async function trim({ file, library, entry, wanted, as, named, fixed, inner }) {
  const code = await bundled(join(folderOf(file, library), entry), fixed);
  const kept = keepOnly(dropUnnamed(await folded(keepOnly(code, wanted, as)), named), as, as);
  return inner ? shortened(kept, inner) : kept;
}

/** @param {string} code @param {RegExp} names @returns {string} with another name of a letter or two for each of them */
function shortened(code, names) {
  const known = [...new Set(code.match(names))];
  return code.replace(names, (name) => `_${known.indexOf(name).toString(36)}`);
}

/** @param {string} file one of ours that uses it @param {string} library @returns {string} */
function folderOf(file, library) {
  return dirname(createRequire(resolve(file)).resolve(`${library}/package.json`));
}

/** @param {TrimmedLibrary} trimmed @returns {string} what tells that a module was made of this, in this way */
function headerOf({ file, library }) {
  const folder = folderOf(file, library);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim().replaceAll('*/', '* /');
  const sum = createHash('sha256')
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 8);
  return `/*\nFrom ${library} ${version} (${sum}), whose license says:\n\n${license}\n*/\n`;
}

/**
 * @param {string} entry
 * @param {TrimmedLibrary['fixed']} fixed
 * @returns {Promise<string>} one module of the language that we publish, not minified
 * @throws {Error} when something that is fixed does not occur in it
 */
async function bundled(entry, fixed) {
  const fix = (/** @type {string} */ code) => {
    for (const [found, put] of fixed) {
      if (code.search(found) < 0) throw new Error(`${entry} has no ${found}.`);
      code = code.replace(found, put);
    }
    return code;
  };
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'fix', enforce: 'pre', transform: (code, id) => (id === entry ? fix(code) : undefined) },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Vite gave no output for ${entry}.`);
  return output.output[0].code;
}

/** @param {string} code @returns {Promise<string>} without what never runs */
async function folded(code) {
  const options = { module: true, compress: true, mangle: false, codegen: { removeWhitespace: false } };
  return (await minify('library.js', code, options)).code;
}

/**
 * The top-level statements of a module that one of its exports needs. Writing to what is not
 * needed counts as not needed, and so does a call whose result nobody has.
 *
 * @param {string} code a module without imports
 * @param {string} wanted the export that stays
 * @param {string} as its name from then on
 * @returns {string}
 * @throws {Error} when there is no such export, or a statement at the top that does more than declare and assign
 */
export function keepOnly(code, wanted, as) {
  const { body } = parseAst(code);
  const local = body
    .flatMap((node) => (node.type === 'ExportNamedDeclaration' ? node.specifiers : []))
    .find((each) => nameOf(each.exported) === wanted)?.local;
  if (!local) throw new Error(`The module exports no "${wanted}" by name.`);
  const pieces = body.flatMap((node) => piecesOf(node, code));
  const needed = new Set([nameOf(local)]);
  const kept = new Set();
  for (let size = -1; size < kept.size; ) {
    size = kept.size;
    for (const piece of pieces) {
      if (!needed.has(piece.name)) continue;
      kept.add(piece);
      for (const name of piece.uses) needed.add(name);
    }
  }
  const statements = pieces.filter((piece) => kept.has(piece)).map((piece) => piece.text);
  return `${statements.join('\n')}\nexport { ${nameOf(local)} as ${as} };\n`;
}

/**
 * @param {any} node a statement at the top of a module
 * @param {string} code
 * @returns {{ name: string, uses: Set<string>, text: string }[]} what each declares, or what it writes to
 */
function piecesOf(node, code) {
  const textOf = (/** @type {any} */ { start, end }) => code.slice(start, end);
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return [];
    case 'VariableDeclaration':
      return node.declarations.map((/** @type {any} */ each) => ({
        name: nameOf(each.id),
        uses: namesIn(each),
        text: `${node.kind} ${textOf(each)};`,
      }));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [{ name: nameOf(node.id), uses: namesIn(node), text: textOf(node) }];
    case 'ExpressionStatement':
      // What is left of a variable that nobody reads.
      if (node.expression.type === 'CallExpression') return [];
      return [{ name: nameOf(writtenTo(node.expression)), uses: namesIn(node), text: textOf(node) }];
    default:
      throw new Error(`A ${node.type} stands at the top of the module.`);
  }
}

/** @param {any} node @returns {any} the variable at the root of what an assignment writes to */
function writtenTo(node) {
  if (node.type === 'AssignmentExpression') return writtenTo(node.left);
  return node.type === 'MemberExpression' ? writtenTo(node.object) : node;
}

/** @param {any} node @returns {string} @throws {Error} for what is no plain name */
function nameOf(node) {
  const name = node.name ?? node.value;
  if (typeof name !== 'string') throw new Error(`A ${node.type} stands where a name was expected.`);
  return name;
}

/**
 * The code without the members of its classes, and of the objects that its variables at the top hold, which nothing names.
 *
 * @param {string} code a module that computes no names of members
 * @param {readonly string[]} named what is named elsewhere
 * @returns {string}
 */
export function dropUnnamed(code, named) {
  const { body } = parseAst(code);
  const members = membersIn(body);
  const placesOf = placesByName(body, new Set(members));
  const unnamed = members.filter(({ key: { name }, start, end }) => {
    const isElsewhere = (/** @type {number} */ place) => place < start || place > end;
    return name !== 'constructor' && !named.includes(name) && !placesOf.get(name)?.some(isElsewhere);
  });
  if (unnamed.length === 0) return code;
  let kept = '';
  let at = 0;
  for (const { start, end } of unnamed) {
    kept += code.slice(at, start);
    at = end + (/^\s*,/.exec(code.slice(end))?.[0].length ?? 0);
  }
  return dropUnnamed(kept + code.slice(at), named);
}

/** @param {any} node @param {boolean} isTop @returns {any[]} in the order of the code, none within another */
function membersIn(node, isTop = true) {
  if (Array.isArray(node)) return node.flatMap((each) => membersIn(each, isTop));
  if (!node || typeof node !== 'object') return [];
  if (node.type === 'ClassBody') return node.body.filter(isPlain);
  if (node.type === 'ObjectExpression' && isTop) return node.properties.filter(isPlain);
  const isFunction = String(node.type).includes('Function');
  return Object.values(node).flatMap((each) => membersIn(each, isTop && !isFunction));
}

/** @param {any} member */
const isPlain = ({ computed, key }) => !computed && key?.type === 'Identifier';

/**
 * @param {any} node
 * @param {Set<any>} members whose own names do not count
 * @param {Map<string, number[]>} places
 * @returns {Map<string, number[]>} where members of each name are read, written or taken out of an object
 */
function placesByName(node, members, places = new Map()) {
  if (Array.isArray(node)) for (const each of node) placesByName(each, members, places);
  if (!node || typeof node !== 'object' || Array.isArray(node)) return places;
  // An object that is made with a member of this name does not read it.
  if (node.type === 'ObjectExpression') {
    const values = node.properties.map((/** @type {any} */ each) =>
      each.computed ? each : (each.value ?? each.argument),
    );
    return placesByName(values, members, places);
  }
  const key = node.type === 'MemberExpression' ? node.property : members.has(node) ? null : node.key;
  if (key && !node.computed) {
    const name = key.name ?? key.value;
    places.set(name, [...(places.get(name) ?? []), node.start]);
  }
  for (const each of Object.values(node)) placesByName(each, members, places);
  return places;
}

/** @param {any} node @param {Set<string>} names @returns {Set<string>} every name in it, its own and its properties' too */
function namesIn(node, names = new Set()) {
  if (Array.isArray(node)) for (const each of node) namesIn(each, names);
  else if (node && typeof node === 'object') {
    if (node.type === 'Identifier') names.add(node.name);
    for (const [key, value] of Object.entries(node)) {
      const isProperty = (key === 'property' || key === 'key') && !node.computed;
      if (!isProperty || node.shorthand) namesIn(value, names);
    }
  }
  return names;
}
