import { closeCodes } from '@batonchat/protocol';
import { afterEach, expect, test } from 'vitest';
import type { ChatClient, ChatClientOptions } from '../chat-client.js';
import { createMemoryRelay } from '../memory-relay/memory-relay.js';
import { shownTo } from '../testing/meeting.js';
import type { Transport } from '../transport.js';
import { browserStorage } from './browser-storage.js';

/** What a page of its own offers: the very modules, in a window that can be reloaded and killed. */
interface Page {
  open(transport: Transport): ChatClient;
  frame: HTMLIFrameElement;
}

interface PageWindow extends Window {
  createChatClient?(options: ChatClientOptions): ChatClient;
  browserStorage?: typeof browserStorage;
}

const chatClient = new URL('../chat-client.ts', import.meta.url).href;
const storageModule = new URL('./browser-storage.ts', import.meta.url).href;
const linkModule = new URL('../link.ts', import.meta.url).href;
const connectionModule = new URL('../tabs/shared-connection.ts', import.meta.url).href;
const frames = new Set<HTMLIFrameElement>();
afterEach(() => {
  for (const frame of frames) frame.remove();
  frames.clear();
});

async function openPage(relay: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module">
    import { createChatClient } from ${JSON.stringify(chatClient)};
    import { browserStorage } from ${JSON.stringify(storageModule)};
    import { provideLink } from ${JSON.stringify(linkModule)};
    import { createSharedConnection } from ${JSON.stringify(connectionModule)};
    // Nothing is fetched in this page later, which the test runner has not prepared.
    provideLink(createSharedConnection);
    Object.assign(window, { createChatClient, browserStorage });
  </script>`;
  document.body.append(frame);
  frames.add(frame);
  const page = frame.contentWindow as PageWindow;
  await expect.poll(() => page.browserStorage).toBeDefined();
  return {
    frame,
    open(transport) {
      if (!page.createChatClient || !page.browserStorage) throw new Error('The page has gone.');
      const chat = page.createChatClient({ transport, storage: page.browserStorage(relay, 'main') });
      chat.connect();
      return chat;
    },
  };
}

const keptOf = async (relay: string) => (await browserStorage(relay, 'main').readOutbox()).length;
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${from + index}`);

test('200 messages offline, 3 reloads, a killed page, a token that expired: once, in order, within 5 s', async () => {
  const address = `https://relay-${crypto.randomUUID()}.example`;
  const relay = createMemoryRelay();
  let tokens = 0;
  const transport = (): Transport => ({
    ...relay.visitorTransport({ id: 'v' }),
    token: async () => `${tokens++}`,
  });
  let page = await openPage(address);
  let chat = page.open(transport());
  await expect.poll(() => chat.store.getState().conversation).not.toBeNull();
  relay.goOffline();

  for (const [from, to] of [
    [0, 40],
    [40, 90],
    [90, 150],
    [150, 200],
  ] as const) {
    for (const text of numbers(from, to)) chat.sendMessage(text);
    await expect.poll(() => keptOf(address)).toBe(to);
    // Killed in the middle of a word the third time, else reloaded.
    if (from !== 90) chat.destroy();
    page.frame.remove();
    page = await openPage(address);
    chat = page.open(transport());
    await expect.poll(() => shownTo(chat)).toEqual(numbers(0, to));
  }
  expect(chat.store.getState().outboxStorage).toBe('durable');

  const onlineAt = performance.now();
  relay.goOnline();
  chat.reconnect();
  await expect.poll(() => chat.store.getState().connection.status).toBe('connected');
  relay.closeAll(closeCodes.tokenExpired);
  await expect.poll(() => chat.store.getState().outbox).toEqual([]);
  expect(performance.now() - onlineAt).toBeLessThan(5000);
  expect(shownTo(chat)).toEqual(numbers(0, 200));
  await expect.poll(() => keptOf(address)).toBe(0);
  expect(tokens).toBeGreaterThanOrEqual(5);
  relay.destroy();
}, 60_000);

test('a page killed at the very moment of Enter shows afterwards what is true: the message in the log, or not at all', async () => {
  const address = `https://relay-${crypto.randomUUID()}.example`;
  const relay = createMemoryRelay();
  const transport = () => relay.visitorTransport({ id: 'v' });
  let kept = 0;
  for (let round = 0; round < 3; round++) {
    const page = await openPage(address);
    const chat = page.open(transport());
    await expect.poll(() => chat.store.getState().conversation).not.toBeNull();
    const before = shownTo(chat);
    chat.sendMessage(`round ${round}`);
    expect(shownTo(chat)).toEqual([...before, `round ${round}`]);
    page.frame.remove();

    const next = await openPage(address);
    const after = next.open(transport());
    await expect.poll(() => after.store.getState().conversation).not.toBeNull();
    await expect.poll(() => after.store.getState().outbox).toEqual([]);
    await expect.poll(() => keptOf(address)).toBe(0);
    const shown = shownTo(after);
    if (shown.length > before.length) kept++;
    expect(shown).toEqual(shown.length > before.length ? [...before, `round ${round}`] : before);
    after.destroy();
    next.frame.remove();
  }
  console.log(`killed at Enter: ${kept} of 3 messages were kept, none twice`);
  relay.destroy();
}, 60_000);

test('a message whose writing has settled outlives a page killed in the next moment', async () => {
  const address = `https://relay-${crypto.randomUUID()}.example`;
  for (let round = 1; round <= 3; round++) {
    const page = await openPage(address);
    const storage = (page.frame.contentWindow as PageWindow).browserStorage?.(address, 'main');
    await storage?.writeOutboxItem({
      commandId: `${round}`,
      conversationId: 'c',
      command: 'say something',
      createdAt: round,
      status: 'sending',
      refusal: null,
    });
    page.frame.remove();
    expect(await keptOf(address)).toBe(round);
  }
});
