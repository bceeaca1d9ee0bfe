import { browserPlace, createChatClient, memoryStorage } from '@batonchat/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import { createStage, type Stage, until } from '../testing/stage.js';
import { ChatWidget } from '../widget/chat-widget.js';
import { createTone } from './tone.js';

const plain = 'A shop';
const patient = { timeout: 5000 };
const open = page.getByRole('button', { name: 'Open chat' });
const log = page.getByRole('log');

let stage: Stage;
let rings: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  document.title = plain;
  stage = createStage();
  rings = vi.spyOn(AudioContext.prototype, 'createOscillator');
});
afterEach(() => {
  stage.destroy();
  vi.restoreAllMocks();
});

/** The visitor is with Ada. */
async function talking() {
  const conversationId = await stage.claimed();
  return (text: string) => {
    stage.desk.sendMessage(conversationId, text);
    return until(stage.client.store, ({ conversation }) => JSON.stringify(conversation).includes(text));
  };
}

/** Longer than a ring waits, as the page's own clock tells. */
const nothingRings = async () => {
  const from = performance.now();
  await vi.waitUntil(() => performance.now() - from > 800, { timeout: 2000 });
  expect(rings).not.toHaveBeenCalled();
};

it('counts in the title and sounds when something arrives behind a closed panel, until it is read', async () => {
  const say = await talking();
  await render(<ChatWidget client={stage.client} />);
  await userEvent.click(document.body);
  await say('Hello');
  await expect.poll(() => document.title, patient).toBe(`(1) ${plain}`);
  await expect.poll(() => rings.mock.calls.length, patient).toBe(2);
  await say('Are you there?');
  await expect.poll(() => document.title, patient).toBe(`(2) ${plain}`);
  await userEvent.click(open);
  await expect.element(log.getByText('Are you there?')).toBeVisible();
  await expect.poll(() => document.title, patient).toBe(plain);
});

it('is silent for what was there before, and for what is read as it arrives', async () => {
  const say = await talking();
  await say('Said before');
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await userEvent.click(document.body);
  await say('Said on the screen');
  await expect.element(log.getByText('Said on the screen')).toBeVisible();
  await nothingRings();
  expect(document.title).toBe(plain);
});

it('tells of what arrives at an open panel on a hidden page', async () => {
  const say = await talking();
  await render(<ChatWidget client={stage.client} defaultOpen />);
  await userEvent.click(document.body);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await say('Hello');
  await expect.poll(() => document.title, patient).toBe(`(1) ${plain}`);
  await expect.poll(() => rings.mock.calls.length, patient).toBe(2);
  visibility.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => document.title, patient).toBe(plain);
});

it('is muted in the menu, which is remembered', async () => {
  const first = await render(<ChatWidget client={stage.client} defaultOpen />);
  const say = await talking();
  const menu = page.getByRole('button', { name: 'Menu' });
  await userEvent.click(menu);
  await userEvent.click(page.getByRole('menuitem', { name: 'Turn sound off' }));
  await userEvent.click(menu);
  await expect.element(page.getByRole('menuitem', { name: 'Turn sound on' })).toBeVisible();
  await first.unmount();
  await render(<ChatWidget client={stage.client} />);
  await userEvent.click(document.body);
  await say('Hello');
  await expect.poll(() => document.title, patient).toBe(`(1) ${plain}`);
  await nothingRings();
});

it('tells once over all tabs, and not at all where one of them reads it', async () => {
  const storage = memoryStorage<never>();
  const openTab = () =>
    createChatClient({
      transport: stage.relay.visitorTransport({ id: 'v' }),
      storage,
      tabs: browserPlace(),
    });
  const tabs = [openTab(), openTab(), openTab()];
  const [first, second, third] = tabs;
  if (!first || !second || !third) throw new Error('There are three tabs.');
  await render(
    <>
      <ChatWidget client={first} isOpen={false} />
      <ChatWidget client={second} isOpen={false} />
    </>,
  );
  for (const tab of tabs) tab.connect();
  await until(third.store, ({ conversation }) => conversation !== null);
  stage.desk.connect();
  const id = third.store.getState().conversation?.id ?? '';
  third.requestHandoff();
  stage.desk.openConversation(id);
  await until(
    stage.desk.store,
    ({ conversations }) => conversations[id]?.conversation?.state.handoff?.status === 'pending',
  );
  stage.desk.claim(id);
  await until(third.store, ({ conversation }) => conversation?.state.handoff?.status === 'active');
  await userEvent.click(document.body);
  stage.desk.sendMessage(id, 'Hello');
  await expect.poll(() => document.title, patient).toMatch(/^\(\d\) A shop$/);
  await expect.poll(() => rings.mock.calls.length, patient).toBe(2);
  const isReadOnceThere = async (text: string) => {
    const { conversation } = await until(third.store, (state) =>
      JSON.stringify(state.conversation).includes(text),
    );
    third.markRead(conversation?.position.seq ?? 0);
  };
  await isReadOnceThere('Hello');
  await expect.poll(() => document.title, patient).toBe(plain);

  rings.mockClear();
  stage.desk.sendMessage(id, 'Still there?');
  await isReadOnceThere('Still there?');
  await nothingRings();
  for (const tab of tabs) tab.destroy();
});

it('makes nothing ready to sound under a key that is pressed, but when the hand rests', async () => {
  let made = 0;
  class CountedContext extends AudioContext {
    constructor() {
      super();
      made += 1;
    }
  }
  vi.stubGlobal('AudioContext', CountedContext);
  const tone = createTone();
  dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  expect(made).toBe(0);
  await expect.poll(() => made).toBe(1);
  tone.stop();
  vi.unstubAllGlobals();
});
