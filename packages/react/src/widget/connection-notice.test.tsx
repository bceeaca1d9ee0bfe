import type { ConnectionState } from '@batonchat/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { createStage, type Stage, until } from '../testing/stage.js';
import { ChatWidget } from './chat-widget.js';
import { ConnectionNotice } from './connection-notice.js';

const up: ConnectionState = { status: 'connected', reason: null, retryAt: null };
const down: ConnectionState = { status: 'reconnecting', reason: 'unreachable', retryAt: null };
const dialling: ConnectionState = { status: 'reconnecting', reason: null, retryAt: null };
const forbidden: ConnectionState = { status: 'closed', reason: 'forbidden', retryAt: null };

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const notice = (connection: ConnectionState) => (
  <ConnectionNotice connection={connection} onReconnect={() => undefined} />
);

it('says nothing of a hiccup, and tells of a break after one second, also while it is being dialled', async () => {
  const { container, rerender } = await render(notice(up));
  await rerender(notice(down));
  await vi.advanceTimersByTimeAsync(900);
  await rerender(notice(up));
  await vi.advanceTimersByTimeAsync(5000);
  expect(container.textContent).toBe('');
  await rerender(notice(down));
  await vi.advanceTimersByTimeAsync(600);
  await rerender(notice(dialling));
  await vi.advanceTimersByTimeAsync(399);
  expect(container.textContent).toBe('');
  await vi.advanceTimersByTimeAsync(1);
  await expect.element(page.getByRole('status')).toHaveTextContent('Reconnecting…');
  await rerender(notice(up));
  expect(container.textContent).toBe('');
});

it('tells at once of an end for good, and of what was down before', async () => {
  const shown = await render(notice(up));
  await shown.rerender(notice(forbidden));
  await expect.element(page.getByRole('status')).toHaveTextContent('Chat is not available here.');
  await shown.unmount();
  await render(notice(down));
  await expect.element(page.getByRole('status')).toHaveTextContent('We can’t be reached right now.');
});

let stage: Stage;
it('and the header promises nobody then, but does for all of a hiccup', async () => {
  sessionStorage.clear();
  stage = createStage();
  const line = () => document.querySelector('.baton-header-status')?.textContent;
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await stage.begun();
  await expect.poll(line).toBe('Answers right away');
  stage.relay.goOffline();
  await until(stage.client.store, ({ connection }) => connection.status === 'reconnecting');
  await vi.advanceTimersByTimeAsync(900);
  expect(line()).toBe('Answers right away');
  await vi.advanceTimersByTimeAsync(200);
  await expect.poll(line).toBe('Not connected');
  stage.relay.goOnline();
  stage.client.reconnect();
  await expect.poll(line).toBe('Answers right away');
  stage.destroy();
});
