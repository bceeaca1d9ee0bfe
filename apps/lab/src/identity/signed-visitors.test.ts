/** Who is signed in, from the page's function to the store: the real client at a real relay. */
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChatClient, createChatClient, type GetToken, memoryStorage } from '@batonchat/core';
import { createRelay, serveRelay } from '@batonchat/relay';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';

const secret = 'an-identity-secret-for-tests-of-32-bytes-or-more';
const port = 19_733;
const relay = `http://localhost:${port}`;
const nativeWebSocket = globalThis.WebSocket;

let folder: string;
let served: Awaited<ReturnType<typeof serveRelay>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-identity-'));
  const log = { info() {}, warn() {}, error() {} };
  const bot = { id: 'quiet', name: 'Quiet', async *reply() {} };
  served = await serveRelay(
    createRelay({ bot, dataFolder: folder, log, identity: { keys: [{ id: 'default', secret }] } }),
    { port },
  );
  // As a browser does it: Node before 22 has no WebSocket, and none names its page.
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { origin: relay });
    }
  } as unknown as typeof globalThis.WebSocket;
});
afterAll(async () => {
  globalThis.WebSocket = nativeWebSocket;
  await served.close();
  await rm(folder, { recursive: true, force: true });
});

/** Others use the machine too. */
const slow = { timeout: 15_000 };
const open: ChatClient[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.destroy();
});

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
function sign(sub: string, expiresInSeconds = 600): string {
  const exp = Math.floor(Date.now() / 1000) + expiresInSeconds;
  const text = `${encoded({ alg: 'HS256' })}.${encoded({ sub, aud: 'baton', exp })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

function browser(getToken?: GetToken, storage = memoryStorage<never>()) {
  const chat = createChatClient({ relay, storage, getToken });
  open.push(chat);
  chat.connect();
  return { chat, storage };
}
const textsOf = (chat: ChatClient) =>
  (chat.store.getState().conversation?.entries ?? []).flatMap((entry) =>
    entry.kind === 'message'
      ? entry.message.parts.flatMap((part) => (part.type === 'text' ? part.text : []))
      : [],
  );
const shows = (chat: ChatClient, ...texts: string[]) => expect.poll(() => textsOf(chat), slow).toEqual(texts);
const isConnected = (chat: ChatClient) =>
  expect.poll(() => chat.store.getState().conversation, slow).not.toBeNull();

describe('a signed visitor', () => {
  test('sees the same conversation on every device, and what is said before the page has answered is theirs', async () => {
    let answer: (token: string) => void = () => {};
    const phone = browser(() => new Promise<string>((resolve) => (answer = resolve))).chat;
    phone.sendMessage('from my phone');
    await expect.poll(() => answer(sign('same')) ?? phone.store.getState().outbox, slow).toEqual([]);
    await shows(phone, 'from my phone');
    await shows(browser(() => sign('same')).chat, 'from my phone');
  });

  test('takes along what was said before signing in; the next person in this browser sees nothing of it', async () => {
    const { chat, storage } = browser();
    chat.sendMessage('before');
    await shows(chat, 'before');
    chat.identify(() => sign('late'));
    await shows(chat, 'before');
    chat.sendMessage('after');
    await shows(chat, 'before', 'after');

    chat.identify(() => sign('next'));
    await expect.poll(() => textsOf(chat), slow).toEqual([]);
    await isConnected(chat);
    expect(textsOf(chat)).toEqual([]);
    await shows(browser(() => sign('late')).chat, 'before', 'after');
    const nobody = browser(undefined, storage).chat;
    await isConnected(nobody);
    expect(textsOf(nobody)).toEqual([]);
  });

  test('is forgotten by a sign-out, at once, with what was not sent', async () => {
    const { chat, storage } = browser(() => sign('leaves'));
    chat.sendMessage('mine');
    await shows(chat, 'mine');
    const before = storage.readSecret();
    chat.sendMessage('said and not sent');
    chat.signOut();
    expect(storage.readSecret()).not.toBe(before);
    await expect.poll(() => textsOf(chat), slow).toEqual([]);
    expect(chat.store.getState().outbox).toEqual([]);
    await isConnected(chat);
    expect(textsOf(chat)).toEqual([]);
    chat.sendMessage('somebody new');
    await shows(chat, 'somebody new');
  });

  test('who never signed in is forgotten as well', async () => {
    const { chat } = browser();
    chat.sendMessage('mine');
    await shows(chat, 'mine');
    const before = chat.store.getState().conversation?.id;
    chat.signOut();
    await expect.poll(() => textsOf(chat), slow).toEqual([]);
    await isConnected(chat);
    expect(chat.store.getState().conversation?.id).not.toBe(before);
    expect(textsOf(chat)).toEqual([]);
  });

  test('is asked for again when the token is refused, and again when the page failed', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const answers = [
      () => Promise.reject(new Error('The page is offline.')),
      () => sign('again', -120),
      () => sign('again'),
    ];
    const getToken = vi.fn(() => (answers.shift() ?? (() => sign('again')))());
    const { chat } = browser(getToken);
    chat.sendMessage('hello');
    await shows(chat, 'hello');
    expect(getToken).toHaveBeenCalledTimes(3);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });

  test('is nobody any more once the page says so', async () => {
    const { chat } = browser(() => sign('session'));
    chat.sendMessage('mine');
    await shows(chat, 'mine');
    chat.identify(() => null);
    await expect.poll(() => textsOf(chat), slow).toEqual([]);
    await isConnected(chat);
    expect(textsOf(chat)).toEqual([]);
  });
});
