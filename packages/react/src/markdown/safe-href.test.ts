import { describe, expect, it } from 'vitest';
import { safeHref } from './safe-href.js';

describe('an address in a message', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['mailto:help@example.com', 'mailto:help@example.com'],
    ['tel:+351210000000', 'tel:+351210000000'],
    ['/help/returns', '/help/returns'],
    ['/', '/'],
  ])('may lead to %s', (href, expected) => {
    expect(safeHref(href)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    '//evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'help/returns',
    '#top',
    '?a=b',
    '',
    'https://',
  ])('leads nowhere from %j', (href) => {
    expect(safeHref(href)).toBeNull();
  });
});
