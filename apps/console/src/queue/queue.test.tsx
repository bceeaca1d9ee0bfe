import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { brokenRules } from '../../../../packages/react/src/testing/axe.js';
import { createDeskInMemory, type DeskInMemory } from '../testing/desk-in-memory.js';

let memory: DeskInMemory;
beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '';
  memory = createDeskInMemory();
});
afterEach(() => memory.destroy());

const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}\\b`) });
const items = () => page.getByRole('tabpanel').getByRole('list').getByRole('listitem');

it('opens on Pending, and says kindly when nobody waits', async () => {
  await render(memory.desk);
  await expect.element(tab('Pending')).toHaveAttribute('aria-selected', 'true');
  await expect.element(page.getByText('Nobody is waiting')).toBeVisible();
});

it('shows a visitor who asks for a human without a reload, with reason, summary and count', async () => {
  await render(memory.desk);
  await memory.visitor('Where is my order?', { name: 'Tomás' });
  await expect.element(items()).toHaveTextContent(/Tomás.*Where is my order\?.*Pressed the button/);
  await expect.element(tab('Pending')).toHaveAccessibleName('Pending 1');
});

it('ticks: plain at first, amber at two minutes, red at three', async () => {
  await memory.visitor('Hello');
  await render(memory.desk);
  await expect.element(items().getByText('0:00')).toHaveAttribute('data-urgency', 'fine');
  memory.clock.advance(119_000);
  await expect.element(items().getByText('1:59')).toHaveAttribute('data-urgency', 'fine');
  memory.clock.advance(1000);
  await expect.element(items().getByText('2:00')).toHaveAttribute('data-urgency', 'late');
  memory.clock.advance(60_000);
  await expect.element(items().getByText('3:00')).toHaveAttribute('data-urgency', 'overdue');
});

it.each([3_600_000, -3_600_000])(
  'waits by the relay’s clock, which is %i ms ahead of this device’s',
  async (relayAheadMs) => {
    memory.destroy();
    memory = createDeskInMemory({ relayAheadMs });
    await memory.visitor('Hello');
    await render(memory.desk);
    await expect.element(items().getByText('0:00')).toHaveAttribute('data-urgency', 'fine');
    memory.clock.advance(125_000);
    await expect.element(items().getByText('2:05')).toHaveAttribute('data-urgency', 'late');
  },
);

it('moves between the tabs with the arrows, Home and End, and controls one panel with each', async () => {
  await render(memory.desk);
  await tab('Pending').click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tab('Active')).toHaveFocus();
  await expect.element(tab('Active')).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{End}');
  await expect.element(tab('Resolved')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(tab('Pending')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(page.getByRole('tabpanel')).toHaveAccessibleName('Resolved');
  expect(page.getByRole('tabpanel').getByRole('list').elements()).toHaveLength(1);
});

it('walks the items with the arrows and opens one with Enter; Esc leads back to it', async () => {
  await memory.visitor('First question', { name: 'Ana' });
  memory.clock.advance(1000);
  await memory.visitor('Second question', { name: 'Bo' });
  await render(memory.desk);
  const links = page.getByRole('tabpanel').getByRole('link');
  await expect.poll(() => links.elements().length).toBe(2);
  (links.elements()[0] as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Bo' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(links.nth(1)).toHaveFocus();
});

it('marks what is unread until it has been on screen', async () => {
  const visitor = await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await expect.element(items()).toHaveTextContent('Unread');
  await items().click();
  await expect.element(items()).not.toHaveTextContent('Unread');
  memory.clock.advance(1000);
  visitor.sendMessage('Anybody there?');
  await expect.element(page.getByRole('log')).toHaveTextContent('Anybody there?');
  await expect.element(items()).not.toHaveTextContent('Unread');
});

it('hides from an agent what they passed on, and leaves it pending for the others', async () => {
  await memory.visitor('Hello', { name: 'Ana' });
  const ben = memory.agent('Ben');
  await render(memory.desk);
  await items().click();
  await page.getByRole('button', { name: 'Pass on' }).click();
  await expect.element(page.getByText('Nobody is waiting')).toBeVisible();
  await expect.element(page.getByText('No conversation open')).toBeVisible();
  const [row] = Object.values(ben.store.getState().inbox ?? {});
  expect(row?.status).toBe('pending');
});

it('lists Active with its owner and Resolved with how it ended', async () => {
  const visitor = await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await items().click();
  await page.getByRole('button', { name: 'Claim' }).click();
  await tab('Active').click();
  await expect.element(items()).toHaveTextContent('You');
  visitor.endHandoff();
  await tab('Resolved').click();
  await expect.element(items()).toHaveTextContent('Ended by the visitor');
});

it('keeps tab and conversation in the address, so that a reload keeps them', async () => {
  await memory.visitor('Hello', { name: 'Ana' });
  const first = await render(memory.desk);
  await items().click();
  await tab('Active').click();
  await expect.element(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
  expect(location.hash).toMatch(/^#\/active\/.+/);
  await first.unmount();
  await render(memory.desk);
  await expect.element(page.getByRole('heading', { name: 'Ana' })).toBeVisible();
  await expect.element(tab('Active')).toHaveAttribute('aria-selected', 'true');
});

it.each(['light', 'dark'])('has no fault that axe can find when it is %s', async (scheme) => {
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await cdp().send('Emulation.setEmulatedMedia', { features });
  onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
  expect(matchMedia(`(prefers-color-scheme: ${scheme})`).matches).toBe(true);
  await memory.visitor('Hello', { name: 'Ana' });
  const { container } = await render(memory.desk);
  await items().click();
  await page.getByRole('button', { name: 'Claim' }).click();
  await expect.element(page.getByRole('log')).toHaveTextContent('Ada joined');
  await tab('Active').click();
  await expect.element(items()).toHaveTextContent('You');
  expect(await brokenRules(container)).toEqual([]);
});
