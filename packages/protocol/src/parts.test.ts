import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { agentCommand, visitorCommand } from './command.js';
import { limits } from './limits.js';
import type { Part } from './message.js';
import { textOf, wordsOf } from './preview.js';
import { cardOf, choicesOf, formOf, ratingOf } from './testing/questions.js';

const image = {
  type: 'image',
  name: 'bag.png',
  width: 800,
  height: 600,
  alt: 'A bag',
  url: 'https://a.example/b.png',
} as const;
const upload = {
  type: 'image',
  fileId: 'f-1',
  name: 'bag.png',
  width: 800,
  height: 600,
  alt: 'A bag',
} as const;
const file = {
  type: 'file',
  fileId: 'f-2',
  name: 'invoice.pdf',
  mediaType: 'application/pdf',
  bytes: 120_000,
} as const;
const carousel = { type: 'carousel', cards: [cardOf('A', 'a'), cardOf('B', 'b')] } as const;
const shown = [
  image,
  upload,
  file,
  choicesOf('red', 'blue'),
  cardOf('A bag', 'red'),
  carousel,
  formOf('email'),
  ratingOf('faces'),
];
const answers = [
  { type: 'choice', messageId: 'b-1', choiceIds: ['red'], label: 'Red' },
  { type: 'form-answer', messageId: 'b-1', values: [{ id: 'news', label: 'News', value: true }] },
  { type: 'rating-answer', messageId: 'b-1', kind: 'stars', score: 4, comment: 'Quick' },
] as const;

const says = (...parts: unknown[]) => ({ type: 'send-message', parts });
const isVisitors = (...parts: unknown[]) => v.is(visitorCommand, says(...parts));
const isAgents = (...parts: unknown[]) => v.is(agentCommand, says(...parts));
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('who may say what', () => {
  test('an agent and a bot may ask and show, but not answer', () => {
    for (const part of shown) expect(isAgents(part), part.type).toBe(true);
    for (const answer of answers) expect(isAgents(answer), answer.type).toBe(false);
  });

  test('a visitor may answer and upload, but neither ask nor send an address that others would fetch', () => {
    for (const part of [...answers, upload, file]) expect(isVisitors(part), part.type).toBe(true);
    for (const part of [image, choicesOf('a'), cardOf('A'), carousel, formOf('a'), ratingOf('stars')])
      expect(isVisitors(part), part.type).toBe(false);
  });

  test('an answer is a message of its own, and a message asks once', () => {
    expect(isVisitors(answers[0], { type: 'text', text: 'Hi' })).toBe(false);
    expect(isVisitors(answers[0], answers[2])).toBe(false);
    expect(isAgents({ type: 'text', text: 'Which?' }, choicesOf('a'))).toBe(true);
    expect(isAgents(choicesOf('a'), ratingOf('stars'))).toBe(false);
    expect(isAgents(cardOf('A', 'a'), cardOf('B', 'b'))).toBe(false);
    expect(isAgents(cardOf('A'), cardOf('B', 'b'))).toBe(true);
  });
});

describe('an address', () => {
  const leads = (href: string) =>
    isAgents({ ...cardOf('A'), actions: [{ type: 'link', label: 'Go', href }] });
  const shows = (url: string) => isAgents({ ...image, url });

  test('of a link is http, https, mailto or tel', () => {
    for (const href of [
      'https://a.example/b?c=d#e',
      'http://a.example',
      'HTTPS://A.EXAMPLE',
      'mailto:a@b.example',
      'tel:+351210000000',
    ])
      expect(leads(href), href).toBe(true);
    for (const href of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/\\evil.example',
      'https:///evil.example',
      'https:/evil.example',
      'ftp://a.example',
      'https://a.example/ b',
      'mailto:',
      '',
    ])
      expect(leads(href), href).toBe(false);
  });

  test('of a picture is https', () => {
    expect(shows('https://a.example/b.png')).toBe(true);
    for (const url of [
      'http://a.example/b.png',
      'data:image/png;base64,x',
      'blob:https://a.example/x',
      '/b.png',
    ])
      expect(shows(url), url).toBe(false);
  });
});

describe('the sizes', () => {
  const { url: _, ...nowhere } = image;

  test('of a picture are known, and it lies at one place', () => {
    expect(isAgents({ ...image, fileId: 'f-1' })).toBe(false);
    expect(isAgents(nowhere)).toBe(false);
    for (const width of [0, -1, 1.5, limits.imagePixels + 1, null])
      expect(isAgents({ ...image, width })).toBe(false);
  });

  test('of lists are kept', () => {
    const ids = (count: number) => many(count, (index) => `c-${index}`);
    expect(isAgents(choicesOf(...ids(10)))).toBe(true);
    expect(isAgents(choicesOf(...ids(11)))).toBe(false);
    expect(isAgents(choicesOf())).toBe(false);
    expect(isAgents(choicesOf('a', 'a'))).toBe(false);
    expect(isAgents(cardOf('A', ...ids(4)))).toBe(false);
    for (const [count, fits] of [
      [1, false],
      [2, true],
      [10, true],
      [11, false],
    ] as const)
      expect(isAgents({ type: 'carousel', cards: many(count, () => ({ title: 'A' })) })).toBe(fits);
    expect(isAgents({ type: 'carousel', cards: [cardOf('A', 'a'), cardOf('B', 'a')] })).toBe(false);
    expect(isAgents(formOf(...ids(10)))).toBe(true);
    expect(isAgents(formOf(...ids(11)))).toBe(false);
    expect(isAgents(formOf('a', 'a'))).toBe(false);
    expect(isAgents({ type: 'form', fields: [{ id: 'a', label: 'A', kind: 'select' }] })).toBe(false);
    expect(isAgents({ type: 'form', fields: [{ id: 'a', label: 'A', kind: 'password' }] })).toBe(false);
  });

  test('of an answer are kept', () => {
    const [, filled, rated] = answers;
    const value = (text: string) => ({ ...filled, values: [{ id: 'a', label: 'A', value: text }] });
    expect(isVisitors(value('x'.repeat(limits.answerCharacters)))).toBe(true);
    expect(isVisitors(value('x'.repeat(limits.answerCharacters + 1)))).toBe(false);
    for (const score of [0, 6, 2.5, '3']) expect(isVisitors({ ...rated, score })).toBe(false);
  });

  test('of the largest answer fit a frame that is taken', () => {
    const values = many(limits.fieldsPerForm, (index) => ({
      id: `field-${index}`,
      label: '字'.repeat(limits.labelCharacters),
      value: '字'.repeat(limits.answerCharacters),
    }));
    const command = says({ type: 'form-answer', messageId: 'x'.repeat(100), values });
    expect(v.is(visitorCommand, command)).toBe(true);
    expect(new TextEncoder().encode(JSON.stringify(command)).length).toBeLessThan(limits.frameBytes / 2);
  });
});

test('every part has words, for an inbox, a bot and a transcript', () => {
  const words = (part: Part) => textOf({ parts: [part] });
  expect(words(upload)).toBe('🖼 A bag');
  expect(words({ ...upload, alt: '' })).toBe('🖼 bag.png');
  expect(words(file)).toBe('📎 invoice.pdf');
  expect(words({ ...choicesOf('red', 'blue'), prompt: 'Which?' })).toBe('Which?\n- Red\n- Blue');
  expect(words({ ...cardOf('A bag', 'red'), text: 'It is **good**.' })).toBe('A bag\nIt is **good**.\n- Red');
  expect(words({ type: 'carousel', cards: [cardOf('A'), cardOf('B')] })).toBe('A\n\nB');
  expect(words({ ...formOf('email'), title: 'Your details' })).toBe('Your details\n- Email');
  expect(words({ ...ratingOf('stars'), prompt: 'How was it?' })).toBe('★ How was it?');
  expect(
    words({
      type: 'form-answer',
      messageId: 'b',
      values: [
        { id: 'a', label: 'Email', value: 'v@mail.example' },
        { id: 'b', label: 'News', value: true },
        { id: 'c', label: 'Phone', value: '' },
        { id: 'd', label: 'Terms', value: false },
      ],
    }),
  ).toBe('Email: v@mail.example\nNews: ✓\nPhone: –\nTerms: –');
  expect(words({ type: 'rating-answer', messageId: 'b', kind: 'stars', score: 4, comment: 'Quick' })).toBe(
    '★★★★☆\nQuick',
  );
  expect(words({ type: 'rating-answer', messageId: 'b', kind: 'thumbs', score: 1, comment: '' })).toBe('👎');
  expect(words({ type: 'hologram' } as unknown as Part)).toBe('');
  expect(words({ type: 'hologram', title: 'A bag' } as unknown as Part)).toBe('A bag');
});

test('the words of a message are its text and what was chosen', () => {
  expect(
    wordsOf({
      parts: [
        { type: 'text', text: 'Hi' },
        { ...choicesOf('red'), prompt: 'A human?' },
      ],
    }),
  ).toBe('Hi');
  expect(wordsOf({ parts: [{ type: 'choice', messageId: 'b', choiceIds: ['x'], label: 'Red' }] })).toBe(
    'Red',
  );
});
