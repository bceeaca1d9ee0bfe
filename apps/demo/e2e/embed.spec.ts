/** The script tag on somebody else's page: what the page can ask of it, and what its policy may forbid. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { freePort, type Product, startProduct } from './product.ts';

let product: Product;
let server: Server | undefined;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterEach(() => {
  server?.close();
});
test.afterAll(async () => product?.remove());

/** Serves one page of another origin than the relay's and goes there. */
async function goTo(page: Page, body: string, policy?: string): Promise<void> {
  const headers = { 'content-type': 'text/html', ...(policy ? { 'content-security-policy': policy } : {}) };
  server = createServer((_, response) => {
    response
      .writeHead(200, headers)
      .end(`<!doctype html><html lang="en"><title>A site</title><body><h1>A site</h1>${body}</body></html>`);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  await page.goto(`http://localhost:${port}`);
}

const queue = `window.Baton = window.Baton || function () { (window.Baton.q = window.Baton.q || []).push(arguments); };`;

test('works under a policy that forbids all but its nonce and its relay, without one violation', async ({
  page,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
      violations.push(message.text());
  });
  const socket = product.url.replace('http', 'ws');
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-site'",
    "style-src 'none'",
    `connect-src ${product.url} ${socket}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  await goTo(page, `<script async nonce="site" src="${product.url}/embed.js"></script>`, policy);
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('How long do I have to return a bag?');
  await composer.press('Enter');
  const answer = page.getByRole('log').locator('[data-author=bot]').last();
  await expect(answer).toContainText('30 days');
  const bubble = answer.locator('.baton-bubble');
  await expect(bubble, 'its own styles apply').not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  const choice = page.getByRole('group', { name: 'Choices' }).getByRole('button').first();
  await expect(choice, 'and those of the parts, which come later').not.toHaveCSS('border-radius', '0px');
  expect(violations).toEqual([]);
});

test('nothing but the loader is asked for before it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(product.url)) asked.push(new URL(request.url()).pathname);
  });
  await goTo(page, `<script async src="${product.url}/embed.js"></script>`);
  await expect(page.getByRole('button', { name: 'Open chat', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['/embed.js']);
});

test('takes calls from before it loaded, tells of the handoff, and leaves nothing when it is destroyed', async ({
  page,
}) => {
  await goTo(
    page,
    `<script>${queue}
      window.heard = [];
      window.Baton('on', 'handoff', (change) => window.heard.push(change.status));
      window.Baton('open');
    </script>
    <script async src="${product.url}/embed.js"></script>`,
  );
  await expect(page.getByRole('dialog', { name: 'Chat', exact: true })).toBeVisible();
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(['none']);
  await page.getByRole('button', { name: 'Talk to a human', exact: true }).click();
  await expect.poll(heard).toEqual(['none', 'pending']);

  const call = (...of: string[]) =>
    page.evaluate((names) => (window as unknown as { Baton(...call: string[]): void }).Baton(...names), of);
  await call('close');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await call('toggle');
  await expect(page.getByRole('dialog', { name: 'Chat', exact: true })).toBeVisible();

  const warning = page.waitForEvent('console', (message) => message.type() === 'warning');
  await call('explode');
  expect((await warning).text()).toContain('there is no call "explode"');

  await call('destroy');
  await expect(page.getByRole('button', { name: /chat/i })).toHaveCount(0);
  const hosts = () => [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length;
  expect(await page.evaluate(hosts)).toBe(0);
});
