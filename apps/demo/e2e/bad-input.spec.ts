/** What a visitor may type and a stranger may send: it shows as text, or it is refused with the text kept. */
import { expect, test } from '@playwright/test';
import { signIn, visit } from './people.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(async () => product?.remove());

test('HTML in a message is text on both sides, and no script runs', async ({ browser }) => {
  const visitor = await visit(browser, product);
  const ada = await signIn(browser, product, 'ada@demo.example');
  const dialogs: string[] = [];
  for (const { page } of [visitor, ada])
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  const hostile = '<img src=x onerror=alert(1)> [link](javascript:alert(2)) <b>bold</b>';
  await visitor.open();
  await visitor.say(hostile);
  await visitor.say('talk to a human');
  await ada.items().first().click();
  for (const log of [visitor.log, ada.log]) {
    const row = log.locator('[data-author=visitor]').first();
    await expect(row).toContainText('<img src=x onerror=alert(1)>');
    await expect(row).toContainText('<b>bold</b>');
    await expect(row.locator('img[src=x], b, a[href^=javascript]')).toHaveCount(0);
  }
  expect(dialogs).toEqual([]);
});

test('a message over the limit is refused in the composer, with the text kept', async ({ browser }) => {
  const visitor = await visit(browser, product);
  await visitor.open();
  const long = 'word '.repeat(900);
  await visitor.composer.fill(long);
  await visitor.composer.press('Enter');
  await expect(visitor.composer).toHaveValue(long);
  await expect(visitor.log.locator('[data-author=visitor]')).toHaveCount(0);
  await expect(visitor.panel.getByText(/too long/i).first()).toBeVisible();
});

test('a socket from a page that is not allowed is refused', async ({ page }) => {
  await page.goto('about:blank');
  const outcome = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    product.url,
  );
  expect(outcome).toBe('refused');
});
