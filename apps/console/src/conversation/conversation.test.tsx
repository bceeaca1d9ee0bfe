import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createDeskInMemory, type DeskInMemory, eventually } from '../testing/desk-in-memory.js';

let memory: DeskInMemory;
beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '';
  memory = createDeskInMemory();
});
afterEach(() => memory.destroy());

const button = (name: string) => page.getByRole('button', { name, exact: true });
const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });
const log = () => page.getByRole('log');
const reply = () => page.getByRole('textbox', { name: 'Reply', exact: true });
const idOf = (chat: Awaited<ReturnType<DeskInMemory['visitor']>>) =>
  chat.store.getState().conversation?.id ?? '';

/** Another agent claims a conversation, and has it. */
async function claimAs(name: string, conversationId: string) {
  const desk = memory.agent(name);
  desk.openConversation(conversationId);
  const state = () => desk.store.getState().conversations[conversationId]?.conversation?.state;
  await eventually(state);
  desk.claim(conversationId);
  await eventually(() => state()?.owner.kind === 'agent');
}

describe('claiming', () => {
  it('locks the reply box, with the reason, until the conversation is claimed; then it is focused', async () => {
    await memory.visitor('Where is my order?', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await expect.element(reply()).toBeDisabled();
    await expect.element(page.getByText('Claim the conversation to reply.')).toBeVisible();
    await button('Claim').click();
    await expect.element(reply()).toHaveFocus();
    await expect.element(page.getByText('With you')).toBeVisible();
    await expect.element(log()).toHaveTextContent(/Where is my order\?.*Ada joined/);
  });

  it('tells who has it when another agent was faster, and follows', async () => {
    const chat = await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await expect.element(button('Claim')).toBeVisible();
    await claimAs('Ben', idOf(chat));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Ben has taken it.');
    await button('Claim').click();
    await expect.element(button('Dismiss')).toBeVisible();
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^Ben has taken it\.$/);
    await expect.element(page.getByText('With Ben')).toBeVisible();
    await expect.element(reply()).toBeDisabled();
  });

  it('cannot be turned into a resolve by a double click', async () => {
    await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').dblClick({ position: { x: 8, y: 12 } });
    await expect.element(button('Resolve')).toBeVisible();
    await expect.element(page.getByText('With you')).toBeVisible();
  });

  it('can be given back to the queue', async () => {
    await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').click();
    await button('More actions').click();
    await page.getByRole('menuitem', { name: 'Return to queue' }).click();
    await expect.element(button('Claim')).toBeVisible();
    await expect.element(log()).toHaveTextContent('Ada put it back in the queue');
  });

  it('shows what the relay refused, until it is dismissed', async () => {
    await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    memory.relay.refuseNext('invalid', 'Not on a Sunday.');
    await button('Claim').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Not on a Sunday.');
    await button('Dismiss').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('');
  });
});

describe('replying', () => {
  it('sends with Enter and breaks the line with Shift+Enter', async () => {
    const chat = await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').click();
    await reply().fill('First line');
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}second line{Enter}');
    await expect.element(reply()).toHaveValue('');
    const texts = () => chat.store.getState().conversation?.state.lastMessage?.text;
    await expect.poll(texts).toBe('First line second line');
  });

  it('keeps a refused reply in the log with Retry, and gives its text back when it is discarded', async () => {
    await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').click();
    await expect.element(reply()).toBeEnabled();
    memory.relay.refuseNext('invalid', 'Not on a Sunday.');
    await reply().fill('Not yet');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Retry')).toBeVisible();
    await expect.element(log()).toHaveTextContent('Not on a Sunday.');
    await button('Discard').click();
    await expect.element(reply()).toHaveValue('Not yet');
    await expect.element(reply()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(log()).toHaveTextContent('Not yet');
  });

  it('keeps a draft for each conversation while another one is open', async () => {
    await memory.visitor('Hello from Ana', { name: 'Ana' });
    await memory.visitor('Hello from Bo', { name: 'Bo' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').click();
    await reply().fill('Half a sen');
    await page.getByRole('tab', { name: /^Pending/ }).click();
    await item('Bo').click();
    await expect.element(page.getByRole('heading', { name: 'Bo' })).toBeVisible();
    await expect.element(reply()).toHaveValue('');
    await page.getByRole('tab', { name: /^Active/ }).click();
    await item('Ana').click();
    await expect.element(reply()).toHaveValue('Half a sen');
  });

  it('shows who types, in words, and lets the visitor see that Ada does', async () => {
    const chat = await memory.visitor('Hello', { name: 'Ana' });
    await render(memory.desk);
    await item('Ana').click();
    await button('Claim').click();
    chat.setTyping(true);
    await expect.element(page.getByText('Ana is typing…')).toBeVisible();
    chat.setTyping(false);
    await expect.element(page.getByText('Ana is typing…')).not.toBeInTheDocument();
    await reply().fill('H');
    await expect.poll(() => chat.store.getState().typing.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('promises no reading to the visitor before the claim', async () => {
    const chat = await memory.visitor('Hello', { name: 'Ana' });
    const readByAda = () => chat.store.getState().receipts.find(({ kind }) => kind === 'agent')?.readSeq ?? 0;
    await render(memory.desk);
    await item('Ana').click();
    await expect.element(log()).toHaveTextContent('Hello');
    expect(readByAda()).toBe(0);
    await button('Claim').click();
    await expect.poll(readByAda).toBeGreaterThan(0);
  });
});

it('tells that the history was replaced under it, until that is dismissed', async () => {
  await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await item('Ana').click();
  await expect.element(log()).toHaveTextContent('Hello');
  const notice = page.getByText('This history was restored from a backup.', { exact: false });
  await expect.element(notice).not.toBeInTheDocument();
  memory.relay.replaceHistory('backup');
  await expect.element(notice).toBeVisible();
  await button('Dismiss').click();
  await expect.element(notice).not.toBeInTheDocument();
  await expect.element(log()).toHaveTextContent('Hello');
});

it('goes on by itself after the connection was lost, and says so meanwhile', async () => {
  const chat = await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await item('Ana').click();
  await button('Claim').click();
  await expect.element(reply()).toBeEnabled();
  memory.relay.goOffline();
  await expect.element(page.getByText(/Reconnecting/)).toBeVisible();
  await reply().fill('Written offline');
  await userEvent.keyboard('{Enter}');
  await expect.element(log()).toHaveTextContent(/Written offline.*Sending/);
  memory.relay.goOnline();
  await expect
    .poll(() => chat.store.getState().conversation?.state.lastMessage?.text)
    .toBe('Written offline');
});

it('says that a conversation is not here, once it had time to come', async () => {
  location.hash = '#/pending/no-such-conversation';
  await render(memory.desk);
  await expect.element(page.getByText('Loading the conversation…')).toBeVisible();
  memory.clock.advance(5000);
  await expect.element(page.getByText('This conversation is not here')).toBeVisible();
});

it('shows one column at a time on a phone, with a way back', async () => {
  await page.viewport(390, 844);
  await memory.visitor('Hello', { name: 'Ana' });
  await render(memory.desk);
  await item('Ana').click();
  await expect.element(page.getByRole('tablist')).not.toBeInTheDocument();
  await button('Details').click();
  await expect.element(page.getByText('Time on site')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the queue' }).click();
  await expect.element(item('Ana')).toBeVisible();
});
