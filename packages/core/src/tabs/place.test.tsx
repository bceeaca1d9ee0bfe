import type { VisitorCommand } from '@batonchat/protocol';
import { afterEach, expect, test } from 'vitest';
import { type ChatClient, createChatClient } from '../chat-client.js';
import type * as core from '../index.js';
import { createMemoryRelay } from '../memory-relay/memory-relay.js';
import { type ChatStorage, memoryStorage } from '../storage/storage.js';
import { shownTo } from '../testing/meeting.js';
import { browserPlace } from './place.js';
import { tabsName } from './tabs-name.js';

const here = { createChatClient, browserPlace };

/** A visitor of a relay of this test alone, whose secret names the lock. */
function createVisitor() {
  const relay = createMemoryRelay({ latencyMs: 5 });
  const storage: ChatStorage<VisitorCommand> = memoryStorage();
  const name = tabsName({ relay: undefined, siteId: 'main', storage });
  const open = (code: Pick<typeof core, 'browserPlace' | 'createChatClient'> = here): ChatClient => {
    const transport = relay.visitorTransport({ id: 'v' });
    const chat = code.createChatClient({ transport, storage, tabs: code.browserPlace() });
    over.push(chat.destroy);
    chat.connect();
    return chat;
  };
  return { relay, storage, name, open };
}

const over: (() => void)[] = [];
afterEach(() => {
  for (const each of over.splice(0)) each();
});

const until = (holds: () => boolean, timeout = 5000) =>
  expect.poll(() => holds(), { timeout, interval: 10 }).toBe(true);
const isUp = (chat: ChatClient, tabs: string) => () => {
  const state = chat.store.getState();
  return state.tabs === tabs && state.connection.status === 'connected' && state.conversation !== null;
};

/** A page of the same origin, with a window of its own, that is gone when it is removed. */
async function openPage(html: string, sandbox?: string): Promise<HTMLIFrameElement> {
  const page = document.createElement('iframe');
  if (sandbox !== undefined) page.setAttribute('sandbox', sandbox);
  page.srcdoc = html;
  const loaded = new Promise((resolve) => page.addEventListener('load', resolve));
  document.body.append(page);
  over.push(() => page.remove());
  await loaded;
  return page;
}

/** A page that runs the clients' code by itself. */
async function openPageWithCore(): Promise<{ page: HTMLIFrameElement; module: typeof core }> {
  const address = new URL('../index.ts', import.meta.url).href;
  const page = await openPage(
    `<script type="module">import * as core from ${JSON.stringify(address)}; window.core = core;</script>`,
  );
  const held = page.contentWindow as unknown as { core?: typeof core };
  await until(() => held.core !== undefined);
  if (!held.core) throw new Error('The page has not loaded the core.');
  // Brings what connects: nothing is fetched in that page, which the test runner has not prepared.
  held.core.createMemoryRelay().destroy();
  return { page, module: held.core };
}

/** A page that holds the lock and answers nobody, as one that hangs. */
async function openHungPage(name: string) {
  const page = await openPage(`<script>
    navigator.locks.request(${JSON.stringify(name)}, () => { window.isHeld = true; return new Promise(() => {}); })
      .catch((error) => { window.isRobbed = error.name; });
  </script>`);
  const held = page.contentWindow as unknown as { isHeld?: boolean; isRobbed?: string };
  await until(() => held.isHeld === true);
  return { page, held };
}

test('two clients of one page are two tabs: one leads, both are connected, and the next takes over within two seconds', async () => {
  const { open } = createVisitor();
  const first = open();
  await until(isUp(first, 'leader'));
  const second = open();
  await until(isUp(second, 'follower'));
  second.sendMessage('hello');
  await until(() => shownTo(first).length === 1 && first.store.getState().outbox.length === 0);
  const began = performance.now();
  first.destroy();
  await until(isUp(second, 'leader'), 2000);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a leader whose page is gone in the middle of a send: the next sends the same, and it is there once', async () => {
  const { relay, open } = createVisitor();
  const { page, module } = await openPageWithCore();
  const leader = open(module);
  await until(isUp(leader, 'leader'));
  const [second, third] = [open(), open()];
  await until(() => isUp(second, 'follower')() && isUp(third, 'follower')());

  relay.setLatency(50);
  for (const text of ['0', '1', '2']) leader.sendMessage(text);
  await until(() => third.store.getState().outbox.length === 3);
  const began = performance.now();
  page.remove();
  third.sendMessage('3');
  const leads = () => [second, third].some((chat) => isUp(chat, 'leader')());
  await until(leads, 2000);
  expect(performance.now() - began).toBeLessThan(2000);
  await until(() => [second, third].every((chat) => chat.store.getState().outbox.length === 0));
  expect(shownTo(second)).toEqual(['0', '1', '2', '3']);
  expect(shownTo(third)).toEqual(['0', '1', '2', '3']);
});

test('a page that holds the lock and hangs is robbed by a visible one', async () => {
  const { name, open } = createVisitor();
  const { held } = await openHungPage(name);
  const chat = open();
  await until(isUp(chat, 'leader'));
  await until(() => held.isRobbed === 'AbortError');
});

test('a hung page that is closed frees the lock at once', async () => {
  const { name, open } = createVisitor();
  const { page } = await openHungPage(name);
  const chat = open();
  const began = performance.now();
  page.remove();
  await until(isUp(chat, 'leader'));
  expect(performance.now() - began).toBeLessThan(2000);
});

test('destroy frees the lock and the channel', async () => {
  const { name, open } = createVisitor();
  const chats = [open(), open()];
  await until(() => chats.every((chat) => chat.store.getState().connection.status === 'connected'));
  for (const chat of chats) chat.destroy();
  const requests = async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    return [...held, ...pending].filter((lock) => lock.name === name).length;
  };
  await expect.poll(() => requests()).toBe(0);
});

test('a sandbox without an origin refuses locks, which leaves every client there alone', async () => {
  const told = new Promise((resolve) =>
    addEventListener('message', ({ data }) => resolve(data), { once: true }),
  );
  await openPage(
    `<script>
      navigator.locks.request('any', () => {}).then(() => 'granted', (error) => error.name)
        .then((told) => parent.postMessage(told, '*'));
    </script>`,
    'allow-scripts',
  );
  expect(await told).toBe('SecurityError');
});
