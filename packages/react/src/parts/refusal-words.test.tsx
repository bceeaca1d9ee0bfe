import type { OutboxRefusal } from '@batonchat/core';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { visitorLabels } from '../english.js';
import { loadLocale } from '../language/load-locale.js';
import { RefusalWords } from './refusal-words.js';

const terms = { maxBytes: 10_000_000, accept: [] };
const said: [Omit<OutboxRefusal, 'message'>, english: string, german: string][] = [
  [
    { code: 'already-answered' },
    'This has been answered already, or is no longer asked.',
    'Das ist schon beantwortet oder wird nicht mehr gefragt.',
  ],
  [{ code: 'invalid' }, 'This could not be accepted.', 'Das konnte nicht angenommen werden.'],
  [{ code: 'not-found' }, 'This conversation is no longer there.', 'Dieses Gespräch gibt es nicht mehr.'],
  [
    { code: 'file-gone' },
    'A file is no longer there. Please attach it again.',
    'Eine Datei ist nicht mehr da. Bitte hängen Sie sie erneut an.',
  ],
  [{ code: 'unavailable' }, 'Did not arrive', 'Nicht angekommen'],
  [{ code: 'invalid', file: { reason: 'empty', terms } }, 'The file is empty.', 'Die Datei ist leer.'],
  [
    { code: 'invalid', file: { reason: 'too-large', terms } },
    'Too large. A file may have up to 10 MB.',
    'Zu groß. Eine Datei darf bis zu 10 MB haben.',
  ],
];

it.each(said)('%o is told in the reader’s language', async (refusal, english, german) => {
  const { visitorLabels: inGerman } = await loadLocale('de');
  const given = { ...refusal, message: 'The relay’s own.' };
  const { container, rerender } = await render(<RefusalWords refusal={given} labels={visitorLabels} />);
  expect(container.textContent).toBe(english);
  await rerender(<RefusalWords refusal={given} labels={inGerman} />);
  expect(container.textContent).toBe(german);
});

it('says what the relay said where its label is left empty', async () => {
  const refusal = { code: 'invalid', message: 'parts.0.text: Longer than 4000 characters.' } as const;
  const { container } = await render(
    <RefusalWords refusal={refusal} labels={{ ...visitorLabels, notAccepted: '' }} />,
  );
  expect(container.textContent).toBe(refusal.message);
});

it('leaves what it has no words for to the relay', async () => {
  const shown = async (message: string) => {
    const refusal = { code: 'stale-ownership', message } as const;
    const { container, unmount } = await render(<RefusalWords refusal={refusal} labels={visitorLabels} />);
    const { textContent } = container;
    await unmount();
    return textContent;
  };
  expect(await shown('The owner has changed.')).toBe('The owner has changed.');
  expect(await shown('')).toBe('Not sent');
});
