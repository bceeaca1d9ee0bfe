import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

const entry = 'virtual:page';
const index = JSON.stringify(fileURLToPath(new URL('./index.ts', import.meta.url)));

/** The code of a page that imports these names of the package and nothing else. */
async function codeOfPageWith(...names: string[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: entry } },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? `import { ${names} } from ${index}; globalThis.page = [${names}];` : null,
      },
    ],
  });
  const { output } = built as Rolldown.RolldownOutput;
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

test('a page that reads frames carries the schema library, by which the next tests would notice it', async () => {
  expect(await codeOfPageWith('upFrame')).toContain('valibot');
});

test('a page that folds and sends carries no schema', async () => {
  const code = await codeOfPageWith(
    'applyEvents',
    'emptyConversation',
    'limits',
    'typingMs',
    'closeCodes',
    'protocolVersion',
    'asksForHuman',
    'textOf',
    'defaultHandoffSettings',
    'endReasons',
    'handoffReasons',
  );
  expect(code).toContain('handoff-requested');
  expect(code).not.toContain('valibot');
});

test('nor does one that runs the machine itself', async () => {
  const code = await codeOfPageWith('planCommit', 'newRecord', 'inboxRowOf', 'logOf');
  expect(code).toContain('handoff-briefed');
  expect(code).not.toContain('valibot');
});
