/** Every snippet of the README, run as it is written but for the address of the relay. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build, transformWithOxc } from 'vite';
import { freePort, type Product, startProduct } from './product.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let product: Product;
let folder: string;
let readme: string;

test.beforeAll(async () => {
  product = await startProduct();
  folder = await mkdtemp(join(tmpdir(), 'baton-readme-'));
  readme = await readFile(join(root, 'README.md'), 'utf8');
});
test.afterAll(async () => {
  await product?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** The one block of that language with that text in it. */
function snippet(language: string, containing: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(
    ([, of, code]) => of === language && code?.includes(containing),
  );
  expect(blocks, `one ${language} block with ${containing}`).toHaveLength(1);
  return blocks[0]?.[2] ?? '';
}

const withRelay = (code: string) => code.replaceAll('http://localhost:9099', product.url);

/** A page of another origin than the relay's, as a customer's site is. */
async function serve(files: Record<string, string>): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    response.writeHead(files[path] === undefined ? 404 : 200, { 'content-type': type }).end(files[path]);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  return { url: `http://localhost:${port}`, server };
}

/** The code as a site's own build would bundle it. */
async function bundle(name: string, code: string): Promise<Record<string, string>> {
  const entry = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(entry, code);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        {
          find: /^@batonchat\/react\/styles\.css$/,
          replacement: join(root, 'packages/react/dist/styles.css'),
        },
        { find: /^@batonchat\/(\w+)$/, replacement: join(root, 'packages/$1/dist/index.js') },
        { find: /^(react|react-dom)(\/.*)?$/, replacement: join(root, 'node_modules/$1$2') },
      ],
    },
    build: { write: false, rolldownOptions: { input: entry }, modulePreload: false },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Vite gave no output.');
  const files: Record<string, string> = {};
  let tags = '';
  for (const file of output.output) {
    files[`/${file.fileName}`] = file.type === 'chunk' ? file.code : String(file.source);
    tags +=
      file.type === 'chunk'
        ? `<script type="module" src="/${file.fileName}"></script>`
        : `<link rel="stylesheet" href="/${file.fileName}">`;
  }
  files['/index.html'] =
    `<!doctype html><html lang="en"><title>A site</title><body><div id="root"></div>${tags}</body></html>`;
  return files;
}

async function expectAnAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('How long do I have to return a bag?');
  await composer.press('Enter');
  await expect(page.getByRole('log').locator('[data-author=bot]').last()).toContainText('30 days');
}

test('the script tag puts a working chat on a page of another origin', async ({ page }) => {
  const tag = withRelay(snippet('html', '<script'));
  const { url, server } = await serve({
    '/index.html': `<!doctype html><title>A site</title><body><h1>Shop</h1>${tag}`,
  });
  await page.goto(url);
  await expectAnAnswer(page);
  server.close();
});

test('the npm snippet renders the widget in a React app', async ({ page }) => {
  const { url, server } = await serve(await bundle('npm.tsx', withRelay(snippet('tsx', 'ChatWidget'))));
  await page.goto(url);
  await expectAnAnswer(page);
  server.close();
});

test('the headless snippet talks to the bot', async ({ page }) => {
  const { url, server } = await serve(
    await bundle('headless.ts', withRelay(snippet('ts', 'createChatClient'))),
  );
  await page.goto(url);
  await expect(page).toHaveTitle(/[3-9] rows, connected/);
  server.close();
});

test('the relay snippet serves a bot and a desk of one’s own', async () => {
  const port = await freePort();
  const code = snippet('ts', 'createRelay')
    .replace(
      "'@batonchat/relay'",
      JSON.stringify(pathToFileURL(join(root, 'packages/relay/dist/index.js')).href),
    )
    .replace('9098', String(port));
  const file = join(folder, 'relay.mjs');
  await writeFile(file, (await transformWithOxc(code, 'relay.ts')).code);
  const child = spawn(process.execPath, [file], { cwd: folder, stdio: 'inherit' });
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}/health`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 30_000 },
    )
    .toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
});
