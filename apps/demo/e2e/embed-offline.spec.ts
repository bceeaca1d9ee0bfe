/** The launcher where the chat can't be loaded: whoever presses it sees that, and need not reload the page. */
import { expect, type Page } from '@playwright/test';
import { queue, scriptOf, test } from './site.ts';

const composerOf = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const launcherOf = (page: Page) => page.getByRole('button', { name: 'Open chat', exact: true });

for (const [way, attributes] of [
  ['the page itself', ''],
  ['a frame', 'data-frame'],
] as const)
  test(`pressed while there is no network, it opens the chat in ${way} at a later press or when there is one`, async ({
    page,
    context,
    product,
    site,
  }) => {
    const warnings: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const told = `<script>${queue} Baton('on', 'error', ({ reason }) => { document.title += ' ' + reason; });</script>`;
    await site.show(page, `${told}${scriptOf(product, attributes)}`);
    await expect(launcherOf(page)).toBeVisible();

    await context.setOffline(true);
    await launcherOf(page).click();
    await expect
      .poll(() => warnings)
      .toEqual([expect.stringMatching(/^Baton: .*dynamically imported module/)]);
    await expect(page).toHaveTitle('A site load-failed');
    await expect(launcherOf(page)).not.toHaveAttribute('aria-busy');
    await expect(launcherOf(page)).toBeEnabled();
    await launcherOf(page).press('Enter');
    await expect.poll(() => warnings.length).toBe(2);

    await context.setOffline(false);
    const inside = attributes ? page.frameLocator('iframe') : page;
    await expect(inside.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
  });

test('while the chat is on its way, the launcher says that it is busy', async ({ page, product, site }) => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route('**/embed/app-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await site.show(page, scriptOf(product));
  await launcherOf(page).click();
  await expect(launcherOf(page)).toHaveAttribute('aria-busy', 'true');
  await expect(launcherOf(page)).toHaveCSS('opacity', '0.5');
  go();
  await expect(composerOf(page)).toBeFocused();
});
