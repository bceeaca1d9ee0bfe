import { expect, test } from 'vitest';
import type { Entry } from './fold.js';
import type { Author } from './message.js';
import { transcriptText } from './transcript-text.js';
import { words as german } from './words/de.js';
import { words } from './words/en.js';

const start = Date.UTC(2026, 10, 20, 9, 30);
const visitor: Author = { kind: 'visitor', id: 'v', name: null, avatarUrl: null };
const bot: Author = { kind: 'bot', id: 'b', name: 'Halden helper', avatarUrl: null };
const ada: Author = { kind: 'agent', id: 'a', name: 'Ada Byron', avatarUrl: null };
const said = (minute: number, author: Author, text: string): Entry => {
  const message = { id: `m${minute}`, author, parts: [{ type: 'text' as const, text }] };
  return { kind: 'message', seq: minute, id: message.id, at: start + minute * 60_000, message };
};
const file = {
  type: 'file' as const,
  fileId: 'f',
  name: 'order.pdf',
  mediaType: 'application/pdf',
  bytes: 9,
};
const at = start + 4 * 60_000;
const entries: Entry[] = [
  said(1, bot, 'Hi!'),
  said(2, { ...visitor, name: '\u202eVera' }, 'Where is\nmy order?'),
  { ...said(3, visitor, ''), message: { id: 'm3', author: visitor, parts: [file] } } as Entry,
  {
    ...{ kind: 'notice', seq: 4, id: 'n', at },
    notice: {
      type: 'handoff-claimed',
      body: { handoffId: 'h', agent: { id: 'a', name: 'Ada Byron', avatarUrl: null } },
    },
  },
  said(24 * 60, ada, 'Here it is.'),
];

test('a transcript has each day, each message with time and author, parts in words, and the handoff', () => {
  // Some versions of ICU put a narrow space before AM and PM.
  const text = transcriptText(entries, { words, locale: 'en-US', timeZone: 'UTC' });
  expect(text.replaceAll('\u202F', ' ')).toBe(`Conversation

== Friday, November 20, 2026 ==

9:31 AM Halden helper (Bot):
Hi!

9:32 AM Vera:
Where is
my order?

9:33 AM You:
📎 order.pdf

9:34 AM * Ada Byron joined

== Saturday, November 21, 2026 ==

9:30 AM Ada Byron (Human):
Here it is.
`);
});

test('is in the reader’s language', () => {
  const text = transcriptText(entries, { words: german, locale: 'de', timeZone: 'UTC' });
  expect(text).toContain('== Freitag, 20. November 2026 ==');
  expect(text).toContain('09:33 Sie:');
});
