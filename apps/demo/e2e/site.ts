import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from '@playwright/test';
import { freePort } from './product.ts';

/** Somebody else's website, on an origin of its own. */
export interface Site {
  /** Serves one page, with this after its heading, and goes there. */
  show(page: Page, body: string, options?: { policy?: string; head?: string }): Promise<void>;
  close(): void;
}

/** A website that is there until it is closed. */
export async function startSite(): Promise<Site> {
  let answer = { headers: {}, html: '' };
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', ...answer.headers }).end(answer.html);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  return {
    async show(page, body, { policy, head = '' } = {}) {
      answer = {
        headers: policy ? { 'content-security-policy': policy } : {},
        html: `<!doctype html><html lang="en"><head><title>A site</title>${head}</head><body><h1>A site</h1>${body}</body></html>`,
      };
      await page.goto(`http://localhost:${port}`);
    },
    close: () => server.close(),
  };
}

/** Calls `Baton` in the page. */
export const call = (page: Page, ...of: unknown[]): Promise<void> =>
  page.evaluate((given) => {
    (window as unknown as { Baton(...call: unknown[]): void }).Baton(...given);
  }, of);

/** The snippet that lets a page call before the script is there. */
export const stub = `window.Baton = window.Baton || function () { (window.Baton.q = window.Baton.q || []).push(arguments); };`;
