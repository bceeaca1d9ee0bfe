import { memo, type ReactNode, useRef } from 'react';
import { visitorLabels } from '../english.js';
import { BlockView, type MarkdownLabels } from './block-view.js';
import { inOrder } from './in-order.js';
import { type Block, type Blocks, blocksOf, extendBlocks } from './lex.js';

/** Props of {@link Markdown}. */
export interface MarkdownProps {
  /** Markdown source. HTML in it shows as text; over `limits.messageCharacters` it is shown as written. */
  text: string;
  /** The text still grows: finished blocks stay as they are, only the tail is parsed again. */
  isStreaming?: boolean;
  labels?: MarkdownLabels;
}

/**
 * A message's text as elements: headings, lists, task lists, tables, quotes, code and safe links. There is no
 * HTML sink in it, so it works on a page whose policy is `trusted-types 'none'`.
 *
 * @example
 * <Markdown text="**Hello**, see [returns](/help/returns)." />
 */
export const Markdown: (props: MarkdownProps) => ReactNode = memo(
  ({ text, isStreaming = false, labels = visitorLabels }: MarkdownProps) => {
    const { blocks } = useBlocks(text, isStreaming);
    if (blocks === null) return <div className="baton-md baton-md-source">{text}</div>;
    const [first = [], ...sections] = sectionsOf(blocks);
    return (
      <div className="baton-md">
        {blockViews(first, labels)}
        {inOrder(sections, (section) => (
          <Section blocks={section} labels={labels} />
        ))}
      </div>
    );
  },
);

/** A text of more blocks stands in sections of as many, so that what is finished is passed over as one. */
const sectionBlocks = 24;

function sectionsOf(blocks: readonly Block[]): (readonly Block[])[] {
  const sections: (readonly Block[])[] = [];
  for (let from = 0; from < blocks.length; from += sectionBlocks)
    sections.push(blocks.slice(from, from + sectionBlocks));
  return sections;
}

const blockViews = (blocks: readonly Block[], labels: MarkdownLabels) =>
  inOrder(blocks, (block) => <BlockView block={block} labels={labels} />);

interface SectionProps {
  blocks: readonly Block[];
  labels: MarkdownLabels;
}

/** Neither React nor the browser looks into it again once it is finished. */
const Section = memo(
  ({ blocks, labels }: SectionProps) => (
    <div className="baton-md baton-md-section">{blockViews(blocks, labels)}</div>
  ),
  (before, after) =>
    before.labels === after.labels &&
    before.blocks.length === after.blocks.length &&
    before.blocks.every((block, index) => block === after.blocks[index]),
);

/** A cache, not state: for the same text it gives the same blocks, however often React renders. */
function useBlocks(text: string, isStreaming: boolean): Blocks {
  const cache = useRef<{ of: Blocks; isStreaming: boolean } | null>(null);
  const held = cache.current;
  if (held?.of.text === text && held.isStreaming === isStreaming) return held.of;
  const next = isStreaming ? extendBlocks(held?.of ?? null, text) : blocksOf(text);
  cache.current = { of: next, isStreaming };
  return next;
}
