import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const notBuilt = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Storybook is not built</title></head>
<body>
<h1>Storybook is not built yet</h1>
<p>Run <code>npm run storybook build</code> in the repository, then reload this page.
While you change components, <code>npm run storybook</code> serves it on <a href="http://localhost:6006">localhost:6006</a>.</p>
<p><a href="/">Back to the shop</a></p>
</body>
</html>`;

/**
 * The static build of Storybook, from its folder at each request, so that one that is made while the demo runs is shown.
 * Until there is one, a page that names the command.
 */
export function createStorybook(folder: string): Hono {
  const storybook = new Hono();
  storybook.get('/storybook', (context) => context.redirect('/storybook/', 301));
  storybook.get('/storybook/:path{.*}', async (context) => {
    const path = context.req.param('path') || 'index.html';
    const type = TYPES[extname(path)];
    const isInside = !path.split(/[\\/]/).includes('..');
    const body = type && isInside ? await readFile(join(folder, path)).catch(() => null) : null;
    if (body && type)
      return context.body(new Uint8Array(body), 200, {
        'content-type': type,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
    return path === 'index.html' ? context.html(notBuilt) : context.notFound();
  });
  return storybook;
}
