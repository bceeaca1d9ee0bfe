import { expect } from '@playwright/test';

const patient = expect.configure({ timeout: 30_000 });

/**
 * Opens a site as a visitor does, opens its chat, and asks the bot something.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {boolean} isRendered by a server: then the launcher is in the HTML
 * @returns {Promise<string[]>} what the console, an uncaught error or a broken policy had to say: nothing, when all is well
 * @throws when the chat does not work
 */
export async function problemsOfGuest(browser, url, isRendered) {
  const html = await (await fetch(url)).text();
  patient(html.includes('aria-label="Open chat"'), 'the launcher is in the HTML').toBe(isRendered);

  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const problems = [];
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error}`));
    page.on('console', (message) => {
      if (/error|warning/.test(message.type())) problems.push(`${message.type()}: ${message.text()}`);
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'Open chat', exact: true }).click();
    const composer = page.getByRole('textbox', { name: 'Message', exact: true });
    await patient(composer).toBeFocused();
    await composer.fill('How long do I have to return a bag?');
    await composer.press('Enter');
    const answer = page.getByRole('log').locator('[data-author=bot]').last();
    await patient(answer).toContainText('30 days');
    const bubble = answer.locator('.baton-bubble');
    await patient(bubble, 'the stylesheet applies').not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const choice = page.getByRole('group', { name: 'Choices' }).getByRole('button').first();
    await patient(choice, 'so do the styles of the parts').not.toHaveCSS('border-radius', '0px');
    await page.reload();
    await patient(answer, 'the panel is open again after a reload').toContainText('30 days');

    const link = page.getByRole('link', { name: 'Help', exact: true });
    if ((await link.count()) > 0) {
      await link.click();
      const german = page.locator('.baton-widget[lang=de]').getByRole('log');
      await patient(german, 'still open on another page of the site, now in its language').toContainText(
        '30 days',
      );
    }
    return problems;
  } finally {
    await context.close();
  }
}
