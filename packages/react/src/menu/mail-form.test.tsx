import { createChatClient } from '@batonchat/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { brokenRules } from '../testing/axe.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';

const button = page.getByRole('button', { name: 'Menu', exact: true });
const entry = page.getByRole('menuitem', { name: 'Email transcript' });
const form = page.getByRole('dialog', { name: 'Email transcript' });
const field = page.getByRole('textbox', { name: 'Email' });
const submit = form.getByRole('button', { name: 'Email transcript' });

const asked: string[] = [];
let stage: Stage;
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  asked.length = 0;
  stage = createStage({
    mail(to) {
      asked.push(to);
      return to.startsWith('gone') ? 'failed' : 'sent';
    },
  });
});
afterEach(() => stage.destroy());

async function openForm() {
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await stage.begun();
  await userEvent.click(button);
  await userEvent.click(entry);
  await expect.element(field).toHaveFocus();
}

it('is asked for by keyboard alone, and says that it is on its way', async () => {
  await openForm();
  // While it appears it is paler than it will be.
  await Promise.all(
    form
      .element()
      .getAnimations()
      .map(({ finished }) => finished),
  );
  expect(await brokenRules(form.element())).toEqual([]);
  await userEvent.keyboard(' vera@example.com {Enter}');
  await expect.element(form.getByRole('status')).toHaveTextContent('On its way to vera@example.com.');
  await expect.element(form.getByRole('button', { name: 'Dismiss' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(form).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
});

it('says at the field what is no address, what was refused, and what did not arrive; nothing is lost', async () => {
  await openForm();
  await userEvent.click(submit);
  await expect.element(form).toHaveTextContent('Please enter an email address');
  await expect.element(field).toHaveFocus();

  await userEvent.fill(field, 'gone@example.com');
  await userEvent.click(submit);
  await expect.element(form).toHaveTextContent('could not be delivered to gone@example.com');
  await expect.element(field).toHaveValue('gone@example.com');

  stage.relay.goOffline();
  await userEvent.click(submit);
  await expect.element(form).toHaveTextContent('That failed.');
  await expect.element(field).toHaveFocus();
});

it('goes back to the menu by Escape, and the panel stays', async () => {
  await openForm();
  await userEvent.keyboard('vera{Escape}');
  await expect.element(form).not.toBeInTheDocument();
  await expect.element(page.getByRole('menu')).toBeVisible();
  await expect.element(page.getByRole('dialog', { name: 'Chat' })).toBeVisible();
});

it('knows the address that the visitor has left already', async () => {
  await stage.requested();
  stage.client.leaveContact({ name: '', email: 'vera@example.com', message: '' }, { keepWaiting: true });
  await expect.poll(() => stage.client.store.getState().conversation?.state.contact?.email).toBeTruthy();
  await openForm();
  await expect.element(field).toHaveValue('vera@example.com');
});

it('knows the address that the site has signed; another conversation finds nothing that was written in this one', async () => {
  const client = createChatClient({
    transport: stage.relay.visitorTransport({ email: 'vera@shop.example' }),
  });
  stage.client.destroy();
  stage = { ...stage, client };
  client.connect();
  client.sendMessage('Hello');
  await expect.poll(() => client.store.getState().outbox).toEqual([]);
  await render(<ChatWidget client={client} defaultOpen />);
  await userEvent.click(button);
  await userEvent.click(entry);
  await expect.element(field).toHaveValue('vera@shop.example');
  await userEvent.fill(field, 'somebody@else.example');
  client.startAfresh();
  await expect.element(field).toHaveValue('vera@shop.example');
});

it('is not offered where no mail is sent', async () => {
  stage.destroy();
  stage = createStage();
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await stage.begun();
  await userEvent.click(button);
  await expect.element(page.getByRole('menuitem', { name: 'Save transcript' })).toBeVisible();
  expect(entry.elements()).toEqual([]);
});
