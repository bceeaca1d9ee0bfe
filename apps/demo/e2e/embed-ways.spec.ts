/** The ways into a page besides the launcher's panel, each on somebody else's origin. */
import { expect } from '@playwright/test';
import { scriptOf, test } from './site.ts';

const composer = { name: 'Message', exact: true };

test('in a frame of the relay’s origin, opened by the launcher that stays on the page', async ({
  page,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product, 'data-frame'));
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  await expect(page.frameLocator('iframe').getByRole('textbox', composer)).toBeVisible();
});

test('in an element of the page, and in place of the page', async ({ page, product, site }) => {
  const target = '<div id="help" style="height: 500px"></div>';
  await site.show(page, `${target}${scriptOf(product, 'data-placement="inline" data-target="#help"')}`);
  await expect(page.locator('#help').getByRole('textbox', composer)).toBeVisible();
  await site.show(page, scriptOf(product, 'data-placement="page"'));
  await expect(page.getByRole('textbox', composer)).toBeVisible();
});

test('as an element of its own, which is gone when it is taken out', async ({ page, product, site }) => {
  const element = '<baton-chat placement="inline" style="height: 500px"></baton-chat>';
  await site.show(page, `${scriptOf(product, '', 'baton-chat.js')}${element}`);
  await expect(page.locator('baton-chat').getByRole('textbox', composer)).toBeVisible();
  await page.evaluate(() => document.querySelector('baton-chat')?.remove());
  await expect(page.getByRole('textbox', composer)).toHaveCount(0);
});

test('by a bubble, which goes when it is taken up', async ({ page, product, site }) => {
  await site.show(page, scriptOf(product, 'data-bubble="Need help?"'));
  const bubble = page.getByRole('button', { name: 'Need help?', exact: true });
  await bubble.click();
  await expect(page.getByRole('textbox', composer)).toBeVisible();
  await expect(bubble).toHaveCount(0);
});
