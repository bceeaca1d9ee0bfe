import { textOf } from '@batonchat/protocol';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeskHandoff } from './desk.js';
import { type Place, sqlitePlace } from './testing/places.js';
import { startRelay, type TestRelay } from './testing/start-relay.js';

let place: Place;
let relay: TestRelay;
const opened: { handoff: DeskHandoff; said: string[] }[] = [];
let failures = 0;
beforeAll(async () => {
  place = await sqlitePlace();
  relay = await startRelay(place, {
    desks: [
      {
        id: 'team-tool',
        async open(handoff, transcript) {
          if (failures > 0) {
            failures -= 1;
            throw new Error('The team’s tool is down.');
          }
          opened.push({ handoff, said: transcript.map(textOf) });
        },
      },
    ],
  });
});
beforeEach(() => {
  opened.length = 0;
});
afterAll(async () => {
  await relay.close();
  await place.remove();
});

test('a desk is told who wants a human, why, and what was said', async () => {
  const visitor = await relay.visitor();
  const { conversationId } = visitor;
  visitor.say(conversationId, 'Where is my order?');
  await visitor.next('events', (frame) => JSON.stringify(frame).includes('You said'));
  const handoffId = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
  await expect.poll(() => opened).toHaveLength(1);
  expect(opened[0]).toEqual({
    handoff: { siteId: 'main', conversationId, handoffId, reason: 'button', summary: 'Where is my order?' },
    said: ['Where is my order?', 'You said: Where is my order?'],
  });
  await visitor.close();
});

test('a desk that is down is told again, and the bell rings in the console meanwhile', async () => {
  failures = 1;
  const ada = await relay.agent('Ada');
  const visitor = await relay.visitor();
  const { conversationId } = visitor;
  const handoffId = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
  await ada.next('alert', (frame) => frame.handoffId === handoffId);
  await expect.poll(() => opened).toMatchObject([{ handoff: { handoffId } }]);
  await Promise.all([visitor.close(), ada.close()]);
});

test('a desk is not told of what is over before it could be', async () => {
  failures = 1;
  const visitor = await relay.visitor();
  const { conversationId } = visitor;
  visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
  await expect.poll(() => failures).toBe(0);
  visitor.command(conversationId, { type: 'end-handoff' });
  await visitor.next('events', ({ events }) => events.some(({ type }) => type === 'handoff-resolved'));
  const later = visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
  await expect
    .poll(() => opened, {
      timeout: 3000,
    })
    .toMatchObject([{ handoff: { handoffId: later } }]);
  await visitor.close();
});
