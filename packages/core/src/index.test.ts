import { expect, test } from 'vitest';
import * as core from './index.js';

test('importing it touches nothing, and what it makes needs no page until it connects', () => {
  expect(typeof window).toBe('undefined');
  const chat = core.createChatClient({ relay: 'https://chat.example.com' });
  chat.sendMessage('Where is my parcel?');
  chat.requestHandoff();
  expect(core.isWaiting(chat.store.getState())).toBe(true);
  expect(core.rowsOf(chat.store.getState(), 'visitor').map((row) => row.kind)).toEqual(['message', 'notice']);
  expect(chat.store.getState()).toMatchObject({ connection: { status: 'idle' }, outboxStorage: 'memory' });
  chat.destroy();
});
