import type { VisitorCommand } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import { createChatClient } from '../chat-client.js';
import { createDeskClient } from '../desk-client.js';
import type { MemoryRelayOptions } from '../memory-relay/memory-relay.js';
import { rowsOf } from '../rows/rows.js';
import { memoryStorage } from '../storage/storage.js';
import { settled } from '../testing/manual-clock.js';
import { createMeeting, shownAt } from '../testing/meeting.js';

const note = (text = 'The terms.', name = 'terms.txt') => new File([text], name, { type: 'text/plain' });

async function meet(options: MemoryRelayOptions = {}) {
  const { clock, relay } = createMeeting(options);
  const storage = memoryStorage<VisitorCommand>();
  const open = () => createChatClient({ ...clock, storage, transport: relay.visitorTransport({ id: 'v' }) });
  const chat = open();
  chat.connect();
  await clock.advance(100);
  const files = await chat.files();
  await clock.advance(100);
  return { clock, relay, chat, files, open };
}

const lastOf = (chat: ReturnType<typeof createChatClient>) => {
  const row = rowsOf(chat.store.getState(), 'visitor').at(-1);
  if (row?.kind !== 'message') throw new Error('The last row is no message.');
  return row;
};

describe('the files of a message', () => {
  test('are uploaded as they are added, and named by the message when it is sent', async () => {
    const { clock, relay, chat, files } = await meet();
    files.add([note()]);
    expect(files.store.getState().attachments).toMatchObject([{ name: 'terms.txt', bytes: 10 }]);
    await clock.advance(1000);
    expect(files.store.getState().attachments).toMatchObject([{ status: 'uploaded', progress: 1 }]);
    files.send('Is this right?');
    expect(files.store.getState().attachments).toEqual([]);
    await clock.advance(1000);
    const row = lastOf(chat);
    expect(row).toMatchObject({
      delivery: 'sent',
      parts: [{ text: 'Is this right?' }, { type: 'file', name: 'terms.txt', bytes: 10 }],
    });
    const other = createChatClient({ ...clock, transport: relay.visitorTransport({ id: 'v' }) });
    const fileId = row.parts[1] && 'fileId' in row.parts[1] ? (row.parts[1].fileId ?? '') : '';
    const asked = other.fileUrl(fileId);
    await clock.advance(1000);
    expect(await asked).toMatch(/^blob:/);
  });

  test('are waited for: what is sent meanwhile stands there as sending, and what is said after it is not held up', async () => {
    const { clock, relay, chat, files } = await meet();
    relay.holdUploads(true);
    files.add([note()]);
    await clock.advance(1000);
    expect(files.store.getState().attachments[0]).toMatchObject({ status: 'uploading', progress: 0.5 });
    files.send('');
    await clock.advance(1000);
    expect(lastOf(chat)).toMatchObject({ delivery: 'sending', parts: [{ type: 'file', name: 'terms.txt' }] });
    chat.sendMessage('Coming.');
    await clock.advance(1000);
    const desk = createMeetingAgent(relay, clock);
    relay.holdUploads(false);
    await clock.advance(2000);
    expect(chat.store.getState().outbox).toEqual([]);
    const id = chat.store.getState().conversation?.id ?? '';
    desk.openConversation(id);
    await clock.advance(1000);
    expect(shownAt(desk, id)).toEqual(['Coming.', '📎 terms.txt']);
  });

  test('outlive a reload in the midst of an upload, with the text', async () => {
    const { clock, relay, chat, files, open } = await meet();
    relay.holdUploads(true);
    files.add([note()]);
    await clock.advance(1000);
    files.send('Here it is');
    await clock.advance(1000);
    chat.destroy();
    relay.holdUploads(false);
    const next = open();
    next.connect();
    await clock.advance(100);
    await until(() => next.store.getState().outbox.length === 0, clock);
    expect(lastOf(next)).toMatchObject({
      delivery: 'sent',
      parts: [{ text: 'Here it is' }, { type: 'file', name: 'terms.txt' }],
    });
  });

  test('are uploaded when the connection is back', async () => {
    const { clock, relay, chat, files } = await meet();
    relay.goOffline();
    await clock.advance(100);
    files.add([note()]);
    files.send('From the train');
    await clock.advance(60_000);
    expect(lastOf(chat)).toMatchObject({ delivery: 'sending' });
    relay.goOnline();
    chat.reconnect();
    await clock.advance(60_000);
    expect(lastOf(chat)).toMatchObject({ delivery: 'sent' });
  });

  test('that are refused say why, and do not go with the message', async () => {
    const { clock, chat, files } = await meet({ files: { maxBytes: 20 } });
    files.add([note('x'.repeat(21), 'long.txt'), note('', 'empty.txt'), note('<p>', 'page.png'), note()]);
    files.add([new File(['x'], 'film.mp4', { type: 'video/mp4' })]);
    await clock.advance(1000);
    const reasons = files.store
      .getState()
      .attachments.map(({ refusal, status }) => refusal?.reason ?? status);
    expect(reasons).toEqual(['too-large', 'empty', 'kind', 'uploaded', 'kind']);
    files.send('All of it');
    await clock.advance(1000);
    expect(lastOf(chat).parts).toMatchObject([{ text: 'All of it' }, { name: 'terms.txt' }]);
    expect(files.store.getState().attachments).toHaveLength(4);
  });

  test('that are refused after they were sent fail the message, which goes back as it was', async () => {
    const { clock, relay, chat, files } = await meet();
    relay.holdUploads(true);
    files.add([note('<p>', 'page.png'), note()]);
    await clock.advance(1000);
    const sent = files.send('Look');
    relay.holdUploads(false);
    await clock.advance(2000);
    expect(lastOf(chat)).toMatchObject({ delivery: 'failed', refusal: { code: 'invalid' } });
    const item = chat.discard('commandId' in sent ? sent.commandId : '');
    if (item) files.takeBack(item);
    await clock.advance(2000);
    expect(files.store.getState().attachments).toMatchObject([
      { name: 'page.png', status: 'refused' },
      { name: 'terms.txt', status: 'uploaded' },
    ]);
  });

  test('are no more than one message may have', async () => {
    const { files } = await meet();
    files.add(Array.from({ length: 12 }, (_, index) => note('x', `${index}.txt`)));
    expect(files.store.getState()).toMatchObject({ isTooMany: true, attachments: { length: 9 } });
  });

  test('can be taken out while they are on their way', async () => {
    const { clock, relay, files } = await meet();
    relay.holdUploads(true);
    files.add([note(), note('x', 'other.txt')]);
    await clock.advance(1000);
    files.remove(files.store.getState().attachments[0]?.id ?? '');
    expect(files.store.getState().attachments).toMatchObject([{ name: 'other.txt' }]);
  });

  test('that do not arrive fail after a while, and can be tried again', async () => {
    const { clock, relay } = createMeeting();
    const memory = relay.visitorTransport({ id: 'v' });
    let isBroken = true;
    const chat = createChatClient({
      ...clock,
      transport: {
        ...memory,
        async files() {
          if (typeof memory.files !== 'function') throw new Error('The relay in memory takes files.');
          const kept = await memory.files();
          return {
            ...kept,
            upload: (request) => (isBroken ? Promise.reject(new Error('Reset.')) : kept.upload(request)),
          };
        },
      },
    });
    chat.connect();
    await clock.advance(100);
    const files = await chat.files();
    files.add([note()]);
    await clock.advance(120_000);
    expect(files.store.getState().attachments).toMatchObject([{ status: 'failed' }]);
    isBroken = false;
    files.retry(files.store.getState().attachments[0]?.id ?? '');
    await clock.advance(1000);
    expect(files.store.getState().attachments).toMatchObject([{ status: 'uploaded' }]);
    chat.destroy();
    await settled();
    expect(clock.pending()).toBe(0);
  });

  test('are not offered where the relay takes none', async () => {
    const { files } = await meet({ files: false });
    expect(files.store.getState().terms).toBeNull();
    expect((await meet()).files.store.getState().terms).toMatchObject({ maxBytes: 10_485_760 });
  });

  test('go from an agent to the visitor as well', async () => {
    const { clock, relay, chat } = await meet();
    chat.requestHandoff();
    await clock.advance(1000);
    const id = chat.store.getState().conversation?.id ?? '';
    const desk = createMeetingAgent(relay, clock);
    desk.openConversation(id);
    await clock.advance(1000);
    desk.claim(id);
    await clock.advance(1000);
    const files = await desk.files(id);
    files.add([note()]);
    files.send('Our terms');
    await clock.advance(1000);
    const row = lastOf(chat);
    expect(row.parts).toMatchObject([{ text: 'Our terms' }, { type: 'file', name: 'terms.txt' }]);
    const fileId = row.parts[1] && 'fileId' in row.parts[1] ? (row.parts[1].fileId ?? '') : '';
    const asked = chat.fileUrl(fileId);
    await clock.advance(1000);
    expect(await asked).toMatch(/^blob:/);
  });
});

function createMeetingAgent(
  relay: ReturnType<typeof createMeeting>['relay'],
  clock: ReturnType<typeof createMeeting>['clock'],
) {
  const desk = createDeskClient({ ...clock, transport: relay.deskTransport({ id: 'ada', name: 'Ada' }) });
  desk.connect();
  return desk;
}

/** Code that is fetched takes real time, which the clock knows nothing of. */
async function until(holds: () => boolean, clock: ReturnType<typeof createMeeting>['clock']) {
  const aSecondLater = async () => {
    await clock.advance(1000);
    return holds();
  };
  await expect.poll(aSecondLater).toBe(true);
}
