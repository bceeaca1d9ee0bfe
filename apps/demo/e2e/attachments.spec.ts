/** Files in both directions, on the built product: the widget stands in a shadow root there. */
import { expect, type Locator, test } from '@playwright/test';
import { signIn, visit } from './people.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
test.beforeAll(async () => {
  product = await startProduct();
});
test.afterAll(async () => product?.remove());

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mNQaEiAIAY4CwA6lAYBrbcWXgAAAABJRU5ErkJggg==',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** The picture of this name is here, and not the place that is kept for it; it may have to be scrolled to. */
const isShown = (log: Locator, name: string) =>
  expect(async () => {
    const picture = log.getByRole('img', { name });
    if ((await picture.count()) === 0) {
      await log.hover();
      await log.page().mouse.wheel(0, -300);
    }
    expect(await picture.last().evaluate(widthOf, null, { timeout: 500 })).toBe(3);
  }).toPass({ timeout: 10_000 });
/** It is at the end of the log, or will be: nobody who scrolled up meanwhile would see it come. */
async function comes(log: Locator, name: string) {
  await expect(log.getByRole('img', { name }).last()).toBeVisible();
  await isShown(log, name);
}
const widthOf = (element: Element) => (element as HTMLImageElement).naturalWidth;

test('a visitor pastes a picture and picks a PDF, an agent sees both and sends one back, and a reload keeps them', async ({
  browser,
}) => {
  const visitor = await visit(browser, product);
  await visitor.open();
  const attach = visitor.panel.getByRole('button', { name: 'Attach files', exact: true });
  await expect(attach).toBeVisible();

  await visitor.composer.evaluate(
    (element, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'bag.png', { type: 'image/png' }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [...picture],
  );
  const tray = visitor.panel.getByRole('list', { name: 'Attachments' });
  await expect(tray.getByRole('listitem')).toHaveCount(1);
  const choosing = visitor.page.waitForEvent('filechooser');
  await attach.click();
  const chooser = await choosing;
  await chooser.setFiles([
    { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'trick.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>') },
  ]);
  await expect(tray.getByRole('listitem').filter({ hasText: 'trick.png' })).toContainText('Not accepted');
  await tray.getByRole('button', { name: 'Remove trick.png', exact: true }).click();
  await visitor.say('This bag, and the receipt');
  await expect(tray).toHaveCount(0);
  await isShown(visitor.log, 'bag.png');

  await visitor.say('talk to a human');
  const ada = await signIn(browser, product, 'ada@demo.example');
  await ada.items().first().click();
  await isShown(ada.log, 'bag.png');
  const link = ada.log.getByRole('link', { name: /receipt\.pdf/ });
  const download = ada.page.waitForEvent('download');
  await link.click();
  expect((await download).suggestedFilename()).toBe('receipt.pdf');

  await ada.page.getByRole('button', { name: 'Claim', exact: true }).first().click();
  await expect(ada.reply).toBeEnabled();
  const asked = ada.page.waitForEvent('filechooser');
  await ada.page.getByRole('button', { name: 'Attach files', exact: true }).click();
  await (await asked).setFiles({ name: 'label.png', mimeType: 'image/png', buffer: picture });
  await ada.reply.press('Enter');
  await comes(visitor.log, 'label.png');

  await Promise.all([visitor.page.reload(), ada.page.reload()]);
  await expect(visitor.panel, 'a panel that was open is open again').toBeVisible();
  for (const log of [visitor.log, ada.log]) {
    await comes(log, 'label.png');
    await isShown(log, 'bag.png');
    await expect(log.getByText('receipt.pdf')).toBeVisible();
  }
});
