import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { agentCommand, visitorCommand } from './command.js';
import { deskEvent, sharedEvent } from './event.js';
import { limits } from './limits.js';
import { contact } from './message.js';
import { saying } from './testing/people.js';
import { commandId, id } from './text.js';
import { hello, upFrame } from './up.js';

const says = (...texts: string[]) => ({
  type: 'send-message',
  parts: texts.map((text) => ({ type: 'text', text })),
});
const frame = (command: unknown) => ({ type: 'command', conversationId: 'c-1', commandId: 'x', command });
const opening = {
  type: 'open',
  sessionId: 's-1',
  startedAt: 0,
  page: null,
  pageTitle: null,
  referrer: null,
  locale: null,
  held: null,
};
/** What a socket gives: keys such as `__proto__` are own keys there, as in no literal. */
const fromJson = (json: string): unknown => JSON.parse(json);
const issuesOf = (schema: v.GenericSchema, input: unknown) =>
  v.safeParse(schema, input).issues?.map(({ message }) => message) ?? [];

describe('text', () => {
  const parsed = (text: string) => v.parse(visitorCommand, says(text));

  test('stays as it was typed', () => {
    for (const text of ['  a\n\tb ', '\u202Eevil', '👩‍👩‍👧', '<b>&amp;</b>', 'é', '\u0001\u007f'])
      expect(parsed(text)).toEqual(says(text));
  });

  test('with NUL in it is refused', () => {
    expect(issuesOf(visitorCommand, says('a\0b'))).toEqual(['Contains the NUL character.']);
    expect(v.is(upFrame, { ...opening, page: 'https://shop.example/\0' })).toBe(false);
    for (const held of [
      { epoch: 'e\0', seq: 0, id: '' },
      { epoch: 'e', seq: 0, id: '\0' },
    ])
      expect(v.is(upFrame, { ...opening, held: { conversationId: 'c-1', position: held } })).toBe(false);
  });

  test('has its lone surrogates mended, and only those', () => {
    expect(parsed('a\uD83D')).toEqual(says('a\uFFFD'));
    expect(parsed('\uDE4F🙏')).toEqual(says('\uFFFD🙏'));
  });

  test('comes out well-formed, as long as it was, whatever goes in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const { success, output } = v.safeParse(visitorCommand, says(text));
          expect(success).toBe(!text.includes('\0') && text.trim() !== '');
          if (success) expect(output).toEqual(says(text.toWellFormed()));
        },
      ),
    );
  });

  test('of a message is filled, and holds 4,000 characters and not one more', () => {
    expect(limits.messageCharacters).toBe(4000);
    expect(v.is(visitorCommand, says('x'.repeat(4000)))).toBe(true);
    expect(issuesOf(visitorCommand, says('x'.repeat(4001)))).toEqual(['Longer than 4000 characters.']);
    expect(v.is(visitorCommand, says('🙏'.repeat(2000)))).toBe(true);
    for (const text of ['', ' \n\t', '\u00A0'])
      expect(issuesOf(visitorCommand, says(text))).toEqual(['Is empty.']);
  });

  test('comes in one to ten parts of a known type', () => {
    expect(v.is(visitorCommand, says())).toBe(false);
    expect(v.is(visitorCommand, says(...Array<string>(10).fill('x')))).toBe(true);
    expect(v.is(visitorCommand, says(...Array<string>(11).fill('x')))).toBe(false);
    expect(v.is(visitorCommand, { type: 'send-message', parts: [{ type: 'html', html: '<b>' }] })).toBe(
      false,
    );
  });
});

describe('an id', () => {
  test('is 1 to 100 letters, digits, or one of - _ . :', () => {
    for (const good of ['a', 'A-z_0.9:', 'x'.repeat(100)]) expect(v.is(id, good)).toBe(true);
    for (const bad of ['', 'x'.repeat(101), 'a b', 'ä', 'a/b', 'a\n', 'a\0', 7, null])
      expect(v.is(id, bad)).toBe(false);
  });

  test('is no key that every object has, so that it can be one', () => {
    for (const bad of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__']) {
      expect(v.is(id, bad)).toBe(false);
      expect(v.is(commandId, bad)).toBe(false);
    }
  });

  test('of a command leaves room for those of its events, and can be none of them', () => {
    expect(v.is(commandId, 'x'.repeat(80))).toBe(true);
    expect(v.is(commandId, 'x'.repeat(81))).toBe(false);
    expect(v.is(commandId, 'x.1')).toBe(false);
    expect(v.is(id, `${'x'.repeat(80)}.12`)).toBe(true);
  });
});

describe('a contact', () => {
  const nothing = { name: '', email: '', message: '' };

  test('needs one of name, email and message', () => {
    for (const filled of [{ name: 'Vera' }, { email: 'v@mail.example' }, { message: 'Call me' }])
      expect(v.is(contact, { ...nothing, ...filled })).toBe(true);
    expect(issuesOf(contact, { ...nothing, name: ' ' })).toEqual(['Is empty.']);
  });

  test('has an email address that looks like one, or none', () => {
    for (const email of [
      'v',
      'v@mail',
      '@mail.example',
      'v@mail.example, w@mail.example',
      'v w@mail.example',
    ])
      expect(issuesOf(contact, { ...nothing, email })).toEqual(['Is no email address.']);
  });

  test('keeps to its sizes', () => {
    const local = 'x'.repeat(limits.emailCharacters - '@mail.example'.length);
    expect(v.is(contact, { ...nothing, name: 'x'.repeat(80) })).toBe(true);
    expect(v.is(contact, { ...nothing, name: 'x'.repeat(81) })).toBe(false);
    expect(v.is(contact, { ...nothing, email: `${local}@mail.example` })).toBe(true);
    expect(v.is(contact, { ...nothing, email: `x${local}@mail.example` })).toBe(false);
    expect(v.is(contact, { ...nothing, message: 'x'.repeat(4001) })).toBe(false);
  });
});

describe('a frame', () => {
  test('loses the fields that are not known, at every depth', () => {
    const command = { ...says('Hello'), extra: 1, parts: [{ type: 'text', text: 'Hello', html: '<b>' }] };
    expect(v.parse(upFrame, { ...frame(command), admin: true })).toEqual(frame(says('Hello')));
  });

  test('is not harmed by keys that name what every object has', () => {
    const poisoned = fromJson(
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,
        "type":"command","conversationId":"c-1","commandId":"x",
        "command":{"__proto__":{"polluted":1},"type":"send-message","parts":[{"__proto__":[],"type":"text","text":"Hi"}]}}`,
    );
    expect(v.parse(upFrame, poisoned)).toEqual(frame(says('Hi')));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('is not taken from a prototype', () => {
    expect(v.is(upFrame, fromJson('{"__proto__":{"type":"ping"}}'))).toBe(false);
    for (const type of ['__proto__', 'constructor', 'toString']) {
      expect(v.is(upFrame, { type })).toBe(false);
      expect(v.is(upFrame, frame({ type }))).toBe(false);
    }
  });

  test('of no known type, or of none, is refused', () => {
    for (const input of [null, 7, 'ping', [], {}, { type: 'hello' }, { type: 'pong' }, { type: ['ping'] }])
      expect(v.is(upFrame, input)).toBe(false);
  });

  test('counts in whole numbers from 0', () => {
    const page = (before: unknown) => v.is(upFrame, { type: 'page', conversationId: 'c-1', before });
    for (const good of [0, 1, Number.MAX_SAFE_INTEGER]) expect(page(good)).toBe(true);
    for (const bad of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, '1', null])
      expect(page(bad)).toBe(false);
  });

  test('says hello as a visitor with a token or as an agent without', () => {
    const asVisitor = { type: 'hello', as: 'visitor', protocol: 1, token: 'x'.repeat(4096) };
    expect(v.is(hello, asVisitor)).toBe(true);
    expect(v.is(hello, { ...asVisitor, token: `${asVisitor.token}x` })).toBe(false);
    expect(v.parse(hello, { type: 'hello', as: 'agent', protocol: 1, token: 'x' })).toEqual({
      type: 'hello',
      as: 'agent',
      protocol: 1,
    });
    expect(v.is(hello, { type: 'hello', as: 'bot', protocol: 1 })).toBe(false);
  });

  test('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        for (const schema of [upFrame, hello, sharedEvent, deskEvent]) v.safeParse(schema, input);
        v.safeParse(upFrame, frame(input));
      }),
    );
  });
});

test('what only an agent may ask for is no command of a visitor, nor the other way round', () => {
  for (const type of ['claim', 'reject', 'release', 'resolve', 'resume', 'transfer', 'answer', 'start']) {
    expect(v.is(visitorCommand, { type, handoffId: null, agent: null })).toBe(false);
  }
  for (const type of ['accept-offer', 'decline-offer', 'end-handoff', 'transfer', 'answer', 'start'])
    expect(v.is(agentCommand, { type })).toBe(false);
});

test('a visitor cannot claim a reason that is not theirs', () => {
  for (const reason of ['low-confidence', 'agent-takeover', 'follow-up', ''])
    expect(v.is(visitorCommand, { type: 'request-handoff', reason })).toBe(false);
});

test('an event needs a number from 1, its version, and a body of its type', () => {
  const event = {
    seq: 1,
    id: 'e',
    v: 1,
    at: 0,
    causedBy: 'e',
    type: 'handoff-offered',
    body: { handoffId: 'h' },
  };
  expect(v.is(sharedEvent, event)).toBe(true);
  expect(v.is(sharedEvent, { ...event, seq: 0 })).toBe(false);
  expect(v.is(sharedEvent, { ...event, v: 2 })).toBe(false);
  expect(v.is(sharedEvent, { ...event, type: 'message-added' })).toBe(false);
  expect(v.is(deskEvent, event)).toBe(false);
  const message = {
    id: 'm',
    author: { kind: 'system', id: 'x', name: null, avatarUrl: null },
    parts: saying('Hi'),
  };
  expect(v.is(sharedEvent, { ...event, type: 'message-added', body: { message } })).toBe(false);
});
