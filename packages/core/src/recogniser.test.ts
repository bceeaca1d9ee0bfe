import { expect, test, vi } from 'vitest';

// Files share their modules here, and another one may have loaded it already.
vi.resetModules();
const { loadRecogniser, seemsToAskForHuman } = await import('./recogniser.js');
const { rowsOf } = await import('./rows/rows.js');
const { isWaiting } = await import('./selectors.js');
const { createMeeting } = await import('./testing/meeting.js');

test('words that ask for a human are known as such once the visitor writes, also those said before', async () => {
  const { relay, visitor } = createMeeting();
  const chat = visitor();
  chat.connect();
  relay.goOffline();
  expect(seemsToAskForHuman('talk to a human')).toBe(false);
  chat.sendMessage('talk to a human');
  const kindsOf = () => rowsOf(chat.store.getState(), 'visitor').map(({ kind }) => kind);
  expect(kindsOf()).toEqual(['message']);
  await loadRecogniser();
  await Promise.resolve();
  expect(kindsOf()).toEqual(['message', 'notice']);
  expect(isWaiting(chat.store.getState())).toBe(true);
  chat.destroy();
});
