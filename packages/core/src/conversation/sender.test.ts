import type { UpFrame } from '@batonchat/protocol';
import { describe, expect, test } from 'vitest';
import type { OutboxItem } from '../state.js';
import { type ChatStorage, memoryStorage } from '../storage/storage.js';
import { createManualClock, settled } from '../testing/manual-clock.js';
import { createSender } from './sender.js';

type Item = OutboxItem<{ type: 'send-message' }>;

const item = (commandId: string, changes: Partial<Item> = {}): Item => ({
  commandId,
  conversationId: 'c',
  command: { type: 'send-message' },
  createdAt: 1,
  status: 'sending',
  refusal: null,
  ...changes,
});

function setUp(storage: ChatStorage<Item['command']> = memoryStorage()) {
  const clock = createManualClock();
  const sent: string[] = [];
  const send = (frame: UpFrame) => {
    if (frame.type === 'command') sent.push(frame.commandId);
    return true;
  };
  return { clock, sent, storage, sender: createSender({ clock, storage, send }) };
}

function setUpSlow() {
  let allow = () => {};
  const written: (string | null)[] = [];
  const made = setUp({
    ...memoryStorage<Item['command']>(),
    writeOutboxItem: (given) => {
      written.push(given.conversationId);
      return new Promise((resolve) => {
        allow = resolve;
      });
    },
  });
  return { ...made, written, allow: () => allow() };
}

test('what is said in a known conversation goes while it is written', () => {
  const { sender, sent, written } = setUpSlow();
  sender.begin();
  sender.follow([item('a')]);
  expect({ sent, written }).toEqual({ sent: ['a'], written: ['c'] });
});

test('what an earlier page kept for another conversation is kept for this one before it goes', async () => {
  const { sender, sent, allow } = setUpSlow();
  sender.restore([item('a', { conversationId: 'gone' })]);
  sender.follow([item('a')]);
  sender.begin();
  await settled();
  expect(sent).toEqual([]);
  allow();
  await settled();
  expect(sent).toEqual(['a']);
});

test('a command that was first kept without a conversation is kept with it before it is sent', async () => {
  const { sender, sent, written, allow } = setUpSlow();
  sender.begin();
  sender.follow([item('a', { conversationId: null })]);
  await settled();
  allow();
  await settled();
  expect(sent).toEqual([]);
  sender.follow([item('a')]);
  await settled();
  expect({ sent, written }).toEqual({ sent: [], written: [null, 'c'] });
  allow();
  await settled();
  expect(sent).toEqual(['a']);
});

test('one at a time, in order, the next as soon as the last is in the log', async () => {
  const { sender, sent } = setUp();
  const [a, b, c] = [item('a'), item('b'), item('c')];
  sender.begin();
  sender.follow([a, b, c]);
  await settled();
  expect(sent).toEqual(['a']);
  sender.follow([b, c]);
  expect(sent).toEqual(['a', 'b']);
});

test('a failed item does not hold up the next', async () => {
  const { sender, sent } = setUp();
  sender.begin();
  sender.follow([item('a', { status: 'failed' }), item('b')]);
  await settled();
  expect(sent).toEqual(['b']);
});

test('nothing is sent before the relay has answered, and after a pause the same goes again', async () => {
  const { sender, sent } = setUp();
  sender.follow([item('a'), item('b')]);
  await settled();
  expect(sent).toEqual([]);
  sender.begin();
  sender.pause();
  sender.begin();
  expect(sent).toEqual(['a', 'a']);
});

test.each(['unavailable', 'rate-limited'] as const)('%s is tried again within two seconds', async (code) => {
  const { sender, sent, clock } = setUp();
  sender.begin();
  sender.follow([item('a'), item('b')]);
  await settled();
  expect(sender.postpone('a', code)).toBe(true);
  expect(sent).toEqual(['a']);
  await clock.advance(2000);
  expect(sent).toEqual(['a', 'a']);
  expect(sender.postpone('a', 'invalid')).toBe(false);
});

test('a command that is not answered is sent again', async () => {
  const { sender, sent, clock } = setUp();
  sender.begin();
  sender.follow([item('a')]);
  await clock.advance(10_000);
  expect(sent).toEqual(['a', 'a']);
});

test('storage follows: what is in the log or given up is deleted, what is restored is not written again', async () => {
  const { sender, storage } = setUp();
  const ids = async () => (await storage.readOutbox()).map((each) => each.commandId);
  const [a, b] = [item('a'), item('b')];
  await storage.writeOutboxItem(a);
  await storage.writeOutboxItem(b);
  sender.restore([a, b]);
  sender.follow([b]);
  await settled();
  expect(await ids()).toEqual(['b']);
  sender.follow([item('b', { status: 'failed' }), item('c')]);
  await settled();
  expect((await storage.readOutbox()).map((each) => [each.commandId, each.status])).toEqual([
    ['b', 'failed'],
    ['c', 'sending'],
  ]);
});

test('stopped, it leaves no timer and sends nothing', async () => {
  const { sender, sent, clock } = setUp();
  sender.begin();
  sender.follow([item('a')]);
  sender.stop();
  expect(clock.pending()).toBe(0);
  sender.follow([item('b')]);
  await settled();
  expect(sent).toEqual(['a']);
  expect(clock.pending()).toBe(0);
});

describe('a relay that says when', () => {
  const setUpInFlight = async () => {
    const made = setUp();
    made.sender.begin();
    made.sender.follow([item('a'), item('b')]);
    await settled();
    return made;
  };

  test('is obeyed, and not by all at the same moment', async () => {
    const { sender, sent, clock } = await setUpInFlight();
    sender.postpone('a', 'rate-limited', 7000);
    await clock.advance(7000);
    expect(sent).toEqual(['a']);
    await clock.advance(250);
    expect(sent).toEqual(['a', 'a']);
  });

  test('may not keep a message for longer than a minute', async () => {
    const { sender, sent, clock } = await setUpInFlight();
    sender.postpone('a', 'rate-limited', 1e9);
    await clock.advance(60_250);
    expect(sent).toEqual(['a', 'a']);
    sender.postpone('a', 'rate-limited', -1);
    await clock.advance(250);
    expect(sent).toEqual(['a', 'a', 'a']);
  });
});
