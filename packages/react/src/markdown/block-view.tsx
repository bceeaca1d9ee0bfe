import type { Token, Tokens } from 'marked';
import { memo, type ReactNode } from 'react';
import { CheckIcon } from '../avatar/icons.js';
import type { Labels } from '../labels.js';
import { inOrder } from './in-order.js';
import { Inlines, maxDepth } from './inlines.js';
import type { Block } from './lex.js';

/** The texts that formatted messages need. */
export type MarkdownLabels = Pick<Labels, 'code' | 'table' | 'done' | 'notDone'>;

interface TokenProps {
  token: Token;
  labels: MarkdownLabels;
  depth: number;
}

/** One top-level block; rendered again only when its source changes. */
export const BlockView = memo(
  ({ block, labels }: { block: Block; labels: MarkdownLabels }) => (
    <BlockToken token={block.token} labels={labels} depth={0} />
  ),
  (before, after) => before.block.token.raw === after.block.token.raw && before.labels === after.labels,
);

function BlockToken({ token, labels, depth }: TokenProps): ReactNode {
  if (depth > maxDepth) return <p className="baton-md-source">{token.raw}</p>;
  switch (token.type) {
    case 'space':
      return null;
    case 'hr':
      return <hr />;
    case 'paragraph':
      return (
        <p>
          <Inlines tokens={(token as Tokens.Paragraph).tokens} depth={depth} />
        </p>
      );
    case 'text':
      return <Inlines tokens={[token]} depth={depth} />;
    case 'heading':
      // One level for all: a message must not break the outline of the page around it.
      return (
        <h3 className="baton-md-heading" data-depth={(token as Tokens.Heading).depth}>
          <Inlines tokens={(token as Tokens.Heading).tokens} depth={depth} />
        </h3>
      );
    case 'blockquote':
      return (
        <blockquote>
          <BlockTokens tokens={(token as Tokens.Blockquote).tokens} labels={labels} depth={depth + 1} />
        </blockquote>
      );
    case 'code':
      return <CodeBlock token={token as Tokens.Code} labels={labels} />;
    case 'list':
      return <ListBlock token={token as Tokens.List} labels={labels} depth={depth} />;
    case 'table':
      return <TableBlock token={token as Tokens.Table} labels={labels} depth={depth} />;
    default:
      return <p className="baton-md-source">{token.raw.trimEnd()}</p>;
  }
}

function BlockTokens({ tokens, labels, depth }: Omit<TokenProps, 'token'> & { tokens: readonly Token[] }) {
  return inOrder(tokens, (token) => <BlockToken token={token} labels={labels} depth={depth} />);
}

function CodeBlock({ token, labels }: { token: Tokens.Code; labels: MarkdownLabels }) {
  const language = token.lang?.trim().split(/\s/)[0] || null;
  return (
    <figure className="baton-code" aria-label={labels.code(language)}>
      {language && <div className="baton-code-language">{language}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{token.text}</code>
      </pre>
    </figure>
  );
}

function ListBlock({ token, labels, depth }: Omit<TokenProps, 'token'> & { token: Tokens.List }) {
  const items = inOrder(token.items, (item) => (
    <li className={item.task ? 'baton-md-task' : undefined}>
      {item.task && <TaskBox isDone={item.checked === true} labels={labels} />}
      <BlockTokens
        tokens={item.tokens.filter(({ type }) => type !== 'checkbox')}
        labels={labels}
        depth={depth + 1}
      />
    </li>
  ));
  return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function TaskBox({ isDone, labels }: { isDone: boolean; labels: MarkdownLabels }) {
  return (
    <span
      className="baton-md-box"
      data-done={isDone}
      role="img"
      aria-label={isDone ? labels.done : labels.notDone}
    >
      {isDone && <CheckIcon />}
    </span>
  );
}

function TableBlock({ token, labels, depth }: Omit<TokenProps, 'token'> & { token: Tokens.Table }) {
  const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
    inOrder(row, (cell) => (
      <Cell data-align={cell.align ?? undefined}>
        <Inlines tokens={cell.tokens} depth={depth} />
      </Cell>
    ));
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
