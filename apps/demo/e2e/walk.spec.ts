/** A whole handoff by keyboard alone, under the strictest policy, as a screen reader hears it. */
import { expect, type Page } from '@playwright/test';
import { focusedName, lookOn, noticed } from './onlooker.ts';
import { type OwnRelay, startOwnRelay } from './own-relay.ts';
import { signIn } from './people.ts';
import { call, test } from './site.ts';

let relay: OwnRelay;
test.beforeAll(async () => {
  relay = await startOwnRelay();
});
test.afterAll(async () => relay?.close());

const policyOf = ({ url }: OwnRelay) =>
  [
    "default-src 'none'",
    "script-src 'nonce-site'",
    "style-src 'none'",
    `connect-src ${url} ${url.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
const tag = ({ url }: OwnRelay, attributes = '') =>
  `<script async nonce="site" ${attributes} src="${url}/embed.js"></script>`;

/** Presses Tab (or Shift+Tab) until what has this name is reached. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 20; step++) {
    const now = await focusedName(page);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}; it passes ${passed.join(', ')}.`);
}

test('a handoff from the greeting to the rating', async ({ page, browser, site }) => {
  const ada = await signIn(browser, relay, 'ada@demo.example');
  await lookOn(page);
  await site.show(page, `<button>Of the page</button>${tag(relay)}`, { policy: policyOf(relay) });
  const log = page.getByRole('log');
  const say = async (text: string) => {
    await tabTo(page, 'Message');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  await page.keyboard.press('Tab');
  await tabTo(page, 'Open chat');
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Message');

  await expect(log.getByRole('button', { name: 'A return', exact: true })).toBeVisible();
  await tabTo(page, 'A return', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(log.getByText('Returns are free.')).toBeVisible();
  await say('How long?');
  await expect(log.getByText('You said: How long?')).toBeVisible();

  await tabTo(page, 'Talk to a human');
  await page.keyboard.press('Enter');
  await ada.items().first().click();
  await tabTo(page, 'Leave your details', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Email/);
  await page.keyboard.type('jo@example.com');
  await page.keyboard.press('Enter');
  await expect(log.getByText('We can reach you at jo@example.com')).toBeVisible();

  await ada.page.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(log.getByText('Ada joined')).toBeVisible();
  await ada.say('Ada here.');
  await expect(log.getByText('Ada here.')).toBeVisible();
  await say('Thanks, Ada.');
  await expect(ada.log.getByText('Thanks, Ada.')).toBeVisible();
  await tabTo(page, 'End conversation', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(log.getByRole('radio').first()).toBeVisible();

  await tabTo(page, /^1 of 5/);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, 'Submit rating');
  await page.keyboard.press('Enter');
  await expect(log.getByText('Thank you!')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => focusedName(page)).toBe('Open chat');
  const { announced, lost, violations } = await noticed(page);
  expect(announced, 'what a screen reader says, once each and in order').toEqual([
    'Fern: Hello!\nWhat is it about?\nA return\nA repair',
    'Fern: Returns are free.',
    'Fern: You said: How long?',
    'Connecting you with a human...',
    'Thanks. We can reach you at jo@example.com.',
    'Ada joined',
    'Ada: Ada here.',
    'You ended the conversation. You are back with the assistant.',
    'Fern: How was it?\nRating',
    'Fern: Thank you!',
  ]);
  expect(lost, 'what had the focus when it went astray').toEqual([]);
  expect(violations).toEqual([]);
});

test('every part, another language, the dark theme and the frame break no policy', async ({ page, site }) => {
  await lookOn(page);
  await page.route('https://pictures.example/*', (route) =>
    route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>',
    }),
  );
  await site.show(page, tag(relay, 'data-theme="dark"'), {
    policy: `${policyOf(relay)}; img-src https://pictures.example`,
  });
  await call(page, 'message', 'parts', { send: true });
  const log = page.getByRole('log');
  await expect(log.getByLabel('Order number')).toBeVisible();
  await expect(log.locator('.baton-bubble').last(), 'with the styles of the widget').not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );
  const send = log.getByRole('button', { name: 'Submit', exact: true });
  await expect(send, 'and those of the parts').not.toHaveCSS('border-radius', '0px');
  await expect(log.getByRole('img', { name: 'A sling' }).first()).toBeVisible();
  await call(page, 'locale', 'ar');
  await expect(page.locator('.baton-widget[lang=ar]')).toBeVisible();
  await call(page, 'bubble', 'Hi');
  await call(page, 'hide');
  await call(page, 'show');
  await call(page, 'destroy');
  expect((await noticed(page)).violations).toEqual([]);

  const policy = `${policyOf(relay).replace(/connect-src [^;]*/, `frame-src ${relay.url}`)}`;
  await site.show(page, tag(relay, 'data-frame'), { policy });
  await page.getByRole('button', { name: 'Open chat', exact: true }).click();
  await expect(
    page.frameLocator('iframe').getByRole('textbox', { name: 'Message', exact: true }),
  ).toBeVisible();
  expect((await noticed(page)).violations).toEqual([]);
});
