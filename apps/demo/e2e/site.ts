import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { freePort } from './product.ts';

/** Somebody else's website, on an origin of its own. */
export interface Site {
  /** Serves one page, with this after its heading, and goes there. */
  show(page: Page, body: string): Promise<void>;
  close(): void;
}

/** A website that is there until it is closed. */
export async function startSite(): Promise<Site> {
  let html = '';
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  return {
    async show(page, body) {
      html = `<!doctype html><html lang="en"><title>A site</title><body><h1>A site</h1>${body}</body></html>`;
      await page.goto(`http://localhost:${port}`);
    },
    close: () => server.close(),
  };
}
