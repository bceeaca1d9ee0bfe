import type { MessageRow } from '@batonchat/core';
import type { AgentPart, Answer, CarouselPart, ChoicesPart, FormPart, RatingPart } from '@batonchat/protocol';
import type { Decorator } from '@storybook/react-vite';
import { visitorLabels } from '../english.js';
import { withPartLabels } from '../parts/english-parts.js';
import { PartsProvider } from '../parts/parts-provider.js';
import { bot, messageRow } from './rows.js';

/** All texts of a visitor. */
export const allLabels = withPartLabels(visitorLabels);

/** A message of the bot that consists of these parts. */
export const partsRow = (
  seq: number,
  parts: readonly AgentPart[],
  changes: Partial<MessageRow> = {},
): MessageRow => messageRow(seq, bot, '', { parts, ...changes });

/** An answer as the visitor's message. */
export const answerRow = (seq: number, answer: Answer): MessageRow =>
  messageRow(seq, { kind: 'visitor', id: 'visitor', name: null, avatarUrl: null }, '', { parts: [answer] });

const drawn: Record<string, [width: number, height: number, from: string, to: string]> = {
  sling: [1200, 800, '#5b6c4f', '#c8d3b6'],
  pack: [800, 1200, '#2f4858', '#8fb0c0'],
  bottle: [1000, 1000, '#b5603f', '#f0cdb8'],
};

function pictureOf(fileId: string): string {
  const [width, height, from, to] = drawn[fileId] ?? [800, 600, '#555', '#bbb'];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><g fill="none" stroke="#fff" stroke-width="${width / 60}" stroke-linejoin="round" opacity=".85"><rect x="${width * 0.34}" y="${height * 0.36}" width="${width * 0.32}" height="${height * 0.36}" rx="${width * 0.05}"/><path d="M${width * 0.42} ${height * 0.36}c0-${height * 0.14} ${width * 0.16}-${height * 0.14} ${width * 0.16} 0M${width * 0.34} ${height * 0.5}h${width * 0.32}"/></g></svg>`;
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
}

/** Stands for the relay's files: three pictures, a file, and nothing else. */
export const fileUrl = (fileId: string): Promise<string> =>
  fileId in drawn || fileId === 'label'
    ? Promise.resolve(pictureOf(fileId))
    : Promise.reject(new Error('There is no such file.'));

/** Gives what is inside the files of these stories. */
export const withFiles: Decorator = (Story) => (
  <PartsProvider fileUrl={fileUrl}>
    <Story />
  </PartsProvider>
);

/** A picture of the stories. */
export const pictureNamed = (fileId: 'sling' | 'pack' | 'bottle', alt: string) => {
  const [width = 0, height = 0] = drawn[fileId] ?? [];
  return { fileId, width, height, alt };
};

export const choices: ChoicesPart = {
  type: 'choices',
  prompt: 'What is it about?',
  choices: [
    { id: 'return', label: 'Return a bag' },
    { id: 'repair', label: 'A repair' },
    { id: 'delivery', label: 'Where is my order?' },
    { id: 'human', label: 'Talk to a human' },
  ],
};

export const described: ChoicesPart = {
  type: 'choices',
  prompt: 'How should it reach you?',
  choices: [
    { id: 'home', label: 'To my door', description: 'Two to three working days, €4.90' },
    { id: 'locker', label: 'To a parcel locker', description: 'Next working day, free from €50' },
  ],
};

export const carousel: CarouselPart = {
  type: 'carousel',
  cards: [
    {
      title: 'Volta sling, 6 L',
      text: 'For **every day**: a bottle, a book, a jacket.',
      image: pictureNamed('sling', 'A moss green sling on a bench'),
      actions: [
        { type: 'link', label: 'See it in the shop', href: 'https://shop.example/volta' },
        { type: 'choice', id: 'volta', label: 'This one' },
      ],
    },
    {
      title: 'Serra backpack, 24 L',
      text: 'A weekend in the hills, and Monday at the office.',
      image: pictureNamed('pack', 'A blue backpack'),
      actions: [
        { type: 'link', label: 'See it in the shop', href: 'https://shop.example/serra' },
        { type: 'choice', id: 'serra', label: 'This one' },
      ],
    },
    {
      title: 'Fonte bottle',
      text: 'Keeps coffee hot for six hours.',
      image: pictureNamed('bottle', 'A clay red bottle'),
      actions: [
        { type: 'link', label: 'See it in the shop', href: 'https://shop.example/fonte' },
        { type: 'choice', id: 'fonte', label: 'This one' },
      ],
    },
  ],
};

export const form: FormPart = {
  type: 'form',
  title: 'So that we can send you a label',
  fields: [
    { id: 'name', label: 'Name', kind: 'text', isRequired: true, autocomplete: 'name' },
    { id: 'email', label: 'Email', kind: 'email', isRequired: true, autocomplete: 'email' },
    {
      id: 'reason',
      label: 'What is wrong with it?',
      kind: 'select',
      options: ['A zip', 'A seam', 'A strap'],
    },
    { id: 'day', label: 'Pick-up day', kind: 'date' },
    { id: 'more', label: 'Anything else?', kind: 'textarea', placeholder: 'In a few words' },
    { id: 'terms', label: 'I have removed everything from the bag', kind: 'checkbox', isRequired: true },
  ],
  submitLabel: 'Get my label',
};

export const ratingOf = (kind: RatingPart['kind'], hasComment = true): RatingPart => ({
  type: 'rating',
  prompt: 'How was your chat with Ada?',
  scale: 5,
  kind,
  hasComment,
});

/** Words of many languages that are longer than any place for them. */
export const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
