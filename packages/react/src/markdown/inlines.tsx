import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { decodeEntities } from './entities.js';
import { inOrder } from './in-order.js';
import { safeHref } from './safe-href.js';

/** Deeper than this, a message shows its source: nobody nests so by intent. */
export const maxDepth = 8;

/**
 * Tokens inside a block, as elements. What is not on the list shows as the text it was written as. A function and no
 * component, of which React would hold one for every word in bold.
 */
export const inlines = (tokens: readonly Token[] = [], depth: number): ReactNode =>
  inOrder(tokens, (token) => inline(token, depth));

function inline(token: Token, depth: number): ReactNode {
  if (depth > maxDepth) return token.raw;
  const nested = () => inlines((token as Tokens.Generic).tokens, depth + 1);
  switch (token.type) {
    case 'text':
      return (token as Tokens.Text).tokens ? nested() : decodeEntities((token as Tokens.Text).text);
    case 'strong':
      return <strong>{nested()}</strong>;
    case 'em':
      return <em>{nested()}</em>;
    case 'del':
      return <del>{nested()}</del>;
    case 'codespan':
      return <code className="baton-md-code">{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'link':
      return link(token as Tokens.Link, nested());
    case 'image':
      return link(token as Tokens.Image, (token as Tokens.Image).text || (token as Tokens.Image).href);
    default:
      return token.raw;
  }
}

function link(token: Tokens.Link | Tokens.Image, content: ReactNode): ReactNode {
  const isLiteral = token.type === 'link' && token.autolink === true;
  const href = safeHref(isLiteral ? token.href : decodeEntities(token.href));
  if (href === null) return token.raw;
  return (
    <a className="baton-md-link" href={href} target="_blank" rel="noopener noreferrer nofollow">
      {content}
    </a>
  );
}
