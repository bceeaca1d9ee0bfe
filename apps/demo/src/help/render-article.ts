import { raw } from 'hono/html';
import { Marked, type Token, type Tokens } from 'marked';
import type { Markup } from '../pictures/drawing.js';

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      const level = Math.max(depth, 2);
      return `<h${level} id="${headingId(text)}">${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
  },
  hooks: {
    // A wide table scrolls by itself, so that a phone's page does not; a scroller must be reachable by keyboard.
    postprocess: (html) =>
      html
        .replaceAll('<table>', '<div class="table" role="group" aria-label="Table" tabindex="0"><table>')
        .replaceAll('</table>', '</table></div>'),
  },
});

function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** An article's Markdown as HTML that is **not** sanitised: for our own files only. Headings start at `h2` and carry ids. */
export function renderArticle(markdown: string): Markup {
  return raw(marked.parse(markdown, { async: false }));
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** The headings one can jump to: text and the id that {@link renderArticle} gives it, in order. */
export function headingsOf(markdown: string): { readonly id: string; readonly text: string }[] {
  return marked
    .lexer(markdown)
    .filter(isHeading)
    .filter(({ depth }) => depth <= 2)
    .map(({ text }) => ({ id: headingId(text), text }));
}
