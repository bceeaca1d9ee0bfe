/** The chat as a guest on somebody else's page: it leaves no trace there, and nothing there reaches into it. */
import { expect, type Page } from '@playwright/test';
import { countHoldings, holdings, memoryOf } from './holdings.ts';
import { call, scriptOf, test } from './site.ts';

const composerOf = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const launcherOf = (page: Page) => page.getByRole('button', { name: 'Open chat', exact: true });

/** Puts the script tag into the page, waits until the chat is open in it, and destroys it. */
const mountAndDestroy = (page: Page, src: string, times: number) =>
  page.evaluate(
    async ([src, times]) => {
      const host = window as unknown as { Baton(...call: unknown[]): void };
      for (let round = 0; round < times; round++) {
        const script = document.createElement('script');
        script.src = src;
        const loaded = new Promise((resolve) => {
          script.onload = resolve;
        });
        document.body.append(script);
        await loaded;
        const opened = new Promise((resolve) => host.Baton('on', 'open', resolve));
        host.Baton('open');
        await opened;
        host.Baton('destroy');
        script.remove();
      }
    },
    [src, times] as const,
  );

test('mounted and destroyed a hundred times, it leaves the page as it was, and mounts once more', async ({
  page,
  product,
  site,
}) => {
  const src = `${product.url}/embed.js`;
  await countHoldings(page);
  await site.show(page, '<button>Of the page</button>');
  const session = await page.context().newCDPSession(page);
  const before = await holdings(page);
  await mountAndDestroy(page, src, 10);
  await expect.poll(() => holdings(page)).toEqual(before);
  const warm = await memoryOf(session);
  await mountAndDestroy(page, src, 90);
  await expect.poll(() => holdings(page)).toEqual(before);
  const end = await memoryOf(session);
  expect(end.nodes - warm.nodes, 'nodes that nobody shows').toBeLessThan(90);
  expect(end.listeners - warm.listeners, 'listeners of what nobody shows').toBeLessThan(90);
  expect((end.bytes - warm.bytes) / 90, 'bytes a round').toBeLessThan(4_000);

  await page.addScriptTag({ url: src });
  await call(page, 'open');
  await expect(composerOf(page)).toBeFocused();
});

/** What a page is to its visitors and to its own scripts. */
const lookOf = (page: Page) =>
  page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const own = [document.documentElement, document.body, ...document.body.querySelectorAll('*')];
    return {
      globals: Object.keys(window).filter((name) => name !== 'Baton'),
      prototypes: [Array, Object, String, Promise, Element, Node, EventTarget].map((each) =>
        Object.getOwnPropertyNames(each.prototype).join(),
      ),
      styles: own.flatMap((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`);
      }),
      boxes: own.map((element) => JSON.stringify(element.getBoundingClientRect())),
      root: document.documentElement.getAttributeNames(),
      head: document.head.outerHTML,
      body: document.body.outerHTML,
      title: document.title,
      address: location.href,
      stored: Object.keys(sessionStorage),
    };
  });

/** Where Tab leads from the first button of the page. */
async function tabOrder(page: Page): Promise<string[]> {
  await page.locator('#first').focus();
  const order: string[] = [];
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('Tab');
    order.push(
      await page.evaluate(() => document.activeElement?.id || document.activeElement?.localName || ''),
    );
  }
  return order;
}

test('the page keeps its globals, listeners, styles, boxes and focus order while the chat is on it', async ({
  page,
  product,
  site,
}) => {
  await countHoldings(page);
  await site.show(
    page,
    '<p>Words</p><button id="first">First</button><a id="second" href="#x">Second</a><input id="third" value="Third">',
    {
      head: '<style>:root { display: flex; gap: 40px } body { position: relative } p { line-height: 3 }</style>',
    },
  );
  const before = await lookOf(page);
  const held = await holdings(page);
  expect(await tabOrder(page)).toEqual(['second', 'third', 'body']);

  await page.evaluate(async (src) => {
    const script = document.createElement('script');
    script.src = src;
    document.head.append(script);
    await new Promise((loaded) => script.addEventListener('load', loaded));
    script.remove();
  }, `${product.url}/embed.js`);
  await expect(launcherOf(page)).toBeVisible();
  expect(await lookOf(page), 'with the launcher').toEqual(before);
  expect(await holdings(page), 'the launcher is one element and one name').toEqual({
    ...held,
    elements: held.elements + 1,
    globals: held.globals + 1,
  });
  expect(await tabOrder(page), 'the chat comes after all of the page').toEqual(['second', 'third', 'div']);

  await call(page, 'open');
  await expect(composerOf(page)).toBeFocused();
  expect({ ...(await lookOf(page)), stored: before.stored }, 'while it is open').toEqual(before);
  await call(page, 'close');
  expect(await tabOrder(page), 'the chat comes after all of the page').toEqual(['second', 'third', 'div']);
  await call(page, 'destroy');
  await expect.poll(() => holdings(page)).toEqual(held);
  expect({ ...(await lookOf(page)), stored: before.stored }, 'when it is gone').toEqual(before);
});

const hostile = `
  *, *::before, *::after { all: unset !important; }
  div, button, textarea, section, header { display: none !important; color: red !important; font: 40px/3 cursive !important; }
  :root { font: 40px/3 cursive; letter-spacing: 9px; text-transform: uppercase; visibility: hidden; direction: rtl; }
`;

test('no rule of the page reaches the chat, by reset or !important', async ({ page, product, site }) => {
  const looks = async (head: string) => {
    await site.show(page, scriptOf(product), { head });
    await launcherOf(page).click();
    await expect(composerOf(page)).toBeFocused();
    const panel = page.getByRole('dialog', { name: 'Chat', exact: true });
    const choice = panel.getByRole('group', { name: 'Choices' }).getByRole('button').first();
    await expect(choice, 'the greeting, with the styles of its parts').not.toHaveCSS('border-radius', '0px');
    const found = await panel.evaluate(async (element) => {
      await Promise.allSettled(element.getAnimations({ subtree: true }).map(({ finished }) => finished));
      return [element, ...element.querySelectorAll('*')].map((each) => {
        const style = getComputedStyle(each);
        const names = [
          'color',
          'font',
          'letter-spacing',
          'text-transform',
          'visibility',
          'display',
          'direction',
        ];
        const { width, height } = each.getBoundingClientRect();
        return [each.className, width, height, ...names.map((name) => style.getPropertyValue(name))].join(
          ' | ',
        );
      });
    });
    await call(page, 'close');
    return found;
  };
  const calm = await looks('');
  expect(calm.length).toBeGreaterThan(20);
  expect(await looks(`<style>${hostile}</style>`)).toEqual(calm);
});

test('a page sets the colours by custom properties on its root', async ({ page, product, site }) => {
  await site.show(page, scriptOf(product), {
    head: '<style>:root { --baton-accent: rgb(10, 120, 80) }</style>',
  });
  await expect(launcherOf(page)).toHaveCSS('background-color', 'rgb(10, 120, 80)');
  await launcherOf(page).click();
  await page.mouse.move(0, 0);
  await expect(page.locator('.baton-launcher')).toHaveCSS('background-color', 'rgb(10, 120, 80)');
});
