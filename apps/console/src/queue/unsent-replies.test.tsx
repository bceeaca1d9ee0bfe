import { createChatClient } from '@batonchat/core';
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
const log = () => page.getByRole('log');
const unsent = () => page.getByRole('status').filter({ hasText: /not sent|will go out/ });

/** Ana's conversation, claimed by Ada and on screen. */
async function claimed() {
  const chat = await memory.visitor('Where is my order?', { name: 'Ana' });
  const screen = await render(memory.desk);
  await page.getByRole('listitem').click();
  await button('Claim').click();
  await expect.element(page.getByText('With you')).toBeVisible();
  return { chat, screen };
}

async function say(text: string) {
  await page.getByRole('textbox', { name: 'Reply', exact: true }).fill(text);
  await userEvent.keyboard('{Enter}');
}

it('shows how far a reply has come, from sending to seen', async () => {
  const ana = () => {
    const chat = createChatClient({ transport: memory.relay.visitorTransport({ id: 'ana' }) });
    chat.connect();
    return chat;
  };
  const before = ana();
  before.sendMessage('Where is my order?');
  before.requestHandoff();
  await render(memory.desk);
  await page.getByRole('listitem').click();
  await button('Claim').click();
  await expect.element(page.getByText('With you')).toBeVisible();

  before.destroy();
  memory.relay.goOffline();
  await say('Let me look.');
  await expect.element(log()).toHaveTextContent(/Let me look\..*Sending/);
  memory.relay.goOnline();
  await expect.element(log()).toHaveTextContent(/Let me look\..*Sent/);
  const chat = ana();
  await expect.element(log()).toHaveTextContent(/Let me look\..*Delivered/);
  chat.markRead(chat.store.getState().conversation?.position.seq ?? 0);
  await expect.element(log()).toHaveTextContent(/Let me look\..*Seen/);
  chat.destroy();
});

it('lists a reply that waits after a reload, and sends it with nobody opening its conversation', async () => {
  const { chat, screen } = await claimed();
  memory.relay.goOffline();
  await say('Let me look.');
  await expect.element(log()).toHaveTextContent(/Sending/);
  location.hash = '#/active';
  await expect.element(unsent()).toHaveTextContent('Ana: 1 reply will go out when the relay can be reached.');
  await screen.rerender(memory.reloaded());
  memory.relay.goOnline();
  const lastText = () => chat.store.getState().conversation?.state.lastMessage?.text;
  await expect.poll(lastText).toBe('Let me look.');
  await expect.element(unsent()).not.toBeInTheDocument();
});

it('lists a reply that was refused, also after a reload, with the way to Retry', async () => {
  const { screen } = await claimed();
  memory.relay.refuseNext('invalid', 'Not like this.');
  await say('Let me look.');
  await expect.element(log()).toHaveTextContent(/Not like this\./);
  await expect.element(unsent()).not.toBeInTheDocument();
  location.hash = '#/active';
  await screen.rerender(memory.reloaded());
  await expect.element(unsent()).toHaveTextContent('Ana: 1 reply not sent. Open it to see why.');
  await unsent().getByRole('link', { name: 'Ana' }).click();
  await expect.element(log()).toHaveTextContent(/Not like this\./);
  await button('Retry').click();
  await expect.element(log()).toHaveTextContent(/Let me look\..*(Sent|Delivered)/);
});

it('says before the sign-out that it gives up what has not gone out', async () => {
  await claimed();
  memory.relay.goOffline();
  await say('Never mind.');
  await button('Account of Ada').click();
  await page.getByRole('menuitem', { name: 'Sign out and discard 1 reply not sent' }).click();
  await expect.element(log()).not.toHaveTextContent('Never mind.');
});
