import type { Row, Viewer } from '@batonchat/core';
import { noticeText, type Part, textOf } from '@batonchat/protocol';
import { useEffect, useRef, useState } from 'react';
import { afterPaint } from '../client/after-paint.js';
import { visitorLabels } from '../english.js';
import type { Labels } from '../labels.js';
import { isOwnRow } from './row-layout.js';
import { displayName } from './typing-indicator.js';

/** Props of {@link Announcer}. */
export interface AnnouncerProps {
  rows: readonly Row[];
  viewer: Viewer;
  labels?: Labels;
}

/** How long a text stands for a screen reader to pick up. It must not be met again when browsing. */
const standsMs = 1000;

/** More at once than this, and only the newest are read out: after a long sleep nobody wants the whole log. */
const mostAtOnce = 3;

type Words = (parts: readonly Part[], labels: Labels) => string;

interface Heard {
  seq: number;
  /** Rows that were read out before they were in the log. */
  pendingKeys: ReadonlySet<string>;
}

/**
 * Reads out politely what others say and what happens to the handoff, each once and only when it is complete. It
 * stands outside the log, so that no text is in the log twice. What is there when it mounts is history: unread.
 */
export function Announcer({ rows, viewer, labels = visitorLabels }: AnnouncerProps) {
  const [text, setText] = useState('');
  const heard = useRef<Heard | null>(null);
  const [words, setWords] = useState<Words | null>(null);
  useEffect(
    () =>
      afterPaint(() => {
        import('../parts/part-view.js').then(
          ({ spokenParts }) => setWords(() => spokenParts),
          () => setWords(() => (parts: readonly Part[]) => textOf({ parts: [...parts] })),
        );
      }),
    [],
  );
  useEffect(() => {
    // What comes before there are words for it is read out with them.
    if (heard.current && !words) return;
    const { fresh, next } = listen(rows, viewer, heard.current);
    heard.current = next;
    if (fresh.length > 0)
      setText(
        fresh
          .slice(-mostAtOnce)
          .map((row) =>
            row.kind === 'notice'
              ? noticeText(row.notice, labels)
              : `${displayName(row.author, labels)}: ${words?.(row.parts, labels)}`,
          )
          .join('\n'),
      );
  }, [rows, viewer, labels, words]);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => setText(''), standsMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="baton-hidden" aria-live="polite">
      {text}
    </div>
  );
}

/** Which rows to read out now, and what counts as heard afterwards. */
function listen(rows: readonly Row[], viewer: Viewer, heard: Heard | null): { fresh: Row[]; next: Heard } {
  const fresh: Row[] = [];
  const pendingKeys = new Set(heard?.pendingKeys);
  let seq = heard?.seq ?? 0;
  // From the end, and no further than to what was heard: a log can be long, and grows by a word at a time.
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index] as Row;
    if (row.kind === 'message' && row.isStreaming) continue;
    if (row.seq !== null && (!heard || row.seq <= heard.seq)) {
      seq = Math.max(seq, row.seq);
      break;
    }
    const isFresh = !heard?.pendingKeys.has(row.key) && (row.seq !== null || row.kind === 'notice');
    if (heard && isFresh && !isOwnRow(row, viewer)) fresh.unshift(row);
    if (row.seq === null) pendingKeys.add(row.key);
    else seq = Math.max(seq, row.seq);
  }
  return { fresh, next: { seq, pendingKeys } };
}
