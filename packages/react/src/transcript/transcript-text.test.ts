import { expect, test } from 'vitest';
import { visitorLabels } from '../english.js';
import { de } from '../locales/de.js';
import { ada, agentOf, bot, messageRow, noticeRow, visitor } from '../testing/rows.js';
import { transcriptText } from './transcript-text.js';

const rows = [
  messageRow(1, bot, 'Hi!'),
  messageRow(2, { ...visitor, name: 'Vera' }, 'Where is\nmy order?'),
  messageRow(3, visitor, '', {
    parts: [{ type: 'file', fileId: 'f', name: 'order.pdf', mediaType: 'application/pdf', bytes: 9 }],
  }),
  noticeRow(4, 'handoff-claimed', { agent: agentOf(ada) }),
  messageRow(24 * 60, ada, 'Here it is.'),
  messageRow(9999, visitor, 'not sent yet', { seq: null, delivery: 'sending' }),
];

test('a transcript has each day, each message with time and author, parts in words, and the handoff', () => {
  // Some versions of ICU put a narrow space before AM and PM.
  const text = transcriptText(rows, { labels: visitorLabels, locale: 'en-US', timeZone: 'UTC' });
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
  const text = transcriptText(rows, { labels: de.visitorLabels, locale: 'de', timeZone: 'UTC' });
  expect(text).toContain('== Freitag, 20. November 2026 ==');
  expect(text).toContain('09:33 Sie:');
});
