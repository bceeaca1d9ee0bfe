import type { Token, Tokens } from 'marked';
import { memo, type ReactNode } from 'react';
import { CheckIcon } from '../avatar/icons.js';
import type { Labels } from '../labels.js';
import { CopyButton } from './copy-button.js';
import { inOrder } from './in-order.js';
import { inlines, maxDepth } from './inlines.js';
import type { Block } from './lex.js';

/** The texts that formatted messages need. */
export type MarkdownLabels = Pick<Labels, 'code' | 'copy' | 'copied' | 'table' | 'done' | 'notDone'>;

/** One top-level block; rendered again only when its source changes. */
export const BlockView = memo(
  ({ block, labels }: { block: Block; labels: MarkdownLabels }) => blockElement(block.token, labels, 0),
  (before, after) => before.block.token.raw === after.block.token.raw && before.labels === after.labels,
);

function blockElement(token: Token, labels: MarkdownLabels, depth: number): ReactNode {
  if (depth > maxDepth) return <p className="baton-md-source">{token.raw}</p>;
  switch (token.type) {
    case 'space':
      return null;
    case 'hr':
      return <hr />;
    case 'paragraph':
      return <p>{inlines((token as Tokens.Paragraph).tokens, depth)}</p>;
    case 'text':
      return inlines([token], depth);
    case 'heading':
      // One level for all: a message must not break the outline of the page around it.
      return (
        <h3 className="baton-md-heading" data-depth={(token as Tokens.Heading).depth}>
          {inlines((token as Tokens.Heading).tokens, depth)}
        </h3>
      );
    case 'blockquote':
      return <blockquote>{blockElements((token as Tokens.Blockquote).tokens, labels, depth + 1)}</blockquote>;
    case 'code':
      return code(token as Tokens.Code, labels);
    case 'list':
      return list(token as Tokens.List, labels, depth);
    case 'table':
      return table(token as Tokens.Table, labels, depth);
    default:
      return <p className="baton-md-source">{token.raw.trimEnd()}</p>;
  }
}

const blockElements = (tokens: readonly Token[], labels: MarkdownLabels, depth: number): ReactNode =>
  inOrder(tokens, (token) => blockElement(token, labels, depth));

function code(token: Tokens.Code, labels: MarkdownLabels): ReactNode {
  const language = token.lang?.trim().split(/\s/)[0] || null;
  return (
    <figure className="baton-code" aria-label={labels.code(language)}>
      <div className="baton-code-head">
        <span className="baton-code-language">{language}</span>
        <CopyButton text={token.text} labels={labels} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{token.text}</code>
      </pre>
    </figure>
  );
}

function list(token: Tokens.List, labels: MarkdownLabels, depth: number): ReactNode {
  const items = inOrder(token.items, (item) => (
    <li className={item.task ? 'baton-md-task' : undefined}>
      {item.task && taskBox(item.checked === true, labels)}
      {blockElements(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        labels,
        depth + 1,
      )}
    </li>
  ));
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

const taskBox = (isDone: boolean, labels: MarkdownLabels): ReactNode => (
  <span
    className="baton-md-box"
    data-done={isDone}
    role="img"
    aria-label={isDone ? labels.done : labels.notDone}
  >
    {isDone && <CheckIcon />}
  </span>
);

function table(token: Tokens.Table, labels: MarkdownLabels, depth: number): ReactNode {
  const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    inOrder(row, (cell) => <Cell data-align={cell.align ?? undefined}>{inlines(cell.tokens, depth)}</Cell>);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <figure className="baton-md-table" tabIndex={0} aria-label={labels.table}>
      <table>
        <thead>
          <tr>{cells(token.header, 'th')}</tr>
        </thead>
        <tbody>
          {inOrder(token.rows, (row) => (
            <tr>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
