/** The ways into a page besides the launcher's panel, each on somebody else's origin. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
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

test('by a bubble, which can be sent away in any language and by a thumb', async ({
  page,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product, 'data-bubble="Brauchen Sie Hilfe?" data-dismiss="Ausblenden"'));
  const dismiss = page.getByRole('button', { name: 'Ausblenden', exact: true });
  const size = await dismiss.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(32);
  await dismiss.click();
  await expect(page.getByText('Brauchen Sie Hilfe?')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open chat', exact: true })).toBeFocused();
});

test('dressed by the page: on its root, around the chat, on the element, and in the frame', async ({
  page,
  product,
  site,
}) => {
  const dress = '<style>:root{--baton-accent:#7c2d6b}.around{--baton-surface:#fffaf3}</style>';
  const accentIn = (chat: Locator) =>
    chat.evaluate((element) => getComputedStyle(element).getPropertyValue('--baton-accent').trim());
  const textOf = (where: Page | FrameLocator | Locator) => where.getByRole('textbox', composer);

  await site.show(
    page,
    `${dress}<div class="around"><baton-chat placement="inline" style="--baton-accent:#0b7348"></baton-chat></div>${scriptOf(product, '', 'baton-chat.js')}`,
  );
  await expect(textOf(page)).toBeVisible();
  expect(await accentIn(textOf(page))).toBe('#0b7348');
  await expect(page.locator('.baton-panel')).toHaveCSS('background-color', 'rgb(255, 250, 243)');

  await site.show(page, `${dress}${scriptOf(product, 'data-frame')}`);
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const framed = textOf(page.frameLocator('iframe'));
  await expect(framed).toBeVisible();
  expect(await accentIn(framed)).toBe('#7c2d6b');

  await site.show(
    page,
    `<link rel="stylesheet" href="${product.url}/embed/themes/sand.css"><script>document.documentElement.className='baton-theme-sand'</script>${scriptOf(product, 'data-theme="dark"')}`,
  );
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  await expect(page.locator('.baton-panel')).toHaveCSS('background-color', 'rgb(33, 26, 21)');
});
