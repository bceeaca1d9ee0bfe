/** What a page asks of the chat by `Baton`, and what becomes of it when the page changes around it. */
import { expect, type Page } from '@playwright/test';
import { signIn } from './people.ts';
import { call, scriptOf, test } from './site.ts';

const composerOf = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const launcherOf = (page: Page) => page.getByRole('button', { name: 'Open chat', exact: true });

/** What the console of the page warns of, from now on. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  return warnings;
}

test('message writes or sends, context reaches the agent, hide and show take all of it', async ({
  page,
  browser,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product));
  await call(page, 'context', { plan: 'pro' });
  await call(page, 'message', 'About my order');
  await expect(composerOf(page)).toBeFocused();
  await expect(composerOf(page)).toHaveValue('About my order');
  await call(page, 'message', 'talk to a human', { send: true });
  await expect(page.getByRole('log').getByText('talk to a human')).toBeVisible();
  // What was sent stands in the log alone; what was being written stays in the box.
  await expect(composerOf(page)).toHaveValue('About my order');
  await call(page, 'hide');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.baton-launcher')).toBeHidden();
  await call(page, 'show');
  await expect(page.getByRole('dialog')).toBeVisible();

  const ada = await signIn(browser, product, 'ada@demo.example');
  await ada.items().first().click();
  await expect(ada.page.getByText('plan', { exact: true })).toBeVisible();
  await expect(ada.page.getByText('pro', { exact: true })).toBeVisible();
});

test('it outlives a page that replaces its body, and a second tag is told once that there is one', async ({
  page,
  product,
  site,
}) => {
  const warnings = warningsOf(page);
  await site.show(page, scriptOf(product));
  await launcherOf(page).click();
  await composerOf(page).fill('half a thought');
  await page.evaluate((src) => {
    history.pushState(null, '', '/another');
    const body = document.createElement('body');
    body.append('Another page');
    for (let tag = 0; tag < 2; tag++) {
      const script = document.createElement('script');
      script.src = src;
      body.append(script);
    }
    document.body.replaceWith(body);
  }, `${product.url}/embed.js`);
  await expect.poll(() => warnings).toEqual([expect.stringMatching(/script tag twice.*data-global/)]);
  await expect(composerOf(page)).toHaveValue('half a thought');
  await expect(page.locator('.baton-launcher')).toHaveCount(1);
});

test('several stand on one page, each under its own name, and end one by one', async ({
  page,
  product,
  site,
}) => {
  const at = (id: string) =>
    `<div id="${id}" style="height: 300px"></div>${scriptOf(product, `data-global="${id}" data-placement="inline" data-target="#${id}"`)}`;
  await site.show(page, `${at('Sales')}${at('Service')}${scriptOf(product)}`);
  const composerIn = (id: string) => page.locator(`#${id}`).getByRole('textbox', { name: 'Message' });
  await composerIn('Sales').fill('to sales');
  await composerIn('Service').fill('to service');
  await launcherOf(page).click();
  await expect(composerOf(page).last()).toBeFocused();
  await page.evaluate(() => (window as unknown as { Sales(name: string): void }).Sales('destroy'));
  await expect(composerIn('Sales')).toHaveCount(0);
  await expect(composerIn('Service')).toHaveValue('to service');
});

test('what is written wrong gets one warning each, which names it', async ({ page, product, site }) => {
  const warnings = warningsOf(page);
  await site.show(page, scriptOf(product, 'data-colour="red" data-theme="night"'));
  await call(page, 'open');
  await expect(composerOf(page)).toBeFocused();
  await call(page, 'message', '');
  await call(page, 'locale', 7);
  await call(page, 'explode');
  await call(page, 'explode');
  await expect
    .poll(() => warnings.map((warning) => warning.split('. ')[0]))
    .toEqual([
      'Baton: there is no option "colour" (data-colour)',
      'Baton: data-theme is "night"',
      expect.stringContaining("Baton('message', ...) wants"),
      expect.stringContaining("Baton('locale', ...) wants"),
      'Baton: there is no call "explode"',
    ]);
});

test('in a frame it is closed and opened again, and its badge tells what came in between', async ({
  page,
  browser,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product, 'data-frame'));
  await launcherOf(page).click();
  const frame = page.frameLocator('iframe');
  const composer = frame.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('talk to a human');
  await composer.press('Enter');
  const ada = await signIn(browser, product, 'ada@demo.example');
  await ada.items().filter({ hasText: 'talk to a human' }).last().click();
  await ada.page.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(frame.getByRole('log').getByText('Ada joined')).toBeVisible();

  await call(page, 'close');
  await expect(page.locator('iframe')).toBeHidden();
  await ada.say('Are you there?');
  await expect(page.locator('.baton-count')).toHaveText('1');
  await launcherOf(page).click();
  await expect(frame.getByRole('log').getByText('Are you there?')).toBeVisible();
  await expect(page.locator('.baton-count')).toBeHidden();
});

test('in a frame that was open it is open again after a reload, and takes no focus for it', async ({
  page,
  product,
  site,
}) => {
  const body = `<input autofocus>${scriptOf(product, 'data-frame')}`;
  await site.show(page, body);
  const composer = page.frameLocator('iframe').getByRole('textbox', { name: 'Message', exact: true });
  const focused = () => page.evaluate(() => document.activeElement?.localName);
  await launcherOf(page).click();
  await expect(composer).toBeFocused();
  await page.reload();
  await expect(composer).toBeVisible();
  expect(await focused()).toBe('input');

  // The page hides the frame at once; what stands in it notes that as soon as it has heard.
  const openPanels = () =>
    page
      .frames()
      .at(-1)
      ?.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('baton-panel:')).length);
  await expect.poll(openPanels).toBe(1);
  await call(page, 'close');
  await expect(page.locator('iframe')).toBeHidden();
  await expect.poll(openPanels).toBe(0);
  await page.reload();
  await expect(page.locator('iframe')).toBeAttached();
  await expect.poll(() => page.frames().length).toBe(2);
  await expect(page.locator('iframe')).toBeHidden();
});

test('asked to open in a language that has to be loaded, it has the focus once it speaks it', async ({
  page,
  product,
  site,
}) => {
  await site.show(page, scriptOf(product, 'data-locale="de"'));
  await call(page, 'open');
  await expect(page.getByRole('textbox', { name: 'Nachricht', exact: true })).toBeFocused();
});
