/** A visitor who is signed in on somebody else's page, from `Baton('identify')` to the agent who sees the mark. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { signIn } from './people.ts';
import { freePort, type Product, startProduct } from './product.ts';

const secret = 'an-identity-secret-for-tests-of-32-bytes-or-more';
let product: Product;
let server: Server;
let site: string;

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function tokenOf(sub: string): string {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const text = `${encoded({ alg: 'HS256' })}.${encoded({ sub, aud: 'baton', exp, name: 'Vera Blum' })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

test.beforeAll(async () => {
  product = await startProduct({ BATON_IDENTITY_SECRET: secret });
  server = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? '', 'http://localhost');
    const user = searchParams.get('user') ?? '';
    if (pathname === '/token') return response.end(tokenOf(user));
    const frame = searchParams.has('frame') ? 'data-frame' : '';
    const identify = user
      ? `Baton('identify', () => fetch('/token?user=${user}').then((answer) => answer.text()));`
      : '';
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><html lang="en"><title>A site</title><body><h1>A site</h1>
        <script>window.Baton = function () { (Baton.q = Baton.q || []).push(arguments); }; ${identify}</script>
        <script async src="${product.url}/embed.js" ${frame}></script>`);
  });
  const port = await freePort();
  server.listen(port);
  await once(server, 'listening');
  site = `http://localhost:${port}`;
});
test.afterAll(async () => {
  server?.close();
  await product?.remove();
});

async function visit(where: Browser | Page, query: string, inFrame = false) {
  const page = 'goto' in where ? where : await (await where.newContext()).newPage();
  await page.goto(`${site}/${query}`);
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const chat = inFrame ? page.frameLocator('iframe') : page;
  const composer = chat.getByRole('textbox', { name: 'Message', exact: true });
  return {
    page,
    log: chat.getByRole('log'),
    async say(text: string) {
      await composer.fill(text);
      await composer.press('Enter');
      await expect(chat.getByRole('log')).toContainText(text);
    },
  };
}

test('is the same person on every device and in a frame, and nobody after the logout', async ({
  browser,
}) => {
  const phone = await visit(browser, '?user=vera');
  await phone.say('Can I talk to a human?');
  const agent = await signIn(browser, product, 'ada@demo.example');
  await expect(agent.items().first()).toContainText('Vera Blum');
  await expect(agent.items().first()).toContainText('Verified');

  const laptop = await visit(browser, '?user=vera&frame', true);
  await expect(laptop.log).toContainText('Can I talk to a human?');

  const otherTab = await visit(await phone.page.context().newPage(), '?user=vera');
  await expect(otherTab.log).toContainText('Can I talk to a human?');
  await phone.page.evaluate(() => window.Baton?.('logout'));
  for (const { log } of [phone, otherTab]) await expect(log).not.toContainText('Can I talk to a human?');

  const browsing = phone.page.context();
  const next = await visit(await browsing.newPage(), '?user=walt');
  await next.say('I am Walt');
  await expect(next.log).not.toContainText('Can I talk to a human?');
  const nobody = await visit(await browsing.newPage(), '');
  await nobody.say('Nobody in particular');
  await expect(nobody.log).not.toContainText(/I am Walt|Can I talk/);
});
