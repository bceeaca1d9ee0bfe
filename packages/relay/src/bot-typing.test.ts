import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BotTyping, createBotTyping } from './bot-typing.js';
import type { Store } from './store/open-store.js';
import { ada, type OpenHub, openHub } from './testing/open-hub.js';
import { type Place, sqlitePlace } from './testing/places.js';

let place: Place;
let store: Store;
let opened: OpenHub;
beforeAll(async () => {
  place = await sqlitePlace();
  store = await place.open();
  opened = openHub(store);
});
afterAll(async () => {
  await opened.hub.close();
  await store.close();
  await place.remove();
});

async function setUp(): Promise<
  Awaited<ReturnType<OpenHub['begin']>> & { typing: BotTyping; said: boolean[]; say(): Promise<number> }
> {
  const begun = await opened.begin();
  const { conversationId, visitor } = begun;
  const said: boolean[] = [];
  const typing = createBotTyping({
    hub: opened.hub,
    signal: (id, isTyping) => id === conversationId && said.push(isTyping),
    repeatMs: 20,
  });
  return {
    ...begun,
    typing,
    said,
    async say() {
      const outcome = await opened.hub.submit('main', conversationId, visitor.say('hello'));
      return ('events' in outcome && outcome.events[0]?.seq) || 0;
    },
  };
}

test('begins with the commit of a message, is repeated, and ends with the turn', async () => {
  const { typing, said, say, conversationId } = await setUp();
  const seq = await say();
  expect(said).toEqual([true]);
  await expect.poll(() => said.length).toBeGreaterThan(3);
  typing.end(conversationId, seq);
  const upToHere = [...said];
  expect(upToHere.at(-1)).toBe(false);
  typing.end(conversationId, seq);
  expect(said, 'is said to be over once').toEqual(upToHere);
  typing.close();
});

test('goes on after a turn when more was said meanwhile', async () => {
  const { typing, said, say, conversationId } = await setUp();
  const first = await say();
  const second = await say();
  typing.end(conversationId, first);
  expect(said).not.toContain(false);
  typing.end(conversationId, second);
  expect(said.at(-1)).toBe(false);
  typing.close();
});

test('is over when an agent claims, and what is said to the agent begins none', async () => {
  const { typing, said, say, conversationId } = await setUp();
  await say();
  await opened.hub.submit('main', conversationId, ada.claim(null));
  expect(said.at(-1)).toBe(false);
  const upToHere = [...said];
  await say();
  expect(said).toEqual(upToHere);
  typing.close();
});

test('says nothing more once it is closed', async () => {
  const { typing, said, say } = await setUp();
  await say();
  typing.close();
  const upToHere = [...said];
  const other = await setUp();
  await other.say();
  await expect.poll(() => other.said.length).toBeGreaterThan(3);
  other.typing.close();
  expect(said).toEqual(upToHere);
});
