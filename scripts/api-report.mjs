import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseAst } from 'vite';
import { packages } from './build.mjs';

/** A constant of more lines is shown by its beginning and a hash: its type is inferred, and spelt out for pages. */
const linesShown = 60;

/** @typedef {{ name: string, text: string, isDocumented: boolean }} ApiName an exported name as its declaration reads */

/**
 * What a package exports: every name of its `index.d.ts`, with its declaration, by name.
 *
 * @param {string} indexFile the built `index.d.ts`
 * @returns {ApiName[]}
 * @throws {Error} where a name is exported that no declaration is found for
 */
export function exportedNames(indexFile) {
  /** @type {Map<string, ApiName>} */
  const found = new Map();
  for (const { local, exported, from } of exportsOf(indexFile)) {
    if (from && !from.startsWith('.')) {
      found.set(exported, {
        name: exported,
        text: `export { ${local} } from '${from}';`,
        isDocumented: true,
      });
      continue;
    }
    const declared = declarationOf(from ? sourceOf(indexFile, from) : indexFile, local);
    if (!declared)
      throw new Error(`${indexFile} exports ${exported}, but ${from ?? 'it'} declares no ${local}.`);
    found.set(exported, { name: exported, ...declared });
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {string} packageName @param {ApiName[]} names @returns {string} the report, as it is committed */
export function reportOf(packageName, names) {
  const head = `# What ${packageName} exports\n\nWritten by \`node scripts/api-report.mjs\` from the built types; \`npm test\` compares it with them.\n`;
  return head + names.map(({ name, text }) => `\n## ${name}\n\n\`\`\`ts\n${text}\n\`\`\`\n`).join('');
}

/**
 * Compares every package's committed `api.md` with what it exports now, and asks that each name says what it promises.
 *
 * @param {string[]} folders the packages' folders, each built
 * @returns {{ folder: string, problem: string | null }[]}
 */
export function checkApi(folders = packages.map((name) => `packages/${name}`)) {
  return folders.map((folder) => {
    const { names, report } = readApi(folder);
    const file = join(folder, 'api.md');
    const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const bare = names.filter(({ isDocumented }) => !isDocumented).map(({ name }) => name);
    const problems = [];
    if (committed !== report) {
      problems.push(
        `${file} is not what ${folder} exports. If that is meant, run \`node scripts/api-report.mjs\` and commit it:\n${difference(committed, report)}`,
      );
    }
    if (bare.length > 0)
      problems.push(
        `${folder} exports names without a TSDoc comment. Say what each promises: ${bare.join(', ')}`,
      );
    return { folder, problem: problems.length > 0 ? problems.join('\n') : null };
  });
}

/**
 * The names whose declaration differs, the committed lines with `-` before them and the present ones with `+`.
 *
 * @param {string} committed @param {string} present both reports
 */
export function difference(committed, present) {
  const [before, after] = [blocksOf(committed), blocksOf(present)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => {
      const [old = [], now = []] = [before, after].map((blocks) => blocks.get(name)?.split('\n'));
      const gone = old.filter((line) => !now.includes(line)).map((line) => `  - ${line}`);
      const come = now.filter((line) => !old.includes(line)).map((line) => `  + ${line}`);
      return [`  ${name}`, ...gone, ...come].join('\n');
    })
    .join('\n');
}

/** @param {string} report @returns {Map<string, string>} declarations by name */
function blocksOf(report) {
  return new Map(
    [...report.matchAll(/^## (.+)\n\n```ts\n([\s\S]*?)\n```$/gm)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
}

/** @param {string} folder */
function readApi(folder) {
  const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const names = exportedNames(join(folder, 'dist/index.d.ts'));
  return { names, report: reportOf(name, names) };
}

/** @param {string} file @param {string} specifier a relative one */
function sourceOf(file, specifier) {
  return join(dirname(file), specifier.replace(/\.js$/, '.d.ts'));
}

/** @param {string} file */
function parse(file) {
  const code = readFileSync(file, 'utf8');
  return { code, statements: parseAst(code, { lang: 'dts' }).body };
}

/** @param {string} file @returns {{ local: string, exported: string, from: string | null }[]} */
function exportsOf(file) {
  return parse(file).statements.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration') {
      const from = statement.source.value;
      if (statement.exported) return [{ local: '*', exported: nameOf(statement.exported), from }];
      return from.startsWith('.')
        ? exportsOf(sourceOf(file, from)).map(({ exported }) => ({ local: exported, exported, from }))
        : [];
    }
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const from = statement.source?.value ?? null;
    const own = statement.declaration ? namesIn(statement.declaration) : [];
    return [
      ...own.map((name) => ({ local: name, exported: name, from: null })),
      ...statement.specifiers.map(({ local, exported }) => ({
        local: nameOf(local),
        exported: nameOf(exported),
        from,
      })),
    ];
  });
}

/**
 * @param {string} file @param {string} name
 * @returns {{ text: string, isDocumented: boolean } | null} its declarations (an overloaded function has several)
 */
function declarationOf(file, name) {
  const { code, statements } = parse(file);
  if (name === '*') {
    const members = exportsOf(file).map(({ local }) => declarationOf(file, local)?.text ?? local);
    return { text: members.join('\n'), isDocumented: true };
  }
  const declared = statements.filter((statement) =>
    statement.type === 'ExportNamedDeclaration'
      ? statement.declaration && namesIn(statement.declaration).includes(name)
      : namesIn(statement).includes(name),
  );
  if (declared.length === 0) {
    const passedOn = exportsOf(file).find(({ exported, from }) => exported === name && from?.startsWith('.'));
    return passedOn?.from ? declarationOf(sourceOf(file, passedOn.from), passedOn.local) : null;
  }
  return {
    text: shortened(declared.map(({ start, end }) => plain(code.slice(start, end))).join('\n')),
    isDocumented: declared.some(({ start }) =>
      /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*$/.test(code.slice(0, start)),
    ),
  };
}

/** A declaration without its comments, so that better words change no report. @param {string} text */
function plain(text) {
  return text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^export (declare )?/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** @param {string} text */
function shortened(text) {
  const lines = text.split('\n');
  if (lines.length <= linesShown || !text.startsWith('const ')) return text;
  // The compiler writes the members of an inferred union in one order today and in another tomorrow.
  const words = text.split(/[^\w'"$.-]+/).sort();
  const hash = createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12);
  return `${lines[0]}\n// ... ${lines.length - 1} more lines, sha256 ${hash}`;
}

/** @param {any} statement a node of the tree @returns {string[]} */
function namesIn(statement) {
  if (statement.type === 'VariableDeclaration') {
    return statement.declarations.map((/** @type {any} */ { id }) => id.name);
  }
  return statement.id ? [statement.id.name] : [];
}

/** @param {any} node an identifier or a string */
function nameOf(node) {
  return node.name ?? node.value;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const name of packages) {
    const folder = `packages/${name}`;
    const { names, report } = readApi(folder);
    writeFileSync(join(folder, 'api.md'), report);
    const bare = names.filter(({ isDocumented }) => !isDocumented).map((each) => each.name);
    console.log(
      `${folder}/api.md: ${names.length} names${bare.length > 0 ? `; no TSDoc on ${bare.join(', ')}` : ''}`,
    );
  }
}
