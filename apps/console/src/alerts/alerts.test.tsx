import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createDeskInMemory, type DeskInMemory } from '../testing/desk-in-memory.js';

let memory: DeskInMemory;
beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '';
  memory = createDeskInMemory();
});
afterEach(() => memory.destroy());

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('counts in the title who waits for this agent, and stops when they are claimed', async () => {
  await render(memory.desk);
  await memory.visitor('Hello', { name: 'Ana' });
  await expect.poll(() => document.title).toBe('(1) Baton');
  await memory.visitor('Hello', { name: 'Bo' });
  await expect.poll(() => document.title).toBe('(2) Baton');
  await page.getByRole('listitem').filter({ hasText: 'Ana' }).click();
  await button('Claim').click();
  await expect.poll(() => document.title).toBe('(1) Baton');
});

it('counts what was written to this agent while another conversation is open', async () => {
  const ana = await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await page.getByRole('listitem').click();
  await button('Claim').click();
  await expect.poll(() => document.title).toBe('Baton');
  location.hash = '#/active';
  await expect.element(page.getByText('No conversation open')).toBeVisible();
  memory.clock.advance(1000);
  ana.sendMessage('Are you there?');
  await expect.poll(() => document.title).toBe('(1) Baton');
});

it('never counts, not for a moment, what is written to this agent in the conversation on screen', async () => {
  const ana = await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await page.getByRole('listitem').click();
  await button('Claim').click();
  await expect.poll(() => document.title).toBe('Baton');
  const titles = new Set<string>();
  const observer = new MutationObserver(() => titles.add(document.title));
  observer.observe(document.head, { subtree: true, childList: true, characterData: true });
  memory.clock.advance(1000);
  ana.sendMessage('Are you there?');
  await expect.element(page.getByRole('log').getByText('Are you there?')).toBeVisible();
  await expect.element(page.getByRole('tab', { name: /^Active/ })).toBeVisible();
  observer.disconnect();
  expect([...titles].filter((title) => title !== 'Baton')).toEqual([]);
});

it('sounds once for each request, and not at all when muted', async () => {
  await render(memory.desk);
  await memory.visitor('Hello', { name: 'Ana' });
  await expect.poll(() => memory.told).toEqual(['tone']);
  await button('Account of Ada').click();
  const sound = page.getByRole('menuitemcheckbox', { name: 'Sound' });
  await expect.element(sound).toHaveAttribute('aria-checked', 'true');
  await sound.click();
  await expect.element(sound).toHaveAttribute('aria-checked', 'false');
  await memory.visitor('Hello', { name: 'Bo' });
  await expect.element(page.getByRole('tab', { name: 'Pending 2' })).toBeVisible();
  expect(memory.told).toEqual(['tone']);
});

it('shows a notification only once the agent has switched them on', async () => {
  await render(memory.desk);
  await memory.visitor('Hello', { name: 'Ana' });
  await expect.poll(() => memory.told).toEqual(['tone']);
  await button('Account of Ada').click();
  const notifications = page.getByRole('menuitemcheckbox', { name: 'Desktop notifications' });
  await expect.element(notifications).toHaveAttribute('aria-checked', 'false');
  await notifications.click();
  await expect.element(notifications).toHaveAttribute('aria-checked', 'true');
  await memory.visitor('Where is my order?', { name: 'Bo' });
  await expect.poll(() => memory.told).toEqual(['tone', 'tone', 'Where is my order?']);
});

it('works by keyboard: the menu opens with the arrow, walks, and closes with Esc onto its button', async () => {
  await render(memory.desk);
  (button('Account of Ada').element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitemcheckbox', { name: 'Sound' })).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(page.getByRole('menuitem', { name: 'Sign out' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Account of Ada')).toHaveFocus();
});
