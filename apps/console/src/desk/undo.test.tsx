import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createDeskInMemory, type DeskInMemory } from '../testing/desk-in-memory.js';

let memory: DeskInMemory;
beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '';
  memory = createDeskInMemory();
  await memory.visitor('Where is my order?', { name: 'Ana' });
  await render(memory.desk);
  await page.getByRole('listitem').click();
  await button('Claim').click();
  await button('Resolve').click();
});
afterEach(() => memory.destroy());

const button = (name: string) => page.getByRole('button', { name, exact: true });

it('takes a resolve back: the agent has the conversation again', async () => {
  await button('Undo').click();
  await expect.element(page.getByText('With you')).toBeVisible();
  await expect.element(button('Undo')).not.toBeInTheDocument();
  await expect.element(page.getByRole('log')).toHaveTextContent('Ada took it up again');
});

it('offers no Claim where Resolve has just been pressed, until the undo is over', async () => {
  await expect.element(button('Undo')).toBeVisible();
  await expect.element(button('Claim')).not.toBeInTheDocument();
  memory.clock.advance(9_999);
  await expect.element(button('Undo')).toBeVisible();
  memory.clock.advance(1);
  await expect.element(button('Undo')).not.toBeInTheDocument();
  await expect.element(button('Claim')).toBeVisible();
});

it('says so when the undo came too late for the relay', async () => {
  await expect.element(button('Undo')).toBeVisible();
  memory.relay.refuseNext('undo-expired', 'It can be undone for 10 seconds only.');
  await button('Undo').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('It can be undone for 10 seconds only.');
});

it('lists the conversation as resolved by you', async () => {
  await page.getByRole('tab', { name: /^Resolved/ }).click();
  await expect.element(page.getByRole('listitem')).toHaveTextContent('Resolved by you');
});
