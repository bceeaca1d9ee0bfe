import type { MessageRow } from '@batonchat/core';
import { type Part, textOf } from '@batonchat/protocol';
import type { Labels } from '../labels.js';
import { inOrder } from '../markdown/in-order.js';
import { Markdown } from '../markdown/markdown.js';
import { onDemand, useOnDemand } from '../widget/on-demand.js';

/** Props of {@link MessageParts}. */
export interface MessagePartsProps {
  row: MessageRow;
  labels: Labels;
}

/** What is no text: parts that stand below the bubble, and answers, which stand in it. */
const known = /^(image|file|choices|card|carousel|form|rating)(-answer)?$/;
const isBlock = ({ type }: Part): boolean => known.test(type) && !type.includes('-');

/** Neighbours that share a bubble. */
function groupsOf(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.[0] && !isBlock(part) && !isBlock(last[0])) last.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** What a message consists of: its words in a bubble, and what else it shows or asks below. */
export function MessageParts({ row, labels }: MessagePartsProps) {
  return inOrder(groupsOf(row.parts), (group) => {
    const parts = inOrder(group, (part) => <MessagePart part={part} row={row} labels={labels} />);
    return group[0] && isBlock(group[0]) ? (
      parts
    ) : (
      <div className="baton-bubble" dir="auto" data-streaming={row.isStreaming}>
        {parts}
      </div>
    );
  });
}

function MessagePart({ part, row, labels }: MessagePartsProps & { part: Part }) {
  if (part.type === 'text')
    return <Markdown text={part.text} isStreaming={row.isStreaming} labels={labels} />;
  if (part.type === 'choice') return <div className="baton-md baton-md-source">{part.label}</div>;
  if (known.test(part.type)) return <LoadedPart part={part} row={row} labels={labels} />;
  // A relay newer than this page may send a part that it does not know.
  return <p className="baton-message-unknown">{labels.unknownPart}</p>;
}

const partView = onDemand(() => import('./part-view.js').then((module) => module.PartView));

/** A part whose code comes with the first of its kind; where it does not come, its words stand there. */
function LoadedPart({ part, row, labels }: MessagePartsProps & { part: Part }) {
  const PartView = useOnDemand(partView, true);
  if (PartView) return <PartView part={part} row={row} labels={labels} />;
  if (PartView === null) return <div className="baton-part-loading" aria-hidden="true" />;
  const words = <div className="baton-md baton-md-source">{textOf({ parts: [part] })}</div>;
  return isBlock(part) ? <div className="baton-bubble">{words}</div> : words;
}
