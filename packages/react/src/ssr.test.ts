import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ChatWidget, Markdown } from './index.js';

it('renders on a server: the launcher, and nothing that needs a page', () => {
  const html = renderToString(createElement(ChatWidget, { relay: 'https://chat.example.com' }));
  expect(html).toContain('aria-label="Open chat"');
  expect(html).not.toContain('role="dialog"');
  expect(html).not.toContain('style=');
});

it('renders text on a server with HTML as text', () => {
  const html = renderToString(createElement(Markdown, { text: '**bold** <script>alert(1)</script>' }));
  expect(html).not.toContain('<script');
  expect(html).toContain('<strong>bold</strong>');
});
