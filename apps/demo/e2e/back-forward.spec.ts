/** The browser keeps a page that is left, and shows it again as it was: the widget must not cost a site that. */
import { chromium, expect, type Page, test } from '@playwright/test';
import { launchOptions } from '../../../browser.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(async () => product?.remove());

const log = (page: Page) => page.getByRole('log');
async function say(page: Page, text: string) {
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill(text);
  await composer.press('Enter');
}

test('a page with an open conversation comes back from the back-forward cache, and goes on live', async () => {
  // Playwright turns the cache off for all pages unless it is told not to.
  const browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(product.url);
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        document.title = `persisted: ${persisted}`;
      }),
    );
    await page.getByRole('button', { name: 'Open chat', exact: true }).click();
    await say(page, 'How long do I have to return a bag?');
    await expect(log(page).locator('[data-author=bot]').last()).toContainText('30 days');
    const other = await context.newPage();
    await other.goto(product.url);
    await other.getByRole('button', { name: 'Open chat', exact: true }).click();
    await expect(log(other)).toContainText('30 days');

    await page.goto(`${product.url}/health`);
    await say(other, 'Said while the first page was away');
    await page.goBack({ waitUntil: 'commit' });
    await expect(page, 'the page was kept by the browser').toHaveTitle(/persisted: true/);
    await expect(log(page)).toContainText('Said while the first page was away');
    await say(page, 'Said after it came back');
    await expect(log(other).getByText('Said after it came back')).toHaveCount(1);
    await expect(log(page).getByText('Said after it came back')).toHaveCount(1);
    await expect(page.getByText('Reconnecting')).toHaveCount(0);
  } finally {
    await browser.close();
  }
});
