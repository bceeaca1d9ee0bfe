import { rowsOf } from '@batonchat/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { brokenRules } from '../testing/axe.js';
import { createStage, type Stage } from '../testing/stage.js';
import { ChatWidget } from './chat-widget.js';

const box = page.getByRole('textbox', { name: 'Message' });
const attach = page.getByRole('button', { name: 'Attach files' });
const tray = page.getByRole('list', { name: 'Attachments' });
const log = page.getByRole('log');

let stage: Stage;
const show = async (options: Parameters<typeof createStage>[0] = {}) => {
  stage = createStage({ bot: async function* () {}, ...options });
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await stage.begun();
};
beforeEach(() => sessionStorage.clear());
afterEach(() => stage.destroy());

async function picture(name = 'bag.png') {
  const canvas = new OffscreenCanvas(30, 20);
  canvas.getContext('2d')?.fillRect(0, 0, 30, 20);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}
const note = new File(['The terms.'], 'terms.txt', { type: 'text/plain' });

function carrying(...files: File[]) {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}
const paste = (data: DataTransfer) =>
  box
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
const drag = (type: string, dataTransfer: DataTransfer) =>
  log.element().dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));

it('pastes a picture, which is previewed, sent without a word, and shown', async () => {
  await show();
  await expect.element(attach).toBeVisible();
  paste(carrying(await picture()));
  await expect.element(tray.getByText('bag.png')).toBeVisible();
  await expect.poll(() => tray.element().querySelector('img')?.naturalWidth).toBe(30);
  await expect.element(page.getByText('bag.png is uploaded.')).toBeInTheDocument();
  expect(await brokenRules(document.body)).toEqual([]);
  await userEvent.click(box);
  await userEvent.keyboard('{Enter}');
  await expect.element(tray).not.toBeInTheDocument();
  await expect
    .poll(() => (log.getByRole('img', { name: 'bag.png' }).element() as HTMLImageElement).naturalWidth)
    .toBe(30);
});

it('takes what is dropped on the panel, and shows that it would', async () => {
  await show();
  await expect.element(attach).toBeVisible();
  await expect
    .poll(() => {
      drag('dragenter', carrying(note));
      return document.querySelector('[data-drop]')?.getAttribute('data-drop');
    })
    .toBe('Drop files here');
  drag('drop', carrying(note));
  await expect.element(tray.getByText('terms.txt')).toBeVisible();
  expect(document.querySelector('[data-drop]')).toBeNull();
});

it('leaves text alone that a text processor copied with a picture of it', async () => {
  await show();
  await expect.element(attach).toBeVisible();
  const data = carrying(await picture());
  data.setData('text/plain', 'Words');
  data.setData('text/html', '<p>Words</p>');
  paste(data);
  paste(carrying(note));
  await expect.element(tray.getByText('terms.txt')).toBeVisible();
  await expect.element(tray.getByText('bag.png')).not.toBeInTheDocument();
});

it('says of a picture that is none that it is not taken, and sends the rest', async () => {
  await show();
  await expect.element(attach).toBeVisible();
  paste(carrying(new File(['<script>'], 'page.png', { type: 'image/png' }), note));
  await expect.element(tray.getByText(/^Not accepted/)).toBeVisible();
  await userEvent.click(tray.getByRole('button', { name: 'Remove page.png' }));
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard('Here{Enter}');
  await expect.element(log.getByText('terms.txt')).toBeVisible();
});

it('sends what is still on its way when it has arrived', async () => {
  await show();
  await expect.element(attach).toBeVisible();
  stage.relay.holdUploads(true);
  paste(carrying(note));
  await expect.element(tray.getByRole('progressbar')).toBeVisible();
  await userEvent.click(box);
  await userEvent.keyboard('Here{Enter}');
  await expect.element(log.getByText('Sending')).toBeVisible();
  stage.relay.holdUploads(false);
  await expect.element(log.getByText('Sent', { exact: true })).toBeVisible();
  const [last] = rowsOf(stage.client.store.getState(), 'visitor').slice(-1);
  expect(last).toMatchObject({ parts: [{ text: 'Here' }, { name: 'terms.txt' }] });
});

it('offers nothing where the relay takes no files', async () => {
  await show({ files: false });
  await userEvent.fill(box, 'Hello');
  await userEvent.keyboard('{Enter}');
  await expect.element(log.getByText('Hello')).toBeVisible();
  await expect.element(attach).not.toBeInTheDocument();
});
