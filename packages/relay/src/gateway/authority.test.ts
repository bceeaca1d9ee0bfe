/** Nobody can do anything with a conversation that is not theirs, whatever they send: made from the table of frames. */
import { randomUUID } from 'node:crypto';
import {
  type agentCommand,
  type ConversationRecord,
  protocolVersion,
  type UpFrame,
  type visitorCommand,
} from '@batonchat/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket, type RawClient } from '../testing/raw-client.js';
import {
  newSecret,
  openFrame,
  type RawPerson,
  type RawVisitor,
  visitorToken,
} from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';

const marker = 'only-for-the-eyes-of-vera';

let place: Place;
let relay: TestRelay;
/** The one whose conversation it is, and the others. */
let vera: RawVisitor;
let mallory: RawVisitor;
let ada: RawPerson;
beforeAll(async () => {
  place = await sqlitePlace();
  relay = await startRelay(place, { rateLimits: { visitorCommands: 1000 } });
  relay.bot.answer = () => [];
  vera = await relay.visitor();
  mallory = await relay.visitor();
  ada = await relay.agent('Ada');
  vera.say(vera.conversationId, marker);
  await vera.next('events');
});
afterAll(async () => {
  await Promise.all([vera, mallory, ada].map((each) => each.close()));
  await relay.close();
  await place.remove();
});

const parts = [{ type: 'text', text: 'hi' }];
const contact = { name: 'M', email: '', message: '' };

const visitorCommands: Record<(typeof visitorCommand.options)[number]['entries']['type']['literal'], object> =
  {
    'send-message': { type: 'send-message', parts },
    'request-handoff': { type: 'request-handoff', reason: 'button' },
    'accept-offer': { type: 'accept-offer' },
    'decline-offer': { type: 'decline-offer' },
    'leave-contact': { type: 'leave-contact', contact, keepWaiting: true },
    'end-handoff': { type: 'end-handoff' },
  };
const agentCommands: Record<(typeof agentCommand.options)[number]['entries']['type']['literal'], object> = {
  'send-message': { type: 'send-message', parts },
  claim: { type: 'claim', handoffId: null },
  reject: { type: 'reject' },
  release: { type: 'release' },
  resolve: { type: 'resolve' },
  resume: { type: 'resume' },
};

/** Frames of each type that name this conversation; a type that is missing here does not compile. */
const framesOn = (conversationId: string): Record<Exclude<UpFrame['type'], 'hello'>, object[]> => {
  const position = { ...vera.position, seq: 0, id: '' };
  return {
    open: [openFrame({ conversationId, position: vera.position }, 'session-of-mallory')],
    subscribe: [
      { type: 'subscribe', conversationId, positions: { shared: null, desk: null } },
      { type: 'subscribe', conversationId, positions: { shared: position, desk: position } },
    ],
    unsubscribe: [{ type: 'unsubscribe', conversationId }],
    command: [...Object.values(visitorCommands), ...Object.values(agentCommands)].map((command) => ({
      type: 'command',
      conversationId,
      commandId: randomUUID(),
      command,
    })),
    'catch-up': (['shared', 'desk'] as const).map((log) => ({
      type: 'catch-up',
      conversationId,
      log,
      position,
    })),
    page: [{ type: 'page', conversationId, before: 1000 }],
    signal: [{ type: 'signal', conversationId, signal: { type: 'typing', isTyping: true } }],
    receipt: [{ type: 'receipt', conversationId, deliveredSeq: 2, readSeq: 2 }],
    inbox: [{ type: 'inbox' }],
    ping: [{ type: 'ping' }],
  };
};

const types = Object.keys({
  ...{ open: 0, subscribe: 0, unsubscribe: 0, command: 0, 'catch-up': 0, page: 0, signal: 0, receipt: 0 },
  ...{ inbox: 0, ping: 0 },
} satisfies Record<Exclude<UpFrame['type'], 'hello'>, 0>) as Exclude<UpFrame['type'], 'hello'>[];

async function answersTo(client: RawClient, frame: object): Promise<string[]> {
  const before = client.received.length;
  client.send(frame as Record<string, unknown>);
  const { type, commandId } = frame as { type: string; commandId?: string };
  if (type !== 'ping') client.send({ type: 'ping' });
  await client.next('pong');
  if (commandId) await client.next(['refused', 'events'], (each) => JSON.stringify(each).includes(commandId));
  return client.received
    .slice(before)
    .filter((each) => each.type !== 'pong')
    .map((each) => JSON.stringify(each));
}

const recordOf = async (conversationId: string): Promise<ConversationRecord['heads'] | undefined> => {
  ada.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
  const shared = await ada.next('snapshot', ({ log }) => log === 'shared');
  const desk = await ada.next('snapshot', ({ log }) => log === 'desk');
  ada.send({ type: 'unsubscribe', conversationId });
  return { shared: shared.position, desk: desk.position };
};

describe('another visitor', () => {
  test.each(types)('learns and changes nothing by %s', async (type) => {
    const before = await recordOf(vera.conversationId);
    const seenByVera = vera.received.length;
    for (const frame of framesOn(vera.conversationId)[type]) {
      const answers = await answersTo(mallory, frame);
      expect(answers.join('\n')).not.toContain(marker);
      expect(answers.join('\n')).not.toContain(vera.id);
    }
    expect(await recordOf(vera.conversationId)).toEqual(before);
    expect(vera.received.slice(seenByVera)).toEqual([]);
  });

  test.each(types)('is answered to %s as if there were no such conversation', async (type) => {
    const nowhere = randomUUID();
    const told = async (conversationId: string) => {
      const answers: string[] = [];
      for (const frame of framesOn(conversationId)[type]) answers.push(...(await answersTo(mallory, frame)));
      return answers.map((answer) =>
        answer.replaceAll(conversationId, 'ID').replaceAll(/"commandId":"[^"]*"/g, ''),
      );
    };
    expect(await told(vera.conversationId)).toEqual(await told(nowhere));
  });

  test('of another site reaches nothing, and no agent reaches theirs', async () => {
    const { token } = await visitorToken(relay.url, newSecret(), 'other-site');
    const client = await openSocket(relay.url, { origin: relay.url });
    client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
    await client.next('welcome');
    client.send(openFrame({ conversationId: vera.conversationId, position: vera.position }));
    const { conversationId } = await client.next('snapshot');
    expect(conversationId).not.toBe(vera.conversationId);
    for (const frame of Object.values(framesOn(conversationId)).flat()) {
      const answers = await answersTo(ada, frame);
      expect(answers.join('\n')).not.toContain('"entries"');
      expect(answers.join('\n')).not.toContain('"events":[{');
    }
    await client.close();
  });
});

describe('in their own conversation', () => {
  test.each(Object.entries(agentCommands).filter(([type]) => type !== 'send-message'))(
    'a visitor has no command %s',
    async (_, command) => {
      const commandId = mallory.command(mallory.conversationId, command as Record<string, unknown>);
      expect(await mallory.next('refused', (frame) => frame.commandId === commandId)).toMatchObject({
        code: 'not-found',
      });
    },
  );

  test.each(Object.entries(visitorCommands).filter(([type]) => type !== 'send-message'))(
    'an agent has no command %s',
    async (_, command) => {
      const commandId = ada.command(vera.conversationId, command as Record<string, unknown>);
      expect(await ada.next('refused', (frame) => frame.commandId === commandId)).toMatchObject({
        code: 'not-found',
      });
    },
  );

  test('a visitor sees neither the inbox nor the desk log', async () => {
    const { conversationId, position } = mallory;
    for (const frame of [{ type: 'inbox' }, { type: 'catch-up', conversationId, log: 'desk', position }])
      expect(await answersTo(mallory, frame)).toEqual([expect.stringContaining('"code":"not-found"')]);
  });

  test('an agent who does not own it can neither speak nor be seen typing', async () => {
    const { conversationId } = vera;
    const before = vera.received.length;
    const commandId = ada.say(conversationId, 'psst');
    expect(await ada.next('refused', (frame) => frame.commandId === commandId)).toMatchObject({
      code: 'not-claimed',
    });
    await answersTo(ada, { type: 'signal', conversationId, signal: { type: 'typing', isTyping: true } });
    expect(vera.received.slice(before)).toEqual([]);
  });
});
