/** Files on somebody else's site: in a frame of the relay's origin, and under the strictest policy that shows pictures. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { lookOn, noticed } from './onlooker.ts';
import { scriptOf, test } from './site.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mNQaEiAIAY4CwA6lAYBrbcWXgAAAABJRU5ErkJggg==',
  'base64',
);

/** Pastes a picture, or drops it, as a browser tells of it. */
const give = (to: Locator, name: string, by: 'paste' | 'drop') =>
  to.evaluate(
    (element, given) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(given.bytes)], given.name, { type: 'image/png' }));
      const options = { bubbles: true, cancelable: true, composed: true };
      element.dispatchEvent(
        given.by === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      );
    },
    { bytes: [...picture], name, by },
  );

const partsOf = (place: Page | FrameLocator) => ({
  composer: place.getByRole('textbox', { name: 'Message', exact: true }),
  attach: place.getByRole('button', { name: 'Attach files', exact: true }),
  panel: place.getByRole('dialog', { name: 'Chat' }),
  tray: place.getByRole('list', { name: 'Attachments' }),
  log: place.getByRole('log'),
});

/** A picture that the browser has got, and not the place that is kept for it. */
const isShown = (image: Locator) =>
  expect.poll(() => image.last().evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(3);

test('in a frame files are picked, pasted, dropped and previewed, and shown again after a reload', async ({
  page,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product, 'data-frame'));
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const { composer, attach, panel, tray, log } = partsOf(page.frameLocator('iframe'));
  await expect(attach).toBeVisible();
  await give(composer, 'pasted.png', 'paste');
  await give(panel, 'dropped.png', 'drop');
  const choosing = page.waitForEvent('filechooser');
  await attach.click();
  await (await choosing).setFiles({ name: 'picked.png', mimeType: 'image/png', buffer: picture });
  await expect(tray.getByRole('listitem')).toContainText(['pasted.png', 'dropped.png', 'picked.png']);
  for (const item of await tray.getByRole('listitem').all()) await isShown(item.locator('img'));
  await composer.press('Enter');
  await expect(tray).toHaveCount(0);
  for (const name of ['pasted.png', 'dropped.png', 'picked.png'])
    await isShown(log.getByRole('img', { name }));
  await expect(log.getByText('Sent')).toBeVisible();
  await page.reload();
  await isShown(log.getByRole('img', { name: 'picked.png' }));
});

test('pictures and emoji are picked and shown under a policy that has img-src and connect-src opened, and break none', async ({
  page,
  product,
  site,
}) => {
  await lookOn(page);
  const { url } = product;
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-site'",
    "style-src 'none'",
    `connect-src ${url} ${url.replace('http', 'ws')}`,
    `img-src ${url} blob:`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  await site.show(page, scriptOf(product, 'nonce="site"'), { policy });
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  const { composer, attach, tray, log } = partsOf(page);
  await expect(attach).toBeVisible();
  await give(composer, 'bag.png', 'paste');
  await isShown(tray.locator('img'));
  await page.getByRole('button', { name: 'Insert emoji', exact: true }).click();
  await page.getByRole('button', { name: '👍' }).first().click();
  await expect(composer).toHaveValue('👍');
  await expect(composer).toBeFocused();
  await composer.press('Enter');
  await isShown(log.getByRole('img', { name: 'bag.png' }));
  await expect(log.getByText('Sent')).toBeVisible();
  expect((await noticed(page)).violations).toEqual([]);
  await page.reload();
  await isShown(log.getByRole('img', { name: 'bag.png' }));
  expect((await noticed(page)).violations).toEqual([]);
});
