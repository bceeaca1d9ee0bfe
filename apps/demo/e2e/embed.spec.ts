/** The script tag on somebody else's page: what the page can ask of it. */
import { expect } from '@playwright/test';
import { call, queue, scriptOf, test } from './site.ts';

test('nothing but the loader is asked for before it is opened', async ({ page, product, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(product.url)) asked.push(new URL(request.url()).pathname);
  });
  await site.show(page, scriptOf(product));
  await expect(page.getByRole('button', { name: 'Open chat', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual(['/embed.js']);
});

test('takes calls from before it loaded, tells of the handoff, and leaves nothing when it is destroyed', async ({
  page,
  product,
  site,
}) => {
  await site.show(
    page,
    `<script>${queue}
      window.heard = [];
      window.Baton('on', 'handoff', (change) => window.heard.push(change.status));
      window.Baton('open');
    </script>
    ${scriptOf(product)}`,
  );
  await expect(page.getByRole('dialog', { name: 'Chat', exact: true })).toBeVisible();
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(['none']);
  await page.getByRole('button', { name: 'Talk to a human', exact: true }).click();
  await expect.poll(heard).toEqual(['none', 'pending']);

  await call(page, 'close');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await call(page, 'toggle');
  await expect(page.getByRole('dialog', { name: 'Chat', exact: true })).toBeVisible();

  const warning = page.waitForEvent('console', (message) => message.type() === 'warning');
  await call(page, 'explode');
  expect((await warning).text()).toContain('there is no call "explode"');

  await call(page, 'destroy');
  await expect(page.getByRole('button', { name: /chat/i })).toHaveCount(0);
  const hosts = () => [...document.querySelectorAll('*')].filter((element) => element.shadowRoot).length;
  expect(await page.evaluate(hosts)).toBe(0);
});
