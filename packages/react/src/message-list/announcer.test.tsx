import type { Part } from '@batonchat/protocol';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { carousel, choices, form, partsRow, pictureNamed, ratingOf } from '../testing/parts.js';
import { ada, agentOf, bot, messageRow, noticeRow, visitor } from '../testing/rows.js';
import { Announcer } from './announcer.js';

const rows = [messageRow(1, bot, 'Old news')];
const of = (shown: typeof rows | readonly Parameters<typeof Announcer>[0]['rows'][number][]) => (
  <Announcer rows={shown} viewer="visitor" />
);

it('reads out what comes, once, and leaves nothing behind', async () => {
  const { rerender, container } = await render(of(rows));
  expect(container.textContent).toBe('');
  const joined = noticeRow(2, 'handoff-claimed', { agent: agentOf(ada) });
  await rerender(of([...rows, joined]));
  await expect.element(page.getByText('Ada Byron joined')).toBeInTheDocument();
  expect(container.querySelector('[aria-live="polite"]')).not.toBeNull();
  await expect.poll(() => container.textContent).toBe('');
  await rerender(of([...rows, joined, messageRow(3, ada, 'Hi!')]));
  await expect.poll(() => container.textContent).toBe('Ada Byron: Hi!');
});

it('is silent about what the reader said, about drafts, and about older pages', async () => {
  const { rerender, container } = await render(of(rows));
  await rerender(
    of([
      messageRow(0, bot, 'An older page'),
      ...rows,
      messageRow(2, visitor, 'My own'),
      messageRow(3, bot, 'Half a sen', { seq: null, isStreaming: true }),
    ]),
  );
  expect(container.textContent).toBe('');
  await rerender(of([...rows, messageRow(2, visitor, 'My own'), messageRow(3, bot, 'Half a sentence.')]));
  await expect.poll(() => container.textContent).toBe('Halden helper: Half a sentence.');
});

it('reads a request out when it is made, and not again when the relay has it', async () => {
  const { rerender, container } = await render(of(rows));
  const request = (seq: number | null) =>
    noticeRow(2, 'handoff-requested', { status: 'pending', by: 'visitor' }, { seq, key: 'notice:r' });
  await rerender(of([...rows, request(null)]));
  await expect.poll(() => container.textContent).toBe('Connecting you with a human...');
  await expect.poll(() => container.textContent).toBe('');
  await rerender(of([...rows, request(2), messageRow(3, bot, 'next')]));
  await expect.poll(() => container.textContent).toBe('Halden helper: next');
});

const asHeard: [part: Part, words: string][] = [
  [{ type: 'text', text: 'Print the **label**: [Returns](/help/returns)' }, 'Print the label: Returns'],
  [
    { type: 'image', name: 'bag.png', ...pictureNamed('sling', 'A moss green sling') },
    'Picture: A moss green sling',
  ],
  [{ type: 'image', name: 'bag.png', ...pictureNamed('sling', '') }, 'Picture: bag.png'],
  [
    { type: 'file', fileId: 'f', name: 'terms.pdf', mediaType: 'application/pdf', bytes: 9 },
    'Download terms.pdf',
  ],
  [choices, 'What is it about?, Return a bag, A repair, Where is my order?, Talk to a human'],
  [
    {
      type: 'card',
      title: 'Sling',
      text: 'For **every day**',
      actions: [{ type: 'choice', id: 'a', label: 'This one' }],
    },
    'Sling, For every day, This one',
  ],
  [carousel, 'Cards, 1 of 3: Volta sling, 6 L, 2 of 3: Serra backpack, 24 L, 3 of 3: Fonte bottle'],
  [
    form,
    'So that we can send you a label, Name, Email, What is wrong with it?, Pick-up day, Anything else?, I have removed everything from the bag',
  ],
  [ratingOf('stars'), 'How was your chat with Ada?, Rating'],
];

it.each(asHeard)('reads out %o in words', async (part, words) => {
  const { rerender, container } = await render(of(rows));
  await rerender(of([...rows, partsRow(2, [part as never])]));
  await expect.poll(() => container.textContent?.replaceAll('\n', ', ')).toBe(`Halden helper: ${words}`);
});

const answered: [part: Part, words: string][] = [
  [{ type: 'choice', messageId: 'm1', choiceIds: ['a'], label: 'A repair' }, 'A repair'],
  [
    {
      type: 'form-answer',
      messageId: 'm1',
      values: [
        { id: 'name', label: 'Name', value: 'Jo' },
        { id: 'more', label: 'Anything else?', value: '' },
        { id: 'news', label: 'News', value: false },
      ],
    },
    'Name: Jo, News: No',
  ],
  [{ type: 'rating-answer', messageId: 'm1', kind: 'stars', score: 4, comment: 'Quick' }, '4 of 5, Quick'],
  [{ type: 'rating-answer', messageId: 'm1', kind: 'thumbs', score: 5, comment: '' }, 'Good'],
];

it.each(answered)('tells an agent of the answer %o in words', async (part, words) => {
  const to = (shown: Parameters<typeof Announcer>[0]['rows']) => <Announcer rows={shown} viewer="agent" />;
  const { rerender, container } = await render(to(rows));
  await rerender(to([...rows, messageRow(2, visitor, '', { parts: [part] })]));
  await expect.poll(() => container.textContent?.replaceAll('\n', ', ')).toBe(`Visitor: ${words}`);
});
