import { lexer, type Token, type Tokens } from 'marked';
import type { Article } from './article.js';

/** What stands under one heading: the unit that is searched and answered with. */
export interface Section {
  article: Article;
  /** Plain text, or '' for what stands before the first heading. */
  heading: string;
  /** Paragraphs and lists as Markdown, in order. */
  blocks: string[];
  /** What an article's opening goes on with: the blocks of the section after it. Empty for all other sections. */
  continuation: string[];
}

/** Divides an article at its headings; parts without any text are left out. */
export function sectionsOf(article: Article): Section[] {
  const all: Section[] = [{ article, heading: '', blocks: [], continuation: [] }];
  for (const token of lexer(article.body)) {
    if (token.type === 'heading')
      all.push({ article, heading: plainText(token.raw), blocks: [], continuation: [] });
    else all.at(-1)?.blocks.push(...blockOf(token));
  }
  const [first, ...others] = all.filter(({ blocks }) => blocks.length > 0);
  if (!first) return [];
  const goesOn = first.heading === '' ? others[0]?.blocks : undefined;
  return [{ ...first, continuation: goesOn ?? [] }, ...others];
}

/** Markdown without its marks and link addresses. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*+]|\d+\.|>)\s+/gm, '')
    .replace(/[*_`~|]/g, '')
    .trim();

function blockOf(token: Token): string[] {
  if (token.type === 'space' || token.type === 'hr' || token.type === 'html') return [];
  return [token.type === 'table' ? listOf(token as Tokens.Table) : token.raw.trim()];
}

/** A bubble is too narrow for a table: each row becomes an item that names its columns. */
function listOf({ header, rows }: Tokens.Table): string {
  const items = rows.map(([first, ...cells]) => {
    const rest = cells.map((cell, index) => `${header[index + 1]?.text.toLowerCase()} ${cell.text}`);
    return `- **${first?.text}**: ${rest.join(', ')}`;
  });
  return items.join('\n');
}
