import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, parseAst } from 'vite';

/**
 * Libraries whose published form makes every page load what the widget does not use, the compiled module of ours that
 * stands for each, and the one name that is used of it.
 *
 * @type {{ file: string, library: string, entry: string, wanted: string, as: string }[]}
 */
const trimmed = [
  // Its one file writes properties onto what it exports, so no bundler dares to leave the HTML renderer out.
  {
    file: 'packages/react/dist/markdown/lexer.js',
    library: 'marked',
    entry: 'lib/marked.esm.js',
    wanted: 'Lexer',
    as: 'Lexer',
  },
  // Published as ES5; its TypeScript lies beside it.
  {
    file: 'packages/core/dist/websocket/reconnecting-websocket.js',
    library: 'reconnecting-websocket',
    entry: 'reconnecting-websocket.ts',
    wanted: 'default',
    as: 'ReconnectingWebSocket',
  },
];

/**
 * Puts into our compiled modules what they use of these libraries, and no more. A module that has it already stays as it
 * is; without this step all works the same and weighs more.
 *
 * @throws {Error} when a library does not look as it did
 */
export async function trimLibraries() {
  for (const each of trimmed) {
    const package_ = createRequire(resolve(each.file)).resolve(`${each.library}/package.json`);
    const header = headerOf(
      each.library,
      dirname(package_),
      JSON.parse(readFileSync(package_, 'utf8')).version,
    );
    if (readFileSync(each.file, 'utf8').startsWith(header)) continue;
    const code = keepOnly(await bundled(join(dirname(package_), each.entry)), each.wanted, each.as);
    writeFileSync(each.file, `${header}${code}`);
    rmSync(`${each.file}.map`, { force: true });
  }
}

/** @param {string} library @param {string} folder @param {string} version @returns {string} */
function headerOf(library, folder, version) {
  const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
  return `/*\nFrom ${library} ${version}, whose license says:\n\n${license.replaceAll('*/', '* /')}\n*/\n`;
}

/** @param {string} entry @returns {Promise<string>} one module of the language that we publish, not minified */
async function bundled(entry) {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
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

/**
 * The top-level statements of a module that one of its exports needs. Writing to what is not needed counts as not needed.
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
