import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { test as base, type Page } from '@playwright/test';
import { freePort, type Product, startProduct } from './product.ts';

/** Somebody else's website, on an origin of its own. */
export interface Site {
  /** Serves one page, with this after its heading, and goes there. */
  show(page: Page, body: string, options?: { head?: string; policy?: string }): Promise<void>;
  close(): void;
}

/** A website that is there until it is closed. */
async function startSite(): Promise<Site> {
  let html = '';
  let headers: Record<string, string> = {};
  const server: Server = createServer((request, response) => {
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  return {
    async show(page, body, { head = '', policy } = {}) {
      html = `<!doctype html><html lang="en"><head><title>A site</title>${head}</head><body><h1>A site</h1>${body}</body></html>`;
      headers = policy ? { 'content-security-policy': policy } : {};
      await page.goto(`http://localhost:${port}`);
    },
    close: () => server.close(),
  };
}

/** Tests of the chat on somebody else's site: one running product and one website for all of them. */
export const test = base.extend<object, { product: Product; site: Site }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const product = await startProduct();
      await use(product);
      await product.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
});

/** The script tag, or that of the element. */
export const scriptOf = (product: Product, attributes = '', file = 'embed.js'): string =>
  `<script async ${attributes} src="${product.url}/${file}"></script>`;

/** Calls `Baton` on the page. */
export const call = (page: Page, ...given: unknown[]): Promise<void> =>
  page.evaluate((values) => {
    (window as unknown as { Baton(...values: unknown[]): void }).Baton(...values);
  }, given);

/** What a queue puts in `Baton`'s place until the script is there. */
export const queue = `window.Baton = window.Baton || function () { (window.Baton.q = window.Baton.q || []).push(arguments); };`;
