import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { visitorLabels } from '../english.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from './chat-widget.js';
import { seldomLabels } from './english-seldom.js';

const box = page.getByRole('textbox', { name: 'Message' });
const log = page.getByRole('log');

let stage: Stage;
beforeEach(async () => {
  sessionStorage.clear();
  stage = createStage({ bot: async function* () {} });
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await stage.begun();
  stage.relay.goOffline();
});
afterEach(() => stage.destroy());

const say = async (text: string) => {
  await userEvent.fill(box, text);
  await userEvent.keyboard('{Enter}');
};

it('keeps the text in the box, and says why, when too much waits already', async () => {
  const first = stage.client.sendMessage('0');
  for (let count = 1; count < 500; count++) stage.client.sendMessage(`${count}`);
  await say('One too many');
  await expect.element(box).toHaveValue('One too many');
  await expect.element(page.getByText(visitorLabels.outboxFull)).toBeVisible();
  expect(stage.client.store.getState().outbox).toHaveLength(500);

  stage.client.discard('commandId' in first ? first.commandId : '');
  await userEvent.click(box);
  await userEvent.keyboard('{Enter}');
  await expect.element(box).toHaveValue('');
  await expect.element(page.getByText(visitorLabels.outboxFull)).not.toBeInTheDocument();
  await expect.element(log.getByText('One too many')).toBeVisible();
}, 30_000);

it('says that what waits is lost with the page, where the page keeps nothing', async () => {
  await expect.element(page.getByText(seldomLabels.notKept)).not.toBeInTheDocument();
  await say('Hello?');
  await expect.element(page.getByText(seldomLabels.notKept)).toBeVisible();
  stage.relay.goOnline();
  stage.client.reconnect();
  await expect.element(log.getByText('Sent')).toBeVisible();
  await expect.element(page.getByText(seldomLabels.notKept)).not.toBeInTheDocument();
});
